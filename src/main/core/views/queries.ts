import type { ReadDb } from '../db/database.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { conversationKeys, listConversations } from '../search/list-conversations.ts'
import type { ViewCounts } from './counts.ts'
import { findView, readView, type ViewParts, viewRows } from './views.ts'

export function viewQueries({
  db,
  counts,
  ...parts
}: ViewParts & { readonly db: ReadDb; readonly counts: Pick<ViewCounts, 'rows'> }): {
  'views.list': QueryDefinition<'views.list'>
  'views.counts': QueryDefinition<'views.counts'>
  'views.conversations': QueryDefinition<'views.conversations'>
  'views.keys': QueryDefinition<'views.keys'>
} {
  return {
    'views.list': { topics: () => ['views', 'tags', 'team'], rows: () => viewRows(db, parts) },
    'views.counts': { topics: () => ['view-counts'], rows: ({ account }) => counts.rows(account) },
    'views.conversations': {
      topics: () => ['inbox', 'tags', 'team', 'views'],
      rows: ({ view, account, limit }) => listConversations(db, readView(db, findView(db, view), parts), account, limit)
    },
    'views.keys': {
      topics: () => ['inbox', 'tags', 'team', 'views'],
      rows: ({ view, account }) => conversationKeys(db, readView(db, findView(db, view), parts), account)
    }
  }
}
