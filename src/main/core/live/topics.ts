/**
 * What a commit can touch. A subscription names the topics it depends on, a transaction those it changed; where they
 * meet, the query runs again.
 */
export type Topic =
  | 'accounts'
  | 'sign-in'
  | 'inbox'
  | 'outbox'
  | 'customers'
  | 'sync'
  | 'settings'
  | 'jobs'
  | 'undo'
  | `thread:${string}`
  | `draft:${string}`
