import { IconMessages } from '@tabler/icons-react'
import { actionOf } from '../../../keyboard/actions.ts'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { Keys } from '../../../ui/Keys/Keys.tsx'
import classes from './ThreadPane.module.css'
import hints from './NoThread.module.css'

const shown = [
  'conversation.next',
  'conversation.open',
  'reply.write',
  'conversation.resolve',
  'window.search',
  'window.help'
] as const

/** What stands in the thread's place before a conversation is open: the keys to begin with. */
export function NoThread() {
  return (
    <div className={classes.root}>
      <EmptyState icon={<IconMessages size={32} stroke={1.5} />} title="No conversation open">
        <dl className={hints.root}>
          {shown.map((id) => (
            <div key={id} className={hints.row}>
              <dt>{actionOf(id).title}</dt>
              <dd>
                <Keys keys={actionOf(id).keys[0] ?? ''} />
              </dd>
            </div>
          ))}
        </dl>
      </EmptyState>
    </div>
  )
}
