import { useEffect, useEffectEvent, useRef } from 'react'
import type { Sending, Way } from './use-sending.ts'

/**
 * How a reply is told to leave. A key that is pressed while the file of a canned reply is still being taken over waits for
 * it: without the file it would be another message.
 */
export function useLeaving(sending: Sending, taking: boolean): (way: Way) => void {
  const waiting = useRef<Way | null>(null)
  const leave = useEffectEvent((way: Way) => void sending[way]())
  useEffect(() => {
    if (taking || waiting.current === null) return
    leave(waiting.current)
    waiting.current = null
  }, [taking])
  return (way) => {
    if (taking) waiting.current = way
    else void sending[way]()
  }
}
