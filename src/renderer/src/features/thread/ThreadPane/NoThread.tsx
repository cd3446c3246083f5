import { IconMessages } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { actionTitle } from '../../../keyboard/actions.ts'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { ActionKeys } from '../../../ui/Keys/ActionKeys.tsx'
import classes from './ThreadPane.module.css'
import hints from './NoThread.module.css'

const shown = [
  'conversation.next',
  'conversation.open',
  'reply.write',
  'conversation.resolve',
  'window.palette',
  'window.search',
  'window.help'
] as const

/** What stands in the thread's place before a conversation is open: the keys to begin with. */
export function NoThread() {
  return (
    <div className={classes.root}>
      <EmptyState icon={<IconMessages size={32} stroke={1.5} />} title={t('No conversation open')}>
        <dl className={hints.root}>
          {shown.map((id) => (
            <div key={id} className={hints.row}>
              <dt>{actionTitle(id)}</dt>
              <dd>
                <ActionKeys action={id} />
              </dd>
            </div>
          ))}
        </dl>
      </EmptyState>
    </div>
  )
}
