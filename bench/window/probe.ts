/**
 * What the bench puts into the page, before the page's own code. A key counts from the moment the browser received it
 * (the event's `timeStamp`) to the end of the frame that shows its effect: the effect is looked for in each
 * requestAnimationFrame, and a message posted from there is handled after that frame was painted.
 */
export interface Probe {
  /** Waits for the next key. `result` gives how long its effect took, ms. */
  arm(effect: Effect): void
  result(): Promise<number>
  /** Clears and gives the longest times for which the page could not run, ms, longest first. */
  takeBlocks(): number[]
}

export type Effect =
  /** Another conversation is open: its row is selected and its messages stand in the thread. */
  | { readonly kind: 'thread' }
  /** There is an element for the selector, or none any more. */
  | { readonly kind: 'shown' | 'gone'; readonly selector: string }
  /**
   * All that this key changes inside the element is there: what was asked of the core is answered, and three frames pass
   * without a change. Counts to the last frame that changed something.
   */
  | { readonly kind: 'settled'; readonly selector: string }

declare global {
  interface Window {
    bench: Probe
  }
}

/** Runs in the page and must not refer to anything outside. */
export function installProbe(): void {
  /** A key whose effect never comes counts for so long, ms. */
  const LONGEST = 10_000
  const asked = new Set<number>()
  const idOf = (frame: string): number => Number(/^\{"t":"\w+","id":(\d+)/.exec(frame.slice(0, 60))?.[1] ?? -1)
  const send = WebSocket.prototype.send
  WebSocket.prototype.send = function (frame) {
    if (typeof frame === 'string' && frame.startsWith('{"t":"ask"')) asked.add(idOf(frame))
    send.call(this, frame)
  }
  const OriginalSocket = window.WebSocket
  window.WebSocket = class extends OriginalSocket {
    constructor(address: string | URL) {
      super(address)
      this.addEventListener('message', ({ data }) => {
        if (typeof data === 'string' && !data.startsWith('{"t":"patch"')) asked.delete(idOf(data))
      })
    }
  }

  const find = (selector: string): Element | null => document.querySelector(selector)
  const selectedId = (): string | null => find('[role=option][aria-selected=true]')?.id ?? null
  const afterPaint = (done: (at: number) => void): void => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => {
      done(performance.now())
      port1.close()
    })
    port1.start()
    port2.postMessage(null)
  }

  let pending: Promise<number> = Promise.resolve(0)
  const untilShown = (start: number, shown: () => boolean, resolve: (ms: number) => void): void => {
    const look = (): void => {
      if (shown()) afterPaint((at) => resolve(at - start))
      else if (performance.now() - start < LONGEST) requestAnimationFrame(look)
      else resolve(LONGEST)
    }
    requestAnimationFrame(look)
  }
  const untilSettled = (start: number, selector: string, resolve: (ms: number) => void): void => {
    const element = find(selector)
    if (!element) return resolve(LONGEST)
    let changed = true
    let quiet = 0
    let last = 0
    const observer = new MutationObserver(() => (changed = true))
    observer.observe(element, { subtree: true, childList: true, characterData: true, attributes: true })
    const look = (): void => {
      if (changed) {
        changed = false
        quiet = 0
        afterPaint((at) => (last = at - start))
      } else quiet = asked.size === 0 ? quiet + 1 : 0
      if (quiet < 3 && performance.now() - start < LONGEST) return void requestAnimationFrame(look)
      observer.disconnect()
      afterPaint(() => resolve(last))
    }
    requestAnimationFrame(look)
  }

  // Nested timers come every 4 ms; what is later than that was kept from running.
  let blocks: number[] = []
  let tick = performance.now()
  const beat = (): void => {
    const now = performance.now()
    if (now - tick - 4 > 4) blocks.push(now - tick - 4)
    tick = now
    setTimeout(beat)
  }
  beat()

  window.bench = {
    arm(effect) {
      pending = new Promise((resolve) => {
        const log = find('[role=log]')
        const selected = selectedId()
        const listen = (event: KeyboardEvent): void => {
          window.removeEventListener('keydown', listen, true)
          const start = event.timeStamp
          if (effect.kind === 'settled') untilSettled(start, effect.selector, resolve)
          else if (effect.kind === 'thread') {
            const opened = (): boolean => {
              const now = find('[role=log]')
              return now !== null && now !== log && now.querySelector('article') !== null && selectedId() !== selected
            }
            untilShown(start, opened, resolve)
          } else untilShown(start, () => (find(effect.selector) !== null) === (effect.kind === 'shown'), resolve)
        }
        window.addEventListener('keydown', listen, true)
      })
    },
    result: () => pending,
    takeBlocks() {
      const taken = blocks.toSorted((a, b) => b - a)
      blocks = []
      return taken
    }
  }
}
