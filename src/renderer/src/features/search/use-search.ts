import { useEffect, useState } from 'react'
import { parseSearch } from '../../../../shared/domain/search/parse-search.ts'
import type { SearchNode } from '../../../../shared/domain/search/search-query.ts'
import { useCore } from '../../core/core-context.ts'
import { errorWords } from '../../core/error-words.ts'
import type { SearchAnswer } from './search-results.ts'

const MOST_CUSTOMERS = 8

export interface SearchState {
  /** The latest answer; it stays while the next one is on its way, so that nothing flickers. */
  readonly answer: SearchAnswer | null
  readonly error: string | null
}

/** Searches customers and messages with each change of the text. Answers to former texts are dropped. */
export function useSearch(text: string, most: number): SearchState {
  const { client, meter } = useCore()
  const [state, setState] = useState<SearchState>({ answer: null, error: null })
  const question = text.trim()
  useEffect(() => {
    if (question === '') return
    let stale = false
    const asked = performance.now()
    const people = namesAlone(parseSearch(question).query)
    Promise.all([
      people ? client.ask('search.customers', { text: question, limit: MOST_CUSTOMERS }) : [],
      client.ask('search.messages', { text: question, limit: most }),
      client.ask('search.problems', { text: question })
    ]).then(
      ([customers, messages, problems]) => {
        meter.searched.note(performance.now() - asked)
        if (!stale) setState({ answer: { text: question, customers, messages, problems }, error: null })
      },
      (error: unknown) => {
        if (!stale) setState({ answer: null, error: errorWords(error) })
      }
    )
    return () => {
      stale = true
    }
  }, [client, meter, question, most])
  return question === '' ? { answer: null, error: null } : state
}

/** Customers are looked for by words: one who is asked for by an operator is no answer to it. */
function namesAlone(query: SearchNode | null): boolean {
  return query?.kind === 'words' || (query?.kind === 'and' && query.nodes.every((node) => node.kind === 'words'))
}
