import { createContext, useContext } from 'react'

/** What a time is asked for. */
export interface TimeQuestion {
  readonly title: string
  /** The time as it is now; null for a new one. ms since 1970 */
  readonly at: number | null
}

/** Asks for a time to send at. @returns ms since 1970, ahead; null when nobody chose one. */
export type AskTime = (question: TimeQuestion) => Promise<number | null>

export const AskTimeContext = createContext<AskTime | null>(null)

export function useAskTime(): AskTime {
  const ask = useContext(AskTimeContext)
  if (!ask) throw new Error('useAskTime needs a ScheduleProvider above it.')
  return ask
}
