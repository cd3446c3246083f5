/** The queues of the console, in the order of the sidebar. */
export const queueIds = ['inbox', 'unread', 'waiting-on-us', 'waiting-on-them', 'resolved', 'all'] as const
export type QueueId = (typeof queueIds)[number]

export type ConversationStatus = 'open' | 'resolved'

/** What the last event of a conversation was, for the one-line preview in the list. */
export type PreviewKind = 'text' | 'photo' | 'gif' | 'video' | 'voice' | 'file' | 'member'
