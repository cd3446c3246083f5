import { type Message, msg } from '../../../../shared/i18n/message.ts'
import type { QueueId } from '../../../../shared/domain/conversation.ts'
import type { ActionId } from '../../keyboard/actions.ts'

export interface QueueWords {
  readonly title: Message
  readonly action: ActionId
  /** What an empty queue says, and what to do next. */
  readonly empty: Message
  readonly emptyHint: Message
}

export const queueWords: Record<QueueId, QueueWords> = {
  inbox: {
    title: msg('Inbox'),
    action: 'go.inbox',
    empty: msg('All clear'),
    emptyHint: msg('Every conversation is resolved. New messages appear here by themselves.')
  },
  mine: {
    title: msg('Mine'),
    action: 'go.mine',
    empty: msg('Nothing is yours'),
    emptyHint: msg('Conversations that are assigned to you appear here.')
  },
  'at-risk': {
    title: msg('At risk'),
    action: 'go.at-risk',
    empty: msg('Every promise holds'),
    emptyHint: msg('Conversations whose answer is due soon, or late, appear here: what breaks first on top.')
  },
  unassigned: {
    title: msg('Unassigned'),
    action: 'go.unassigned',
    empty: msg('Everything has an owner'),
    emptyHint: msg('Open conversations that nobody has taken appear here.')
  },
  unread: {
    title: msg('Unread'),
    action: 'go.unread',
    empty: msg('Nothing unread'),
    emptyHint: msg('You have seen everything your customers wrote.')
  },
  'waiting-on-us': {
    title: msg('Waiting on us'),
    action: 'go.waiting',
    empty: msg('Nobody is waiting'),
    emptyHint: msg('Every open conversation has your answer.')
  },
  'waiting-on-them': {
    title: msg('Waiting on them'),
    action: 'go.answered',
    empty: msg('Nothing answered is open'),
    emptyHint: msg('Conversations you answered stay here until the customer writes again.')
  },
  snoozed: {
    title: msg('Snoozed'),
    action: 'go.snoozed',
    empty: msg('Nothing is snoozed'),
    emptyHint: msg('What you snooze waits here, and comes back by itself.')
  },
  'follow-ups': {
    title: msg('Follow-ups due'),
    action: 'go.follow-ups',
    empty: msg('No promise is due'),
    emptyHint: msg('When you have promised to write by some time, the conversation appears here as the time comes.')
  },
  mentions: {
    title: msg('Mentions'),
    action: 'go.mentions',
    empty: msg('Nobody has mentioned you'),
    emptyHint: msg('Conversations with a note that says @ and your name appear here.')
  },
  requests: {
    title: msg('Requests'),
    action: 'go.requests',
    empty: msg('Nobody waits to be let in'),
    emptyHint: msg('Conversations that your screening holds back wait here.')
  },
  spam: {
    title: msg('Spam'),
    action: 'go.spam',
    empty: msg('No spam'),
    emptyHint: msg('What you mark as spam stays here, out of every other queue.')
  },
  resolved: {
    title: msg('Resolved'),
    action: 'go.resolved',
    empty: msg('Nothing resolved yet'),
    emptyHint: msg('What you resolve stays here, and can be reopened.')
  },
  all: {
    title: msg('All'),
    action: 'go.all',
    empty: msg('No conversations yet'),
    emptyHint: msg('Direct messages appear here as soon as they are synced or imported.')
  }
}
