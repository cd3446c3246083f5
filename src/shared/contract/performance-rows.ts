/** How long something takes in the core of this desk: the last thousand times, ms. */
export interface TimeRow {
  readonly id: 'hot' | 'search'
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
}
