/** Times of one kind, ms. */
export interface TimeFigures {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

const SIZE = 1_000

/** Remembers the last thousand times of one kind. Noting one costs next to nothing; the figures are worked out when asked for. */
export class RollingTimes {
  readonly #times = new Float64Array(SIZE)
  #noted = 0

  note(ms: number): void {
    this.#times[this.#noted % SIZE] = ms
    this.#noted += 1
  }

  /** Of the times that are remembered; all zero when there is none. */
  figures(): TimeFigures {
    const count = Math.min(this.#noted, SIZE)
    const sorted = this.#times.slice(0, count).sort()
    const at = (share: number): number => sorted[Math.min(count - 1, Math.floor(share * count))] ?? 0
    return { count, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
  }
}
