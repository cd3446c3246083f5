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

export interface Limit {
  /** Requests per 15 minutes and user. */
  readonly window: number
  /** Requests per 24 hours and user; absent where X has none. */
  readonly day?: number
}
export type LimitTable = Readonly<Record<Endpoint, Limit>>

const SEND_X: Limit = { window: 15, day: 1440 }

/** X's self-serve table (x-api.md 1.8). The media download is in no table; it is given room here. */
export const X_LIMITS: LimitTable = {
  'users.me': { window: 75 },
  users: { window: 900 },
  dm_events: { window: 15 },
  'dm_events.id': { window: 15 },
  'dm_conversations.id.dm_events': { window: 15 },
  'dm_conversations.with.dm_events': { window: 15 },
  'dm_conversations.with.messages': SEND_X,
  'dm_conversations.id.messages': SEND_X,
  dm_conversations: SEND_X,
  'dm_events.delete': { window: 300, day: 1500 },
  dm_media: { window: 900 }
}

const SEND_GENEROUS: Limit = { window: 180, day: 14_400 }

/** For the practice workspace: the console paces itself by the headers, and practice should feel alive. */
export const GENEROUS_LIMITS: LimitTable = {
  'users.me': { window: 450 },
  users: { window: 900 },
  dm_events: { window: 450 },
  'dm_events.id': { window: 450 },
  'dm_conversations.id.dm_events': { window: 450 },
  'dm_conversations.with.dm_events': { window: 450 },
  'dm_conversations.with.messages': SEND_GENEROUS,
  'dm_conversations.id.messages': SEND_GENEROUS,
  dm_conversations: SEND_GENEROUS,
  'dm_events.delete': { window: 300, day: 1500 },
  dm_media: { window: 1800 }
}

export const WINDOW_MS = 900_000
const DAY_MS = 86_400_000

interface Window {
  used: number
  resetAt: number
}

export interface RateLimits {
  /** Counts one request. `allowed` is false when the window or the day is used up; headers are right in both cases. */
  take(userId: string, endpoint: Endpoint): { allowed: boolean; headers: Record<string, string> }
  /** For tests: every window starts afresh. */
  reset(): void
  /** For tests: uses up what is left of a window. */
  exhaust(userId: string, endpoint: Endpoint): void
}

export function createRateLimits(clock: PracticeClock, table: LimitTable): RateLimits {
  const windows = new Map<string, Window>()

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
      const allowed = window.used < limit.window && (day === null || day.used < (limit.day ?? 0))
      if (allowed) {
        window.used += 1
        if (day !== null) day.used += 1
      }
      const headers = describe('x-rate-limit-', limit.window, window)
      if (day !== null && limit.day !== undefined) {
        Object.assign(
          headers,
          describe('x-user-limit-24hour-', limit.day, day),
          describe('x-app-limit-24hour-', limit.day, day)
        )
      }
      return { allowed, headers }
    },
    reset: () => windows.clear(),
    exhaust(userId, endpoint) {
      windowOf(`${endpoint} ${userId}`, WINDOW_MS).used = table[endpoint].window
    }
  }
}
