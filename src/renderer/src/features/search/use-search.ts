import { useEffect, useState } from 'react'
import { useCore } from '../../core/core-context.ts'
import { errorWords } from '../../core/error-words.ts'
import type { SearchAnswer } from './search-results.ts'

export const MOST_MESSAGES = 50
const MOST_CUSTOMERS = 8

export interface SearchState {
  /** The latest answer; it stays while the next one is on its way, so that nothing flickers. */
  readonly answer: SearchAnswer | null
  readonly error: string | null
}

/** Searches customers and messages with each change of the text. Answers to former texts are dropped. */
export function useSearch(text: string): SearchState {
  const { client } = useCore()
  const [state, setState] = useState<SearchState>({ answer: null, error: null })
  const question = text.trim()
  useEffect(() => {
    if (question === '') return
    let stale = false
    Promise.all([
      client.ask('search.customers', { text: question, limit: MOST_CUSTOMERS }),
      client.ask('search.messages', { text: question, limit: MOST_MESSAGES })
    ]).then(
      ([customers, messages]) => {
        if (!stale) setState({ answer: { text: question, customers, messages }, error: null })
      },
      (error: unknown) => {
        if (!stale) setState({ answer: null, error: errorWords(error) })
      }
    )
    return () => {
      stale = true
    }
  }, [client, question])
  return question === '' ? { answer: null, error: null } : state
}
