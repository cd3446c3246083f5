import type { QueryParams } from '../../../../shared/contract/queries.ts'
import { t } from '../../i18n/t.ts'
import type { InboxRow } from '../../../../shared/contract/rows.ts'
import type { LiveState } from '../../../../shared/core-client.ts'
import type { QueueId } from '../../../../shared/domain/conversation.ts'
import { useQuery, useWidenedQuery } from '../../core/use-query.ts'
import type { ListedSearch } from '../../shell/navigation.ts'
import { queueWords } from './queue-words.ts'

interface Window {
  readonly account: string | null
  readonly limit: number
}

/** The conversations of a queue, or of the search that is listed in its place. */
export function useListedRows(queue: QueueId, search: ListedSearch | null, window: Window): LiveState<InboxRow> {
  const asked = listQuery(queue, search, window)
  // The three have rows of one type; which of them is asked does not change while the component is mounted.
  const answer = useWidenedQuery(asked.name as 'inbox.list', asked.params as QueryParams<'inbox.list'>)
  // What a search found before it broke is not what it finds now.
  return search !== null && answer.status === 'error' ? { ...answer, rows: [] } : answer
}

type ListName = 'inbox.list' | 'views.conversations' | 'search.conversations'
type ListQuery = { readonly [N in ListName]: { readonly name: N; readonly params: QueryParams<N> } }[ListName]

function listQuery(queue: QueueId, search: ListedSearch | null, window: Window): ListQuery {
  if (search === null) return { name: 'inbox.list', params: { queue, ...window } }
  if ('view' in search) return { name: 'views.conversations', params: { view: search.view, ...window } }
  return { name: 'search.conversations', params: { text: search.text, ...window } }
}

type KeyQueryName = 'inbox.keys' | 'search.keys' | 'views.keys'
export type KeyQuery = {
  readonly [N in KeyQueryName]: { readonly name: N; readonly params: QueryParams<N> }
}[KeyQueryName]

/** Asks which conversations there are in all, whatever is loaded of them. */
export function keyQuery(queue: QueueId, search: ListedSearch | null, account: string | null): KeyQuery {
  if (search === null) return { name: 'inbox.keys', params: { queue, account } }
  if ('view' in search) return { name: 'views.keys', params: { view: search.view, account } }
  return { name: 'search.keys', params: { text: search.text, account } }
}

export function useListTitle(queue: QueueId, search: ListedSearch | null): string {
  const views = useQuery('views.list', {}).rows
  if (search === null) return t(queueWords[queue].title)
  return 'view' in search ? (views.find(({ id }) => id === search.view)?.name ?? t('Saved view')) : t('Search')
}
