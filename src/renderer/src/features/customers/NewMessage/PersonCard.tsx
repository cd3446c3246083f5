import { Button } from '@mantine/core'
import { IconArrowLeft, IconRefresh } from '@tabler/icons-react'
import { useLayoutEffect, useRef } from 'react'
import { t } from '../../../i18n/t.ts'
import type { AccountRow, ProfileRow } from '../../../../../shared/contract/rows.ts'
import { useQuery } from '../../../core/use-query.ts'
import { useClock } from '../../../ui/use-now.ts'
import { Profile } from '../CustomerPane/Profile.tsx'
import { DmState } from './DmState.tsx'
import classes from './NewMessage.module.css'
import { useLookUp } from './use-look-up.ts'

export interface PersonCardProps {
  readonly account: string
  readonly user: string
  /** The account that writes, when there are several. */
  readonly from: AccountRow | null
  readonly onBack: () => void
  readonly onWrite: () => void
}

const DAY = 86_400_000

/** Who it is and whether they take messages, before anything is written. */
export function PersonCard({ account, user, from, onBack, onWrite }: PersonCardProps) {
  const answer = useQuery('customers.profile', { account, user })
  const [person] = answer.rows
  return (
    <div className={classes.card}>
      <div className={classes.head}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconArrowLeft size={16} aria-hidden="true" />}
          onClick={onBack}
        >
          {t('Somebody else')}
        </Button>
        {from === null ? null : (
          <span className={classes.detail}>{t('from @{username}', { username: from.username })}</span>
        )}
      </div>
      {person ? (
        <Card account={account} person={person} onWrite={onWrite} />
      ) : answer.status === 'loading' ? null : (
        <p className={classes.nothing}>{t('This person is not known here any more.')}</p>
      )}
    </div>
  )
}

function Card({
  account,
  person,
  onWrite
}: {
  readonly account: string
  readonly person: ProfileRow
  readonly onWrite: () => void
}) {
  const write = useRef<HTMLButtonElement>(null)
  const lookUp = useLookUp(account)
  const old = useClock((now) => person.fetchedAt === null || Math.floor(person.fetchedAt / DAY) < Math.floor(now / DAY))
  useLayoutEffect(() => write.current?.focus(), [])
  const there = person.conversation !== null || person.block.blocked
  const { handle } = person
  return (
    <>
      <Profile person={person} withRefusal={false}>
        <DmState accepts={person.canReceiveDm} asOf={person.fetchedAt} />
      </Profile>
      {lookUp.error === null ? null : (
        <p className={classes.error} role="alert">
          {lookUp.error}
        </p>
      )}
      <div className={classes.steps}>
        {there ? <span className={classes.detail}>{t('You have a conversation with them already.')}</span> : null}
        {old && handle !== null ? (
          <Button
            variant="default"
            leftSection={<IconRefresh size={14} aria-hidden="true" />}
            loading={lookUp.asking !== null}
            onClick={() => void lookUp.ask(`@${handle}`)}
          >
            {t('Ask X again, $0.010')}
          </Button>
        ) : null}
        <Button ref={write} onClick={onWrite}>
          {there ? t('Open the conversation') : person.canReceiveDm === false ? t('Write anyway') : t('Write')}
        </Button>
      </div>
    </>
  )
}
