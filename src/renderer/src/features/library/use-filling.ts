import { useQuery, useRow } from '../../core/use-query.ts'
import { useClock } from '../../ui/use-now.ts'
import { type Filling, nobody } from './fill.ts'

const MINUTE = 60_000

/** What bodies are filled in with for a conversation; null: for nobody in particular. */
export function useFilling(conversation: string | null): Filling {
  const context = useRow('library.context', { conversation }) ?? nobody
  const { rows: fragments } = useQuery('library.fragments', {})
  // To the minute: no placeholder is more exact, and nothing is drawn anew each second.
  const now = useClock((at) => Math.floor(at / MINUTE)) * MINUTE
  return { context, fragments, now }
}
