/**
 * What a commit can touch. A subscription names the topics it depends on, a transaction those it changed; where they
 * meet, the query runs again.
 */
export type Topic =
  | 'accounts'
  | 'sign-in'
  | 'inbox'
  | 'outbox'
  | 'requests'
  | 'customers'
  | 'sync'
  | 'typing'
  | 'encrypted-chats'
  | 'costs'
  | 'settings'
  | 'send-check'
  | 'jobs'
  | 'news'
  | 'attention'
  | 'undo'
  | 'tags'
  | 'categories'
  | 'team'
  | 'sla'
  | 'screening'
  | 'attributes'
  | 'views'
  | 'view-counts'
  | 'library'
  | 'library-uses'
  | 'library-dates'
  | 'library-findings'
  | 'library-figures'
  | 'library-links'
  | 'quick-keys'
  | 'suggestions'
  | 'promos'
  | 'feedback'
  | 'surveys'
  | 'media'
  | `thread:${string}`
  /** With `library`: which reply it is. */
  | `reply:${string}`
  | `draft:${string}`
