import type { Port } from '../../shared/contract/frames.ts'

/** Two ends of a pipe in this process: what one sends, the other gets, in order and never within the same call. */
export function portPair(): [Port, Port] {
  const left = new Queue()
  const right = new Queue()
  const close = (): void => {
    left.end()
    right.end()
  }
  const end = (mine: Queue, theirs: Queue): Port => ({
    send: (frame) => theirs.push(frame),
    onFrame: (listener) => mine.listen(listener),
    onClose: (listener) => mine.onEnd(listener),
    close
  })
  return [end(left, right), end(right, left)]
}

class Queue {
  readonly #waiting: string[] = []
  readonly #listeners = new Set<(frame: string) => void>()
  readonly #endListeners = new Set<() => void>()
  #scheduled = false
  #ended = false

  push(frame: string): void {
    if (this.#ended) return
    this.#waiting.push(frame)
    this.#schedule()
  }

  listen(listener: (frame: string) => void): () => void {
    this.#listeners.add(listener)
    this.#schedule()
    return () => this.#listeners.delete(listener)
  }

  onEnd(listener: () => void): () => void {
    this.#endListeners.add(listener)
    return () => this.#endListeners.delete(listener)
  }

  end(): void {
    if (this.#ended) return
    this.#ended = true
    const listeners = [...this.#endListeners]
    queueMicrotask(() => {
      for (const listener of listeners) if (this.#endListeners.has(listener)) listener()
    })
  }

  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    queueMicrotask(() => {
      this.#scheduled = false
      // Frames wait for the first listener instead of being lost.
      while (this.#listeners.size > 0 && this.#waiting.length > 0) {
        const frame = this.#waiting.shift()
        if (frame === undefined) return
        for (const listener of this.#listeners) listener(frame)
      }
    })
  }
}
