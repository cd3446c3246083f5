import { t } from '../../../i18n/t.ts'
import { Button, Tooltip } from '@mantine/core'
import { IconArrowMerge, IconArrowsSplit2 } from '@tabler/icons-react'
import { useState } from 'react'
import type { CustomerProfile } from '../../../../../shared/contract/rows.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { KeyTip } from '../../../ui/ActionButton/KeyTip.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { MergeDialog } from '../MergeDialog/MergeDialog.tsx'
import { Profile } from './Profile.tsx'

export interface MergeButtonProps {
  readonly account: string
  /** Who the conversation is with first. */
  readonly people: readonly CustomerProfile[]
}

/** Makes one customer of two X accounts. */
export function MergeButton({ account, people }: MergeButtonProps) {
  const [open, setOpen] = useState(false)
  useAction('customer.merge', () => setOpen(true))
  const [person] = people
  if (!person) return null
  return (
    <>
      <Tooltip
        label={<KeyTip label={t('Merge with another X account')} action="customer.merge" />}
        position="bottom-start"
      >
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconArrowMerge size={14} aria-hidden="true" />}
          aria-label={t('Merge {name} with another X account', { name: plainText(person.name) })}
          onClick={() => setOpen(true)}
        >
          {t('Merge')}
        </Button>
      </Tooltip>
      {open ? (
        <MergeDialog
          account={account}
          person={person}
          merged={people.map(({ id }) => id)}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  )
}

/** The other X account of the same customer, with the way back. */
export function MergedProfile({ person }: { readonly person: CustomerProfile }) {
  const run = useCommand()
  const tell = useUndoNotice()
  const name = plainText(person.name)
  return (
    <Profile person={person} level={3}>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconArrowsSplit2 size={14} aria-hidden="true" />}
        aria-label={t('Split off {name}', { name })}
        onClick={() =>
          void run('customers.split', { user: person.id }).then((done) => done && tell(t('Split off {name}', { name })))
        }
      >
        {t('Split off')}
      </Button>
    </Profile>
  )
}
