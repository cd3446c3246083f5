/**
 * Rows about what the team knows of its customers beyond X. Times are ms since 1970.
 * @module
 */
import type { AttributeType } from '../domain/attribute.ts'
import type { ConversationStatus } from '../domain/conversation.ts'
import type { FollowUpRow } from './triage-rows.ts'

/** Another conversation with the same customer. */
export interface CustomerTalk {
  readonly key: string
  readonly title: string
  readonly lastAt: number
  /** Handle of our account. */
  readonly account: string
  readonly status: ConversationStatus
}

/** An attribute that customers can have, in the order of the panel. */
export interface AttributeRow {
  readonly id: string
  readonly name: string
  readonly type: AttributeType
  readonly options: readonly string[]
}

/** How many customers have a value. */
export interface AttributeUsageRow {
  /** The attribute's. */
  readonly id: string
  readonly customers: number
}

/** An attribute with its value for one customer. */
export interface CustomerAttributeRow {
  readonly id: string
  readonly name: string
  readonly type: AttributeType
  readonly options: readonly string[]
  readonly value: string | null
  /** What it was before, newest first; a few. `by`: name of a member. */
  readonly history: readonly { readonly at: number; readonly value: string | null; readonly by: string | null }[]
}

/** A note about a customer (pinned), or one out of any of their conversations; newest first, pinned ones before. */
export interface CustomerNoteRow {
  readonly id: string
  readonly text: string
  readonly at: number
  readonly editedAt: number | null
  /** The conversation it was written in; null for a note about the customer. */
  readonly conversation: string | null
  /** Title of that conversation. */
  readonly title: string | null
}

/** A tag of conversations with a customer. */
export interface CustomerTagRow {
  /** The tag's. */
  readonly id: string
  /** Keys of the conversations that carry it, the newest first. */
  readonly conversations: readonly string[]
}

/** An open promise to a customer, what is due first. */
export interface CustomerFollowUpRow extends FollowUpRow {
  readonly conversation: string
  /** Title of that conversation. */
  readonly title: string
}

/** How quickly this customer was answered (one row, id = the user's id); none without an answer. Durations in ms. */
export interface ResponseTimesRow {
  readonly id: string
  readonly answers: number
  readonly medianMs: number
  /** Nine of ten were quicker. */
  readonly p90Ms: number
  /** The median by business hours; null where these make no difference. */
  readonly openMedianMs: number | null
  /** How many answers came later than promised. */
  readonly late: number
  /** The latest, oldest first. `first`: to a new matter. */
  readonly latest: readonly {
    readonly at: number
    readonly ms: number
    readonly first: boolean
    readonly late: boolean
  }[]
}
