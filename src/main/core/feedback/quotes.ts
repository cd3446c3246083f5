import type { FeedbackFilter } from '../../../shared/contract/feedback-commands.ts'
import type { FeedbackQuoteRow, FeedbackRow, GivenTheme } from '../../../shared/contract/feedback-rows.ts'
import { conversationKey, splitConversationKey } from '../../../shared/domain/ids.ts'
import type { ReadDb } from '../db/database.ts'
import { sameCustomer } from '../customers/links.ts'
import { narrowedForQuotes } from './filter.ts'
import * as sql from './sql.ts'

/** What was tagged in a conversation, the oldest first. */
export function feedbackOf(db: ReadDb, conversation: string): FeedbackRow[] {
  const { accountId, conversationId } = splitConversationKey(conversation)
  return db.all<sql.ListedFeedback>(sql.OF_CONVERSATION, accountId, conversationId).map((row) => ({
    ...common(row),
    words:
      row.start_at === null || row.end_at === null ? null : { start: row.start_at, end: row.end_at, quote: row.quote },
    by: row.member_id,
    at: row.created_at
  }))
}

/** Feedback of a customer, whichever of their X accounts it came from, the newest first. */
export function feedbackOfCustomer(db: ReadDb, user: string, limit: number): FeedbackQuoteRow[] {
  return sameCustomer(db, user)
    .flatMap((id) => db.all<sql.QuotedFeedback>(sql.OF_USER, id, limit))
    .map(quoteRow)
    .toSorted((a, b) => b.saidAt - a.saidAt)
    .slice(0, limit)
}

/** The newest of a time. @param theme null: whatever it is about */
export function readQuotes(
  db: ReadDb,
  filter: FeedbackFilter,
  theme: string | null,
  limit: number
): FeedbackQuoteRow[] {
  return storedQuotes(db, filter, theme, limit).map(quoteRow)
}

export function storedQuotes(
  db: ReadDb,
  filter: FeedbackFilter,
  theme: string | null,
  limit: number
): sql.QuotedFeedback[] {
  const { sql: where, values } = narrowedForQuotes(filter)
  const { from, to } = filter
  return theme === null
    ? db.all<sql.QuotedFeedback>(sql.quotes(where), from, to, ...values, limit)
    : db.all<sql.QuotedFeedback>(sql.quotesOfTheme(where), theme, from, to, ...values, limit)
}

/** What was tagged, as it reads: the words, or the message as it is now. */
export function quoteOf(row: Pick<sql.QuotedFeedback, 'start_at' | 'quote' | 'text'>): string {
  return row.start_at === null ? (row.text ?? '') : row.quote
}

function quoteRow(row: sql.QuotedFeedback): FeedbackQuoteRow {
  return {
    ...common(row),
    conversation: conversationKey(row.account_id, row.conversation_id),
    title: row.title,
    quote: quoteOf(row),
    saidAt: row.said_at
  }
}

function common(row: sql.ListedFeedback) {
  return {
    id: row.id,
    message: row.event_id,
    erased: row.erased === 1,
    themes: themesOf(row),
    product: row.product,
    sentiment: row.sentiment,
    severity: row.severity,
    note: row.note
  }
}

/** By name. */
export function themesOf({ themes }: Pick<sql.QuotedFeedback, 'themes'>): GivenTheme[] {
  return (JSON.parse(themes) as GivenTheme[]).toSorted((a, b) => a.name.localeCompare(b.name))
}
