/** The queues of the console, in the order of the sidebar. */
export const queueIds = [
  'inbox',
  'mine',
  'at-risk',
  'unassigned',
  'unread',
  'waiting-on-us',
  'waiting-on-them',
  'snoozed',
  'follow-ups',
  'mentions',
  'requests',
  'spam',
  'resolved',
  'all'
] as const
export type QueueId = (typeof queueIds)[number]

export const conversationStatuses = ['open', 'snoozed', 'resolved'] as const
export type ConversationStatus = (typeof conversationStatuses)[number]

/** How many can be worked on with one command. */
export const MOST_CONVERSATIONS = 10_000

/** Whether a conversation is work, waits to be let in, or is spam. */
export const places = ['inbox', 'requests', 'spam'] as const
export type Place = (typeof places)[number]

/** Where a conversation lies: its status, unless it waits to be let in or is spam. */
export type Shelf = ConversationStatus | 'requests' | 'spam'

/** A request that was declined rests with the resolved ones, until its customer writes again. */
export function shelfOf(status: ConversationStatus, place: Place): Shelf {
  if (place === 'spam') return 'spam'
  return place === 'requests' && status === 'open' ? 'requests' : status
}

/** From the most pressing on. */
export const priorities = ['urgent', 'high', 'normal', 'low'] as const
export type Priority = (typeof priorities)[number]

export const categories = ['complaint', 'billing', 'technical', 'praise', 'other'] as const
export type Category = (typeof categories)[number]

/** What the last event of a conversation was, for the one-line preview in the list. */
export type PreviewKind = 'text' | 'photo' | 'gif' | 'video' | 'voice' | 'file' | 'member'
