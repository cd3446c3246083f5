import { useState } from 'react'
import type { FeedbackFilter } from '../../../../shared/contract/feedback-commands.ts'
import { problemWords } from '../../core/error-words.ts'
import { useQuery } from '../../core/use-query.ts'
import { usePlaceMemory } from '../../shell/place-context.ts'
import { dayOf } from '../../ui/time.ts'
import { useClock } from '../../ui/use-now.ts'
import { type BoardChoice, filterOf, noFilter, readBoardChoice } from './board-choice.ts'

/** When the first of all was said is answered whatever the filter: this one counts nothing. */
const nothing: FeedbackFilter = { from: 0, to: 0, ...noFilter }

export interface ChosenBoard {
  readonly choice: BoardChoice
  /** Null while it is not known. */
  readonly filter: FeedbackFilter | null
  /** Nothing was tagged yet. */
  readonly empty: boolean
  /** Why it cannot be known. */
  readonly problem: string | null
  change(change: Partial<BoardChoice>): void
}

/** What of the feedback is looked at, remembered on this desk over leaving it and a restart. */
export function useBoardChoice(): ChosenBoard {
  const memory = usePlaceMemory()
  const [kept, setChoice] = useState(() => readBoardChoice(memory.place.feedback))
  const tags = useQuery('tags.list', {})
  const products = useQuery('feedback.products', {})
  const total = useQuery('feedback.total', { filter: nothing })
  const today = useClock(dayOf)
  const [row] = total.rows
  // A tag or product that is gone by now filters nothing.
  const choice = {
    ...kept,
    tag: tags.status === 'ready' && !tags.rows.some(({ id }) => id === kept.tag) ? null : kept.tag,
    product: products.status === 'ready' && !products.rows.some(({ id }) => id === kept.product) ? null : kept.product
  }
  return {
    choice,
    filter: row === undefined || row.since === null ? null : filterOf(choice, today, row.since),
    empty: row?.since === null,
    problem: total.status === 'error' ? problemWords(total) : null,
    change(change) {
      const next = { ...choice, ...change }
      memory.remember({ feedback: next })
      setChoice(next)
    }
  }
}
