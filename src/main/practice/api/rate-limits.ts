import type { PracticeClock } from '../deps.ts'

export type Endpoint =
  | 'users.me'
  | 'users'
  | 'dm_events'
  | 'dm_events.id'
  | 'dm_conversations.id.dm_events'
  | 'dm_conversations.with.dm_events'
  | 'dm_conversations.with.messages'
  | 'dm_conversations.id.messages'
  | 'dm_conversations'
  | 'dm_events.delete'
  | 'dm_media'
  | 'users.dm.block'
  | 'users.dm.unblock'
  | 'media.initialize'
  | 'media.append'
  | 'media.finalize'
  | 'media.status'

export interface Limit {
  /** Requests per 15 minutes and user. */
  readonly window: number
  /** Requests per 24 hours and user, and the same for all users of the app together; absent where X has none. */
  readonly day?: number
}
export type LimitTable = Readonly<Record<Endpoint, Limit>>

const BLOCK: Limit = { window: 10, day: 400 }

/** @param limits of a quarter of an hour: reads of messages, of oneself, of media; and of every way to send */
function limitTable(limits: {
  readonly read: number
  readonly me: number
  readonly media: number
  readonly send: Limit
}) {
  const { me, send } = limits
  const read: Limit = { window: limits.read }
  return {
    'users.me': { window: me },
    users: { window: 900 },
    dm_events: read,
    'dm_events.id': read,
    'dm_conversations.id.dm_events': read,
    'dm_conversations.with.dm_events': read,
    'dm_conversations.with.messages': send,
    'dm_conversations.id.messages': send,
    dm_conversations: send,
    'dm_events.delete': { window: 300, day: 1500 },
    dm_media: { window: limits.media },
    'users.dm.block': BLOCK,
    'users.dm.unblock': BLOCK,
    // Each step is counted for itself.
    'media.initialize': { window: 1875 },
    'media.append': { window: 1875 },
    'media.finalize': { window: 1875 },
    'media.status': { window: 1000 }
  }
}

/** X's self-serve table (x-api.md 1.8). The media download is in no table; it is given room here. */
export const X_LIMITS: LimitTable = limitTable({ read: 15, me: 75, media: 900, send: { window: 15, day: 1440 } })

/** For the practice workspace: the console paces itself by the headers, and practice should feel alive. */
export const GENEROUS_LIMITS: LimitTable = limitTable({
  read: 450,
  me: 450,
  media: 1800,
  send: { window: 180, day: 14_400 }
})

export const WINDOW_MS = 900_000
const DAY_MS = 86_400_000

interface Window {
  used: number
  resetAt: number
}

export interface RateLimits {
  /** Counts one request. `allowed` is false when the window or the day is used up; headers are right in both cases. */
  take(userId: string, endpoint: Endpoint): { allowed: boolean; headers: Record<string, string> }
  /** How many requests were over a limit so far. */
  refused(): number
  /** For tests: every window starts afresh. */
  reset(): void
  /** For tests: uses up what is left of a window. */
  exhaust(userId: string, endpoint: Endpoint): void
}

export function createRateLimits(clock: PracticeClock, table: LimitTable): RateLimits {
  const windows = new Map<string, Window>()
  let refused = 0

  const windowOf = (key: string, length: number): Window => {
    const known = windows.get(key)
    if (known !== undefined && known.resetAt > clock.now()) return known
    const fresh = { used: 0, resetAt: clock.now() + length }
    windows.set(key, fresh)
    return fresh
  }
  const describe = (prefix: string, limit: number, window: Window): Record<string, string> => ({
    [`${prefix}limit`]: String(limit),
    [`${prefix}remaining`]: String(Math.max(0, limit - window.used)),
    [`${prefix}reset`]: String(Math.ceil(window.resetAt / 1000))
  })

  return {
    take(userId, endpoint) {
      const limit = table[endpoint]
      const window = windowOf(`${endpoint} ${userId}`, WINDOW_MS)
      const day = limit.day === undefined ? null : windowOf(`${endpoint} ${userId} day`, DAY_MS)
      const app = limit.day === undefined ? null : windowOf(`${endpoint} app day`, DAY_MS)
      const most = limit.day ?? 0
      const allowed =
        window.used < limit.window && (day === null || day.used < most) && (app === null || app.used < most)
      if (!allowed) refused += 1
      if (allowed) {
        window.used += 1
        if (day !== null) day.used += 1
        if (app !== null) app.used += 1
      }
      const headers = describe('x-rate-limit-', limit.window, window)
      if (day !== null && app !== null && limit.day !== undefined) {
        Object.assign(
          headers,
          describe('x-user-limit-24hour-', limit.day, day),
          describe('x-app-limit-24hour-', limit.day, app)
        )
      }
      return { allowed, headers }
    },
    refused: () => refused,
    reset: () => windows.clear(),
    exhaust(userId, endpoint) {
      windowOf(`${endpoint} ${userId}`, WINDOW_MS).used = table[endpoint].window
    }
  }
}
