import { useEffect, useState } from 'react'
import { useCore } from '../../core/core-context.ts'
import { useQuery } from '../../core/use-query.ts'
import { type SearchSources, valueAt } from './suggestions.ts'

const MOST_PEOPLE = 6

/** What the suggestions are made of: what is kept here, and people who fit the name that is being typed. */
export function useSearchSources(text: string, caret: number): SearchSources {
  const { client } = useCore()
  const tags = useQuery('tags.list', {}).rows.map(({ name }) => name)
  const members = useQuery('team.list', {}).rows.flatMap(({ name, left }) => (left ? [] : [name]))
  const views = useQuery('views.list', {}).rows.map(({ name }) => name)
  const accounts = useQuery('accounts.list', {}).rows.map(({ username }) => username)
  const [people, setPeople] = useState<SearchSources['people']>([])
  const at = valueAt(text, caret)
  const wanted = at !== null && (at.operator === 'from' || at.operator === 'to') ? at.value.trim() : ''
  useEffect(() => {
    if (wanted === '') return
    let stale = false
    client.ask('search.customers', { text: wanted, limit: MOST_PEOPLE }).then(
      (rows) => {
        if (!stale) setPeople(rows)
      },
      // Suggestions are a help; without them the search goes on.
      () => undefined
    )
    return () => {
      stale = true
    }
  }, [client, wanted])
  return { tags, members, views, accounts, people: wanted === '' ? [] : people }
}
