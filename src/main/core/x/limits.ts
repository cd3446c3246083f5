import type { RateWindow } from './rate.ts'

const QUARTER_HOUR = 15 * 60_000
const DAY = 24 * 60 * 60_000

/** X's counters: of 15 minutes and of 24 hours, per user, and of the whole app, which all its accounts share. */
export type LimitSpan = RateWindow | 'app-15-minutes'

/** Length of a counter's window in ms. */
export const spanLength: Readonly<Record<LimitSpan, number>> = {
  '15-minutes': QUARTER_HOUR,
  'app-15-minutes': QUARTER_HOUR,
  'user-24-hours': DAY,
  'app-24-hours': DAY
}

export type DocumentedLimits = Readonly<Partial<Record<LimitSpan, number>>>

const READ: DocumentedLimits = { '15-minutes': 15 }
const SEND: DocumentedLimits = { '15-minutes': 15, 'user-24-hours': 1_440, 'app-24-hours': 1_440 }
const BLOCK: DocumentedLimits = {
  '15-minutes': 10,
  'user-24-hours': 400,
  'app-15-minutes': 25,
  'app-24-hours': 1_000
}
const USERS: DocumentedLimits = { '15-minutes': 900, 'app-15-minutes': 300 }
const UPLOAD_STEP: DocumentedLimits = { '15-minutes': 1_875, 'app-24-hours': 180_000 }

/**
 * What X allows by its table, by operation: holds until its headers say otherwise. What is not in the table (the download
 * of media) is limited by headers alone.
 * Source: https://docs.x.com/x-api/fundamentals/rate-limits as of 2026-08-22, self-serve pay-per-use.
 */
const documented: Readonly<Record<string, DocumentedLimits>> = {
  'dm-events': READ,
  'conversation-events': READ,
  'participant-events': READ,
  'send-to-participant': SEND,
  'send-to-conversation': SEND,
  'create-group': SEND,
  'delete-event': { '15-minutes': 300, 'user-24-hours': 1_500, 'app-24-hours': 4_000 },
  'block-messages': BLOCK,
  'unblock-messages': BLOCK,
  me: { '15-minutes': 75 },
  users: USERS,
  'user-by-username': USERS,
  'media-upload': { '15-minutes': 500, 'app-24-hours': 50_000 },
  'media-status': { '15-minutes': 1_000, 'app-24-hours': 100_000 },
  'media-begin': UPLOAD_STEP,
  'media-append': UPLOAD_STEP,
  'media-finish': UPLOAD_STEP
}

export function documentedLimits(endpoint: string): DocumentedLimits {
  return documented[endpoint] ?? {}
}

/**
 * Operations of which X does not say whether it counts them together or each for itself (x-api.md 1.8): they are counted
 * together until X's own numbers prove the opposite.
 */
const families: readonly (readonly string[])[] = [
  ['send-to-participant', 'send-to-conversation', 'create-group'],
  ['dm-events', 'conversation-events', 'participant-events']
]

/** The operations that may share `endpoint`'s counter, itself first. */
export function familyOf(endpoint: string): readonly string[] {
  const family = families.find((each) => each.includes(endpoint)) ?? []
  return [endpoint, ...family.filter((each) => each !== endpoint)]
}
