import type { ReportTimes } from '../../../shared/contract/report-rows.ts'

/** So many are sorted at once: it takes a millisecond or two, and nobody waits for more. */
const CHUNK = 8_192

/**
 * Many numbers, of which the quantiles of the nearest rank are wanted, exactly. They are sorted a chunk at a time as they
 * come, so that half a million of them never keep the core waiting.
 */
export interface Durations {
  count(): number
  /** @param ms a whole number, not negative */
  add(ms: number): void
  /** @param part 0 to 1. @returns null of nothing */
  quantile(part: number): number | null
}

export function createDurations(): Durations {
  const sorted: Float64Array[] = []
  let open: number[] = []
  let count = 0

  const sort = (): void => {
    if (open.length === 0) return
    sorted.push(Float64Array.from(open).sort())
    open = []
  }

  return {
    count: () => count,
    add(ms) {
      open.push(ms)
      count += 1
      if (open.length === CHUNK) sort()
    },
    quantile(part) {
      if (count === 0) return null
      sort()
      const wanted = Math.max(1, Math.ceil(count * part))
      let low = Math.min(...sorted.map((chunk) => chunk[0] ?? 0))
      let high = Math.max(...sorted.map((chunk) => chunk.at(-1) ?? 0))
      // The least number that so many do not exceed.
      while (low < high) {
        const middle = Math.floor((low + high) / 2)
        if (sorted.reduce((sum, chunk) => sum + notAbove(chunk, middle), 0) >= wanted) high = middle
        else low = middle + 1
      }
      return low
    }
  }
}

function notAbove(sorted: Float64Array, limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}

/** Times by the clock on the wall and by business hours. */
export interface Times {
  /** ms; what a clock that was set back makes negative took no time. */
  add(wall: number, open: number): void
  figures(): ReportTimes
}

export function createTimes(): Times {
  const walls = createDurations()
  const opens = createDurations()
  return {
    add(wall, open) {
      walls.add(Math.max(0, Math.round(wall)))
      opens.add(Math.max(0, Math.round(open)))
    },
    figures: () => ({
      count: walls.count(),
      median: walls.quantile(0.5),
      p90: walls.quantile(0.9),
      openMedian: opens.quantile(0.5),
      openP90: opens.quantile(0.9)
    })
  }
}
