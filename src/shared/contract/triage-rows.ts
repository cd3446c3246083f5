/**
 * Rows about what the team decides: states, tags, people. Times are ms since 1970.
 * @module
 */
import type { Category, ConversationStatus, Place, Priority } from '../domain/conversation.ts'
import type { RequiredField } from '../domain/required-fields.ts'
import type { Due, SlaPlan } from '../domain/sla.ts'
import type { PlaceReason } from '../domain/screening.ts'
import type { TagColour } from '../domain/tag.ts'

/** What the team decided about a conversation. */
export interface Triage {
  readonly status: ConversationStatus
  /** Null when it is not snoozed, and for a snooze until the customer writes. */
  readonly snoozedUntil: number | null
  /** Id of a member of the team. */
  readonly assignee: string | null
  readonly priority: Priority
  readonly category: Category | null
  readonly place: Place
  /** Why a rule put it there; null in the inbox, and where somebody decided. */
  readonly placeReason: PlaceReason | null
  /** Ids. */
  readonly tags: readonly string[]
  /** When the next open promise is due. */
  readonly followUpAt: number | null
  /** When the answer is due; null when nothing is promised, or the clock stands still. */
  readonly due: Due | null
}

/** What is promised to customers; the one row there is. */
export interface SlaPlanRow {
  readonly id: string
  readonly plan: SlaPlan
  /** Whether all conversations follow it already. */
  readonly applied: boolean
}

/** A promise that was broken. Newest first. */
export interface BreachRow {
  readonly id: string
  readonly conversation: string
  readonly title: string
  readonly kind: 'first' | 'next'
  readonly policy: string
  readonly dueAt: number
  readonly answeredAt: number | null
  /** Id of a member of the team; null: nobody yet, or somebody outside this console. */
  readonly responder: string | null
}

/** Tags, by name. */
export interface TagRow {
  readonly id: string
  readonly name: string
  readonly colour: TagColour
  readonly group: string | null
}

/** Who answers, or did; in the order in which they came. */
export interface MemberRow {
  readonly id: string
  readonly name: string
  /** Sits at this desk. */
  readonly me: boolean
  /** Is not in the team any more: what they did keeps their name. */
  readonly left: boolean
  /** Names of the teams within the team that they belong to. */
  readonly groups: readonly string[]
}

/** How much a tag is used. */
export interface TagUsageRow {
  /** The tag's. */
  readonly id: string
  readonly conversations: number
}

/** A conversation of a queue, or of a search. */
export interface KeyRow {
  /** Its key. */
  readonly id: string
}

/** Something that can be taken back, the newest first. */
export interface UndoEntryRow {
  readonly id: string
  /** `Resolved`, `Tagged late` */
  readonly label: string
  /** When it was done, ms since 1970. */
  readonly at: number
  /** How many conversations it was about. */
  readonly conversations: number
  /** Of the only one, or of the first; null when it is gone, or it was about none. */
  readonly title: string | null
}

/** What was promised to a customer, what is due first. */
export interface FollowUpRow {
  readonly id: string
  readonly text: string
  /** ms since 1970 */
  readonly dueAt: number
}

/** The category that the customer's words speak for; no row when that is not clear, or when a person has chosen. */
export interface SuggestionRow {
  /** The conversation's. */
  readonly id: string
  readonly category: Category
  /** The words that speak for it, the strongest first. */
  readonly words: readonly string[]
}

/** A conversation that lacks something before it can be resolved. */
export interface LackingRow {
  /** The conversation's. */
  readonly id: string
  readonly missing: readonly RequiredField[]
}
