import type { QueueId } from '../../../../shared/domain/conversation.ts'
import type { ActionId } from '../../keyboard/actions.ts'

export interface QueueWords {
  readonly title: string
  readonly action: ActionId
  /** What an empty queue says, and what to do next. */
  readonly empty: string
  readonly emptyHint: string
}

export const queueWords: Record<QueueId, QueueWords> = {
  inbox: {
    title: 'Inbox',
    action: 'go.inbox',
    empty: 'All clear',
    emptyHint: 'Every conversation is resolved. New messages appear here by themselves.'
  },
  unread: {
    title: 'Unread',
    action: 'go.unread',
    empty: 'Nothing unread',
    emptyHint: 'You have seen everything your customers wrote.'
  },
  'waiting-on-us': {
    title: 'Waiting on us',
    action: 'go.waiting',
    empty: 'Nobody is waiting',
    emptyHint: 'Every open conversation has your answer.'
  },
  'waiting-on-them': {
    title: 'Waiting on them',
    action: 'go.answered',
    empty: 'Nothing answered is open',
    emptyHint: 'Conversations you answered stay here until the customer writes again.'
  },
  resolved: {
    title: 'Resolved',
    action: 'go.resolved',
    empty: 'Nothing resolved yet',
    emptyHint: 'What you resolve stays here, and can be reopened.'
  },
  all: {
    title: 'All',
    action: 'go.all',
    empty: 'No conversations yet',
    emptyHint: 'Direct messages appear here as soon as they are synced or imported.'
  }
}
