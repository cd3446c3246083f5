import { IconMessageOff } from '@tabler/icons-react'
import { useState } from 'react'
import { useQuery } from '../../../core/use-query.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { Composer } from '../../composer/Composer/Composer.tsx'
import { MessageList } from '../MessageList/MessageList.tsx'
import { ThreadHeader } from '../ThreadHeader/ThreadHeader.tsx'
import { useReading } from '../use-reading.ts'
import classes from './ThreadPane.module.css'

export interface ThreadPaneProps {
  readonly conversation: string
  readonly withBack: boolean
  readonly customerShown: boolean
}

/** The open conversation. The frame stays from one to the next; only messages and composer are made anew. */
export function ThreadPane({ conversation, withBack, customerShown }: ThreadPaneProps) {
  const { state } = useNavigation()
  const answer = useQuery('thread.head', { conversation })
  const head = answer.rows[0]
  const [toWrite, setToWrite] = useState<string | null>(null)
  useAction('reply.write', () => setToWrite(conversation), head === undefined)
  useReading(conversation, head?.unread ?? 0)
  if (!head) {
    return (
      <div className={classes.root}>
        {answer.status === 'loading' ? null : (
          <EmptyState icon={<IconMessageOff size={32} stroke={1.5} />} title="This conversation is not here">
            {answer.status === 'error' ? answer.message : 'It belongs to an account that was removed.'}
          </EmptyState>
        )}
      </div>
    )
  }
  return (
    <div className={classes.root}>
      <ThreadHeader head={head} withBack={withBack} customerShown={customerShown} />
      <MessageList key={`${conversation} ${state.message ?? ''} ${state.visit}`} head={head} message={state.message} />
      <Composer key={conversation} head={head} focused={toWrite === conversation} />
    </div>
  )
}
