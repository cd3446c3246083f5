import { RollingTimes } from '../../../shared/domain/rolling-times.ts'

/** How quickly this window answers. In memory only: nothing of it is stored or leaves. */
export interface WindowMeter {
  /** From a key or a click to the frame after it, ms. */
  readonly painted: RollingTimes
  /** From a question of the search to its answer, ms. */
  readonly searched: RollingTimes
}

/** What the meter needs of a window. */
export type MeteredWindow = Pick<Window, 'addEventListener' | 'requestAnimationFrame'> & {
  readonly document: Pick<Document, 'visibilityState'>
  readonly performance: Pick<Performance, 'now'>
}

/** In a window that was hidden meanwhile no frame comes: that says nothing about speed. */
const TOO_LONG_MS = 5_000

/** @param afterPaint calls back once the frame that is being made is on the screen */
export function createWindowMeter(target: MeteredWindow, afterPaint: (done: () => void) => void): WindowMeter {
  const painted = new RollingTimes()
  const listen = (event: Event): void => {
    const start = event.timeStamp
    target.requestAnimationFrame(() =>
      afterPaint(() => {
        const took = target.performance.now() - start
        if (took < TOO_LONG_MS && target.document.visibilityState === 'visible') painted.note(took)
      })
    )
  }
  // First of all listeners: what others do with the event is part of the time.
  for (const name of ['keydown', 'click']) target.addEventListener(name, listen, { capture: true, passive: true })
  return { painted, searched: new RollingTimes() }
}

/** A message that is posted while a frame is made is handled once the frame has been painted. */
export function afterNextPaint(done: () => void): void {
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', () => {
    port1.close()
    done()
  })
  port1.start()
  port2.postMessage(null)
}
