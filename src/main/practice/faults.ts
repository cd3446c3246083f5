/** What goes wrong with one request. `after` means that the request took effect and only its answer is lost or bad. */
export type Fault =
  | { readonly kind: 'reset'; readonly when: 'before' | 'after' }
  /** Holds the answer until `release` is called; with `when: 'after'` the effect is there already. */
  | { readonly kind: 'hang'; readonly when: 'before' | 'after' }
  | {
      readonly kind: 'status'
      readonly status: number
      readonly body?: unknown
      readonly headers?: Readonly<Record<string, string>>
      /** False leaves `x-rate-limit-*` out. */
      readonly rateHeaders?: boolean
      /** `before` when absent: the request has no effect. */
      readonly when?: 'before' | 'after'
    }
  | { readonly kind: 'token-refused' }
  | { readonly kind: 'out-of-credits' }
  /** 429; without `rateHeaders` nothing says when to come back. */
  | { readonly kind: 'rate-limited'; readonly rateHeaders: boolean; readonly form?: 'v1' | 'problem' }
  | { readonly kind: 'html'; readonly status?: number }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'malformed' }
  /** The right answer in `pieces` parts with `everyMs` between them. */
  | { readonly kind: 'slow'; readonly pieces: number; readonly everyMs: number }
  /** Changes the JSON that would be answered: wrong types, missing data, duplicates, partial `errors[]`. */
  | { readonly kind: 'rewrite'; readonly change: (body: unknown) => unknown }

export interface FaultMatch {
  readonly method?: 'GET' | 'POST' | 'DELETE'
  /** The path without its query: exact text, text ending in `*`, or a pattern. Every path when absent. */
  readonly path?: string | RegExp
  /** How many requests it hits; 1 when absent. */
  readonly times?: number
}

export interface FaultHandle {
  /** Resolves when the first request was hit. */
  readonly hit: Promise<void>
  /** How many requests were hit. */
  readonly hits: number
  /** Lets held answers go. */
  release(): void
  /** Takes the fault back; held answers go. */
  cancel(): void
}

export interface Faults {
  /** Queues a fault for the next request that matches. Earlier ones are used first. */
  add(fault: Fault, match?: FaultMatch): FaultHandle
  /** How long `/2/dm_events` does not show what was sent, in ms. */
  readLagMs: number
  /** Takes every fault back. */
  clear(): void
}

export interface ActiveFault {
  readonly fault: Fault
  /** Resolves when a held answer may go. */
  readonly released: Promise<void>
}

/** The server's side of `Faults`. */
export interface FaultSource extends Faults {
  take(method: string, path: string): ActiveFault | null
}

export function createFaults(): FaultSource {
  interface Entry {
    readonly fault: Fault
    readonly match: FaultMatch
    readonly released: Promise<void>
    readonly release: () => void
    readonly reportHit: () => void
    left: number
  }
  let queue: Entry[] = []

  const matches = ({ method, path: wanted }: FaultMatch, actual: string, path: string): boolean => {
    if (method !== undefined && method !== actual) return false
    if (wanted === undefined) return true
    if (wanted instanceof RegExp) return wanted.test(path)
    return wanted.endsWith('*') ? path.startsWith(wanted.slice(0, -1)) : path === wanted
  }

  return {
    readLagMs: 0,
    add(fault, match = {}) {
      const hit = Promise.withResolvers<undefined>()
      const released = Promise.withResolvers<undefined>()
      const times = match.times ?? 1
      const entry: Entry = {
        fault,
        match,
        released: released.promise,
        release: () => released.resolve(undefined),
        reportHit: () => hit.resolve(undefined),
        left: times
      }
      queue.push(entry)
      return {
        hit: hit.promise,
        get hits() {
          return times - entry.left
        },
        release: entry.release,
        cancel() {
          queue = queue.filter((other) => other !== entry)
          entry.release()
        }
      }
    },
    clear() {
      for (const entry of queue) entry.release()
      queue = []
      this.readLagMs = 0
    },
    take(method, path) {
      const entry = queue.find((candidate) => candidate.left > 0 && matches(candidate.match, method, path))
      if (entry === undefined) return null
      entry.left -= 1
      entry.reportHit()
      // A used-up fault stays until it is released, so that `clear` still lets held answers go.
      if (entry.left === 0 && entry.fault.kind !== 'hang') queue = queue.filter((other) => other !== entry)
      return { fault: entry.fault, released: entry.released }
    }
  }
}
