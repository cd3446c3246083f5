import type { ProductRow } from '../../../shared/contract/feedback-rows.ts'
import type { ReadDb } from '../db/database.ts'
import { inParts } from '../jobs/in-parts.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { readBoard, readTotal } from './board.ts'
import { topicsOf } from './filter.ts'
import { feedbackOf, feedbackOfCustomer, readQuotes } from './quotes.ts'
import { PRODUCTS } from './sql.ts'
import { suggestThemes } from './suggest-themes.ts'
import { listThemes, themeChanges } from './themes.ts'

export function feedbackQueries(db: ReadDb): {
  'feedback.ofConversation': QueryDefinition<'feedback.ofConversation'>
  'feedback.ofCustomer': QueryDefinition<'feedback.ofCustomer'>
  'feedback.themes': QueryDefinition<'feedback.themes'>
  'feedback.products': QueryDefinition<'feedback.products'>
  'feedback.suggestions': QueryDefinition<'feedback.suggestions'>
  'feedback.board': QueryDefinition<'feedback.board'>
  'feedback.total': QueryDefinition<'feedback.total'>
  'feedback.quotes': QueryDefinition<'feedback.quotes'>
  'feedback.themeChanges': QueryDefinition<'feedback.themeChanges'>
} {
  return {
    // A message that was deleted takes its words along.
    'feedback.ofConversation': {
      topics: ({ conversation }) => ['feedback', `thread:${conversation}`],
      rows: ({ conversation }) => feedbackOf(db, conversation)
    },
    'feedback.ofCustomer': {
      topics: () => ['feedback', 'customers', 'inbox'],
      rows: ({ user, limit }) => feedbackOfCustomer(db, user, limit)
    },
    'feedback.themes': { topics: () => ['feedback'], rows: () => listThemes(db) },
    'feedback.products': { topics: () => ['feedback'], rows: () => db.all<ProductRow>(PRODUCTS) },
    'feedback.suggestions': { topics: () => ['feedback'], rows: ({ text }) => suggestThemes(db, text) },
    // With hundreds of thousands of entries they take longer than a frame.
    'feedback.board': {
      topics: ({ filter }) => topicsOf(filter),
      rows: ({ filter }) => inParts(readBoard(db, filter))
    },
    'feedback.total': {
      topics: ({ filter }) => topicsOf(filter),
      rows: async ({ filter }) => [await inParts(readTotal(db, filter))]
    },
    'feedback.quotes': {
      topics: () => ['feedback', 'inbox', 'tags'],
      rows: ({ filter, theme, limit }) => readQuotes(db, filter, theme, limit)
    },
    'feedback.themeChanges': { topics: () => ['feedback'], rows: ({ theme }) => themeChanges(db, theme) }
  }
}
