import { startDeadline } from '../../x/deadline.ts'
import { LINK_HEADERS, type LinkAsking } from './ask-link.ts'

/** X's own address: Backchannel talks to it anyway, and it is there. */
const KNOWN = new URL('https://api.x.com/')
const TIME_LIMIT = 10_000

/**
 * Whether this computer reached the internet at all, asked at `since` (ms since 1970) or later. Without a network, and behind
 * one that answers for everybody, every host seems not to exist.
 */
export function createOnline({ web, clock, turns, signal }: LinkAsking): (since: number) => Promise<boolean> {
  let wasAt = Number.NEGATIVE_INFINITY
  let asking: Promise<boolean> | null = null

  async function ask(): Promise<boolean> {
    const deadline = startDeadline(clock, TIME_LIMIT, signal)
    const began = clock.now()
    try {
      const answer = await deadline.within(
        turns.take(KNOWN.hostname, () =>
          web.ask({ url: KNOWN, method: 'HEAD', headers: LINK_HEADERS, signal: deadline.signal })
        )
      )
      if (answer.kind === 'answer') wasAt = began
      return answer.kind === 'answer'
    } catch (error) {
      if (signal.aborted) throw error
      return false
    } finally {
      deadline.end()
    }
  }

  return async (since) => {
    while (wasAt < since) {
      asking ??= ask().finally(() => {
        asking = null
      })
      if (!(await asking)) return false
    }
    return true
  }
}
