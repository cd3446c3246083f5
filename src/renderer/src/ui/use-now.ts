import { useSyncExternalStore } from 'react'

const SECOND = 1_000
const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

/** One timer for all clocks on the screen; it runs only while there is one. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(() => {
    for (const one of listeners) one()
  }, SECOND)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/**
 * A text (or number) that depends on the time. Renders again only when it changes, not with each tick.
 * @param format gets ms since 1970
 */
export function useClock<T extends string | number | boolean>(format: (now: number) => T): T {
  return useSyncExternalStore(subscribe, () => format(Date.now()))
}
