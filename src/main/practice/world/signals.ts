/** What happens beside messages and leaves no trace in any list; only the Activity stream tells. */
export type WorldSignal =
  | { readonly kind: 'typing'; readonly fromUserId: string; readonly toUserId: string }
  | {
      readonly kind: 'read'
      readonly readerId: string
      readonly otherId: string
      /** The last event that was read. */
      readonly eventId: string
    }
  /** An end-to-end encrypted message in X Chat. What it says is nobody's business, so that there is nothing here. */
  | { readonly kind: 'encrypted-chat'; readonly fromUserId: string; readonly toUserId: string }
