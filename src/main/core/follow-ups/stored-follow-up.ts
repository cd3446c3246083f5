/** A promise as it lies in the database; times are ms since 1970. */
export interface StoredFollowUp {
  readonly id: string
  readonly account_id: string
  readonly conversation_id: string
  readonly text: string
  readonly due_at: number
  readonly kept_after: number
  readonly created_at: number
  readonly done_at: number | null
  readonly done_by: 'reply' | 'agent' | null
}
