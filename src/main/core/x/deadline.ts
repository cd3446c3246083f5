import type { Clock } from '../deps.ts'

/** Why a request was broken off by this side. */
export class Interrupted extends Error {
  readonly why: 'timeout' | 'cancelled'

  constructor(why: 'timeout' | 'cancelled') {
    super(why)
    this.name = 'Interrupted'
    this.why = why
  }
}

export interface Deadline {
  /** Aborted with an `Interrupted` as its reason. */
  readonly signal: AbortSignal
  /** Starts the time again: `delay` ms from now. */
  restart(delay: number): void
  /** Stops the time until the next `restart`, while it is the caller who lets the other side wait. */
  pause(): void
  /** Settles like `work`, or rejects with the reason when the time is over first, even if `work` never ends. */
  within<T>(work: Promise<T>): Promise<T>
  /** Stops the time for good. */
  end(): void
}

/**
 * A time limit on the core's own clock, so that tests move it. (AbortSignal.timeout runs on the machine's.)
 * @param delay ms.
 * @param outer the caller's own signal, if it may give up earlier.
 */
export function startDeadline(clock: Clock, delay: number, outer?: AbortSignal): Deadline {
  const controller = new AbortController()
  const giveUp = (): void => controller.abort(new Interrupted('cancelled'))
  if (outer?.aborted === true) giveUp()
  else outer?.addEventListener('abort', giveUp, { once: true })

  const interrupted = new Promise<never>((_resolve, reject) => {
    const fail = (): void => reject(controller.signal.reason as Interrupted)
    if (controller.signal.aborted) fail()
    else controller.signal.addEventListener('abort', fail, { once: true })
  })
  // Nobody may be waiting when the time is over.
  interrupted.catch(() => undefined)

  const arm = (ms: number): (() => void) => clock.after(ms, () => controller.abort(new Interrupted('timeout')))
  let disarm = arm(delay)

  return {
    signal: controller.signal,
    restart(ms) {
      disarm()
      disarm = arm(ms)
    },
    pause: () => disarm(),
    async within(work) {
      try {
        return await Promise.race([work, interrupted])
      } catch (error) {
        // Aborted work rejects in its own words, perhaps a moment earlier.
        throw controller.signal.aborted ? controller.signal.reason : error
      }
    },
    end() {
      disarm()
      outer?.removeEventListener('abort', giveUp)
    }
  }
}
