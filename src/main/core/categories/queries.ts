import type { SuggestionRow } from '../../../shared/contract/triage-rows.ts'
import type { Category } from '../../../shared/domain/conversation.ts'
import { splitConversationKey } from '../../../shared/domain/ids.ts'
import type { ReadDb } from '../db/database.ts'
import { findConversationKey } from '../inbox/refresh.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { customerWords } from './learn.ts'
import { type Learned, suggestCategory, type WordCounts } from './model.ts'
import * as sql from './sql.ts'

interface CountRow {
  readonly category: Category
  readonly examples: number
}

export function categoryQueries(db: ReadDb): { 'categories.suggestion': QueryDefinition<'categories.suggestion'> } {
  return {
    'categories.suggestion': {
      topics: ({ conversation }) => [`thread:${conversation}`, 'categories'],
      rows: ({ conversation }) => suggestion(db, conversation)
    }
  }
}

/** Nothing where a person has chosen, and where nothing is clear. */
function suggestion(db: ReadDb, conversation: string): SuggestionRow[] {
  const { accountId, conversationId } = splitConversationKey(conversation)
  const chosen = db.get<{ category: Category | null }>(sql.STATE_CATEGORY, accountId, conversationId)?.category ?? null
  const key = findConversationKey(db, accountId, conversationId)
  if (chosen !== null || key === null) return []
  const words = customerWords(db, key)
  const suggested = suggestCategory(words, readLearned(db, words))
  return suggested === null ? [] : [{ id: conversation, ...suggested }]
}

function readLearned(db: ReadDb, words: readonly string[]): Learned {
  const counts = (rows: readonly CountRow[]): WordCounts =>
    Object.fromEntries(rows.map((row) => [row.category, row.examples]))
  return {
    examples: counts(db.all<CountRow>(sql.EXAMPLES)),
    words: new Map(words.map((word) => [word, counts(db.all<CountRow>(sql.WORD, word))]))
  }
}
