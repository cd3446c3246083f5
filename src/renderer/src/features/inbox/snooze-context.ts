import { createContext, useContext } from 'react'

/** Until when: ms since 1970; null: until the customer writes. */
export interface SnoozeAnswer {
  readonly until: number | null
}

/** Asks until when. @param title says what happens with the answer @returns null when nobody chose */
export type AskSnooze = (title: string) => Promise<SnoozeAnswer | null>

export const SnoozeContext = createContext<AskSnooze | null>(null)

export function useAskSnooze(): AskSnooze {
  const ask = useContext(SnoozeContext)
  if (!ask) throw new Error('useAskSnooze needs a SnoozeProvider above it.')
  return ask
}
