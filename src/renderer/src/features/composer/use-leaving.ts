import { useEffect, useEffectEvent, useRef } from 'react'
import type { Sending, Way } from './use-sending.ts'

/**
 * How a reply is told to leave. A key that is pressed while a canned reply, or the file of one, is still on its way into the
 * text waits for it: without it the reply would be another message.
 * @param comes something is on its way @param stays it has questions first: whoever answers them looks at the text again
 */
export function useLeaving(
  sending: Sending,
  { comes, stays }: { readonly comes: boolean; readonly stays: boolean }
): (way: Way) => void {
  const waiting = useRef<Way | null>(null)
  const leave = useEffectEvent((way: Way) => void sending[way]())
  useEffect(() => {
    const way = waiting.current
    if (comes || way === null) return
    waiting.current = null
    if (!stays) leave(way)
  }, [comes, stays])
  return (way) => {
    if (comes) waiting.current = way
    else void sending[way]()
  }
}
