import { Button, UnstyledButton } from '@mantine/core'
import { IconBan, IconChevronDown, IconMessagePlus } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import type { CustomerProfile } from '../../../../../shared/contract/rows.ts'
import { Avatar } from '../../../ui/Avatar/Avatar.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { useStartThread } from '../use-start-thread.ts'
import { BlockButton } from './BlockButton.tsx'
import classes from './CustomerPane.module.css'
import { Profile } from './Profile.tsx'

export interface GroupMembersProps {
  readonly account: string
  readonly people: readonly CustomerProfile[]
}

/** Who is in a group: their names, and what X tells about each on demand. */
export function GroupMembers({ account, people }: GroupMembersProps) {
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>
        {t('{count, plural, one {# member} other {# members}}', { count: people.length })}
      </h2>
      <ul className={classes.members}>
        {people.map((person) => (
          <Member key={person.id} account={account} person={person} />
        ))}
      </ul>
    </section>
  )
}

function Member({ account, person }: { readonly account: string; readonly person: CustomerProfile }) {
  const [open, setOpen] = useState(false)
  const start = useStartThread()
  const id = useId()
  return (
    <li>
      <UnstyledButton
        className={classes.other}
        aria-expanded={open}
        aria-controls={id}
        title={person.handle === null ? undefined : `@${person.handle}`}
        onClick={() => setOpen(!open)}
      >
        <Avatar id={person.id} name={person.name} src={person.avatar} size={20} />
        <bdi className={classes.ellipsis}>{plainText(person.name)}</bdi>
        {person.block.blocked ? (
          <IconBan className={classes.blocked} size={14} role="img" aria-label={t('Messages blocked')} />
        ) : null}
        <IconChevronDown className={classes.chevron} size={14} aria-hidden="true" data-open={open} />
      </UnstyledButton>
      <div id={id} hidden={!open}>
        {open ? (
          <Profile person={person} level={3}>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconMessagePlus size={14} aria-hidden="true" />}
              aria-label={t('Write to {name} alone', { name: plainText(person.name) })}
              onClick={() => void start(account, person.id)}
            >
              {t('Write')}
            </Button>
            <BlockButton account={account} person={person} withKey={false} />
          </Profile>
        ) : null}
      </div>
    </li>
  )
}
