/**
 * Rows about what customers say of the product. Times are ms since 1970.
 * @module
 */
import type { Sentiment, Severity } from '../domain/feedback/feedback.ts'
import type { QuotedSpan } from '../domain/feedback/span.ts'

/** A theme of an entry. */
export interface GivenTheme {
  readonly id: string
  readonly name: string
}

/** What was tagged, the oldest first. */
export interface FeedbackRow {
  readonly id: string
  /** Id of the message; null: about the conversation. */
  readonly message: string | null
  /** As they were tagged; null: the whole message, or the conversation. The quote is empty when the message was deleted. */
  readonly words: QuotedSpan | null
  /** The message was deleted, and its words with it. */
  readonly erased: boolean
  readonly themes: readonly GivenTheme[]
  readonly product: string | null
  readonly sentiment: Sentiment
  readonly severity: Severity | null
  readonly note: string
  /** Id of a member of the team. */
  readonly by: string
  readonly at: number
}

/** The same with where it stands, the newest first. */
export interface FeedbackQuoteRow extends Omit<FeedbackRow, 'words' | 'at' | 'by'> {
  readonly conversation: string
  /** Who the conversation is with. */
  readonly title: string
  /** What was tagged: the words, or the whole message. Empty for a conversation, and when the words are gone for good. */
  readonly quote: string
  /** When the customer wrote it. */
  readonly saidAt: number
}

/** A theme, the most used first. */
export interface ThemeRow {
  readonly id: string
  readonly name: string
  readonly uses: number
  readonly retired: boolean
  /** What it was called before, and what was merged into it. */
  readonly formerly: readonly string[]
}

/** A product that feedback is about, by name. */
export interface ProductRow {
  readonly id: string
  readonly name: string
  readonly uses: number
}

/** A theme that fits the words, the best first. */
export interface ThemeSuggestionRow {
  /** The theme's. */
  readonly id: string
  readonly name: string
  /** How many tagged quotes like these have it. */
  readonly times: number
  /** The one that is most like them. */
  readonly like: string
}

/** What customers speak of, the most frequent first; the theme's id. */
export interface BoardRow {
  readonly id: string
  readonly name: string
  readonly retired: boolean
  readonly count: number
  /** In the time before, which is as long. */
  readonly before: number
  readonly positive: number
  readonly negative: number
  /** How many are of the highest severity. */
  readonly severe: number
  /** How many in each part of the time. */
  readonly trend: readonly number[]
}

/** How much there is in all; the one row there is. */
export interface BoardTotalRow {
  readonly id: 'total'
  readonly count: number
  readonly before: number
  readonly positive: number
  readonly negative: number
  /** When the first of all was said, whatever the filter; null: nothing is tagged yet. */
  readonly since: number | null
}

/** What became of a theme, the newest first. */
export interface ThemeChangeRow {
  readonly id: string
  readonly kind: 'made' | 'renamed' | 'merged' | 'split' | 'retired' | 'revived'
  /** The name that it had before; of a merge, of the one that went into it. */
  readonly name: string
  /** The other theme of a merge. */
  readonly other: string | null
  /** Id of a member of the team. */
  readonly by: string
  readonly at: number
}
