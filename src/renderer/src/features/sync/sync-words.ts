import { assertNever } from '../../../../shared/assert-never.ts'
import type { SyncRow } from '../../../../shared/contract/rows.ts'
import { plural } from '../../ui/plural.ts'
import { formatAge, formatClock, formatDate } from '../../ui/time.ts'

export interface SyncWords {
  /** One or two words for the status line. */
  readonly state: string
  readonly tone: 'good' | 'quiet' | 'waiting' | 'trouble'
  /** What it means, and what happens next. */
  readonly detail: string | null
}

/** How an account stands to X, in words. */
export function syncWords(row: SyncRow, now: number): SyncWords {
  switch (row.phase) {
    case 'starting':
      return { state: 'Starting', tone: 'quiet', detail: null }
    case 'first-sync':
      return { state: 'First sync', tone: 'quiet', detail: progressWords(row, now) }
    case 'syncing':
      return { state: 'Online', tone: 'good', detail: 'syncing' }
    case 'idle':
      return {
        state: 'Online',
        tone: 'good',
        detail: row.lastSyncAt === null ? null : syncedWords(now - row.lastSyncAt)
      }
    case 'rate-limited':
      return {
        state: 'Pause',
        tone: 'waiting',
        detail:
          row.nextSyncAt === null ? 'X asks for a pause' : `X asks for a pause until ${formatClock(row.nextSyncAt)}`
      }
    case 'offline':
      return {
        state: 'Offline',
        tone: 'waiting',
        detail: row.lastSyncAt === null ? 'X cannot be reached' : `last synced ${formatAge(now - row.lastSyncAt)} ago`
      }
    case 'out-of-credits':
      return { state: 'X credits are used up', tone: 'trouble', detail: 'reading goes on, polling pauses' }
    case 'sign-in-needed':
      return { state: 'Signed out', tone: 'trouble', detail: row.problem ?? 'X no longer accepts the sign-in' }
    case 'not-connected':
      return { state: 'Archive only', tone: 'quiet', detail: 'not connected to X' }
    default:
      return assertNever(row.phase)
  }
}

/** With a round every few seconds, counting them would only flicker. */
const JUST_NOW = 10_000

function syncedWords(age: number): string {
  return age < JUST_NOW ? 'synced just now' : `synced ${formatAge(age)} ago`
}

function progressWords(row: SyncRow, now: number): string {
  if (!row.progress) return 'asking X for the last 30 days'
  const back = row.progress.oldestAt === null ? '' : `, back to ${formatDate(row.progress.oldestAt, now)}`
  return `${plural(row.progress.events, 'message')} so far${back}`
}

/** `11 of 15 replies left`, with the time of the next window when they run low. */
export function sendsWords(row: SyncRow): string | null {
  if (!row.sends) return null
  const { limit, remaining, resetAt } = row.sends
  const left = `${remaining} of ${limit} replies left`
  return remaining * 4 <= limit * 3 ? `${left}, next at ${formatClock(resetAt)}` : left
}

const money = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })

export function costWords(usd: number): string {
  return `${money.format(usd)} today`
}
