import { IconMessageOff } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { peerOf, splitConversationKey } from '../../../../../shared/domain/ids.ts'
import { problemWords } from '../../../core/error-words.ts'
import { useQuery } from '../../../core/use-query.ts'
import type { ActionId } from '../../../keyboard/actions.ts'
import { useAction, useEarlyKeys } from '../../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { useBlock } from '../../customers/use-block.ts'
import { EncryptedChatCard } from '../../activity/EncryptedChatCard/EncryptedChatCard.tsx'
import { TypingLine } from '../../activity/TypingLine/TypingLine.tsx'
import { RequestBar } from '../../screening/RequestBar/RequestBar.tsx'
import { Composer } from '../../composer/Composer/Composer.tsx'
import { SurveyLine } from '../../surveys/SurveyLine/SurveyLine.tsx'
import { MessageList } from '../MessageList/MessageList.tsx'
import { ThreadHeader } from '../ThreadHeader/ThreadHeader.tsx'
import { TriageLine } from '../TriageLine/TriageLine.tsx'
import { useReading } from '../use-reading.ts'
import classes from './ThreadPane.module.css'

/** What can be done as soon as it is known whose conversation it is. */
const headKeys: readonly ActionId[] = [
  'reply.write',
  'note.write',
  'composer.mode',
  'composer.history',
  'reply.attach',
  'conversation.block',
  'survey.send',
  'survey.decide',
  'message.choose'
]

export interface ThreadPaneProps {
  readonly conversation: string
  readonly withBack: boolean
  readonly customerShown: boolean
  /** False in the window that has nothing else. */
  readonly detachable?: boolean
}

/** The open conversation. The frame stays from one to the next; only messages and composer are made anew. */
export function ThreadPane({ conversation, withBack, customerShown, detachable = true }: ThreadPaneProps) {
  const { state } = useNavigation()
  const answer = useQuery('thread.head', { conversation })
  const head = answer.rows[0]
  useEarlyKeys(headKeys, conversation, answer.status === 'loading')
  const block = useBlock()
  const peer =
    head === undefined || head.group ? null : peerOf(splitConversationKey(head.id).conversationId, head.accountId)
  useAction(
    'conversation.block',
    () => {
      if (head?.block && peer !== null)
        void block({ account: head.accountId, user: peer, name: head.name, blocked: head.block.blocked })
    },
    peer !== null && head?.closed !== 'archive'
  )
  const encrypted = useQuery('activity.encryptedChats', {}).rows.filter((row) => row.conversation === conversation)
  useReading(conversation, head?.unread ?? 0)
  if (!head) {
    return (
      <div className={classes.root}>
        {answer.status === 'loading' ? null : (
          <EmptyState icon={<IconMessageOff size={32} stroke={1.5} />} title={t('This conversation is not here')}>
            {answer.status === 'error' ? problemWords(answer) : t('It belongs to an account that was removed.')}
          </EmptyState>
        )}
      </div>
    )
  }
  return (
    <div className={classes.root} data-drop="reply">
      <ThreadHeader head={head} withBack={withBack} customerShown={customerShown} detachable={detachable} />
      <TriageLine head={head} />
      <MessageList key={`${conversation} ${state.message ?? ''} ${state.visit}`} head={head} message={state.message} />
      <TypingLine conversation={conversation} />
      <EncryptedChatCard label={t('Encrypted X Chat in this conversation')} rows={encrypted} withKeys />
      <SurveyLine key={`survey ${conversation}`} conversation={conversation} />
      <RequestBar head={head} />
      <Composer key={conversation} head={head} writing={state.writing === conversation ? 'reply' : null} />
    </div>
  )
}
