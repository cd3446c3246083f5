import { useEffect, useState } from 'react'
import type { MessageHit } from '../../../../shared/contract/rows.ts'
import { useCore } from '../../core/core-context.ts'
import { groupHits, type HitsWithin, type SearchAnswer } from './search-results.ts'

/** Conversations whose hits are counted; who scrolls further opens the one that is wanted. */
const MOST_GROUPS = 50
const MOST_HITS = 500
/** While somebody types the numbers do not matter. Milliseconds. */
const PAUSE = 200

const nothing: HitsWithin = new Map()

/**
 * All hits of the conversations that are shown. A page of the newest hits holds some of each only, so those of a
 * conversation are asked for by themselves: after a pause for the number, at once when it is opened.
 * @param most how many hits make a full page: an answer with fewer holds all there are
 */
export function useHitsWithin(answer: SearchAnswer | null, open: ReadonlySet<string>, most: number): HitsWithin {
  const { client } = useCore()
  const [known, setKnown] = useState<{ readonly answer: SearchAnswer | null; readonly hits: HitsWithin }>({
    answer: null,
    hits: nothing
  })
  const hits = known.answer === answer ? known.hits : nothing
  const partial = answer !== null && answer.messages.length >= most
  useEffect(() => {
    if (!partial) return
    const missing = groupHits(answer.messages)
      .map(({ conversation }) => conversation)
      .filter((conversation, at) => (at < MOST_GROUPS || open.has(conversation)) && !hits.has(conversation))
    if (missing.length === 0) return
    let stale = false
    const ask = async (conversation: string): Promise<readonly [string, readonly MessageHit[]]> => [
      conversation,
      await client.ask('search.inConversation', { text: answer.text, conversation, limit: MOST_HITS })
    ]
    const timer = setTimeout(
      () =>
        void Promise.all(missing.map(ask)).then(
          (found) => {
            if (!stale) setKnown({ answer, hits: new Map([...hits, ...found]) })
          },
          // What the page holds of them stays.
          () => undefined
        ),
      missing.some((conversation) => open.has(conversation)) ? 0 : PAUSE
    )
    return () => {
      stale = true
      clearTimeout(timer)
    }
  }, [client, answer, partial, open, hits])
  return hits
}
