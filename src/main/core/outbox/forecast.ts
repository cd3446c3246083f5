import type { ForecastWindow } from '../sync/rate-budget.ts'

/** A reply that will leave by itself. */
export interface WaitingReply {
  readonly id: string
  readonly conversation: string
  /** The operation that sends it, as the limits name it. */
  readonly endpoint: string
  /** Earliest time, ms since 1970: the undo window, a planned time; 0 when it only waits its turn. */
  readonly notBefore: number
}

export interface Limits {
  readonly windows: ReadonlyMap<string, readonly ForecastWindow[]>
  /** Whether a request to one operation counts for all. */
  readonly together: boolean
}

/**
 * When each reply leaves, by playing through X's windows as the outbox does: oldest first, in order per conversation, and
 * as many as fit. Exact as long as nobody else uses the account and X answers.
 * @param replies oldest first.
 * @returns ms since 1970 by reply.
 */
export function forecastReplies(replies: readonly WaitingReply[], limits: Limits, now: number): Map<string, number> {
  const windows = new Map([...limits.windows].map(([endpoint, each]) => [endpoint, each.map((one) => ({ ...one }))]))
  const heads = headsByConversation(replies)
  const times = new Map<string, number>()
  let time = now
  while (heads.length > 0) {
    let next: { head: Head; at: number } | null = null
    for (const head of heads) {
      const ready = Math.max(time, head.ready, head.replies[head.place]?.notBefore ?? 0)
      if (next !== null && ready > next.at) continue
      const at = slotAfter(windows.get(head.replies[head.place]?.endpoint ?? '') ?? [], ready)
      // Heads are in the order of the outbox: at the same time the older one goes first.
      if (next === null || at < next.at) next = { head, at }
    }
    const reply = next?.head.replies[next.head.place]
    if (!next || !reply) break
    time = next.at
    times.set(reply.id, next.at)
    for (const [endpoint, counted] of windows) {
      if (endpoint === reply.endpoint || limits.together) for (const window of counted) take(window, next.at)
    }
    advance(heads, next.head, next.at)
  }
  return times
}

interface Head {
  readonly replies: readonly (WaitingReply & { readonly order: number })[]
  place: number
  /** When the reply before it in the same conversation has left. */
  ready: number
}

function headsByConversation(replies: readonly WaitingReply[]): Head[] {
  const grouped = Map.groupBy(
    replies.map((reply, order) => ({ ...reply, order })),
    (reply) => reply.conversation
  )
  return [...grouped.values()].map((of) => ({ replies: of, place: 0, ready: 0 }))
}

/** The next reply of the conversation takes its place among the heads, which stay in the order of the outbox. */
function advance(heads: Head[], head: Head, at: number): void {
  heads.splice(heads.indexOf(head), 1)
  head.place += 1
  head.ready = at
  const next = head.replies[head.place]
  if (!next) return
  const place = heads.findIndex((each) => (each.replies[each.place]?.order ?? 0) > next.order)
  heads.splice(place === -1 ? heads.length : place, 0, head)
}

type Simulated = { -readonly [K in keyof ForecastWindow]: ForecastWindow[K] }

function slotAfter(windows: readonly ForecastWindow[], from: number): number {
  let at = from
  for (const window of windows) if (at < window.resetAt && window.used >= window.limit) at = window.resetAt
  // A later window may have begun by then, but a shorter one that ends before is no obstacle any more.
  return at === from || windows.every((window) => at >= window.resetAt || window.used < window.limit)
    ? at
    : slotAfter(windows, at)
}

function take(window: Simulated, at: number): void {
  if (at >= window.resetAt) {
    window.used = 1
    window.resetAt = at + window.span
  } else {
    window.used += 1
  }
}
