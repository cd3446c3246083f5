import { stored, t } from '../../i18n/t.ts'
import { assertNever } from '../../../../shared/assert-never.ts'
import type { LiveLine, SyncRow } from '../../../../shared/contract/rows.ts'
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
      return { state: t('Starting'), tone: 'quiet', detail: null }
    case 'first-sync':
      return { state: t('First sync'), tone: 'quiet', detail: progressWords(row, now) }
    case 'catching-up':
      return { state: t('Catching up'), tone: 'quiet', detail: progressWords(row, now) }
    case 'syncing':
      return { state: t('Online'), tone: 'good', detail: row.live.state === 'live' ? t('live') : t('syncing') }
    case 'idle':
      if (row.live.state === 'live') return { state: t('Online'), tone: 'good', detail: t('live') }
      return {
        state: t('Online'),
        tone: 'good',
        detail: row.lastSyncAt === null ? null : syncedWords(now - row.lastSyncAt)
      }
    case 'rate-limited':
      return {
        state: t('Pause'),
        tone: 'waiting',
        detail:
          row.nextSyncAt === null
            ? t('X asks for a pause')
            : t('X asks for a pause until {time}', { time: formatClock(row.nextSyncAt) })
      }
    case 'offline':
      return {
        state: t('Offline'),
        tone: 'waiting',
        detail:
          row.lastSyncAt === null
            ? t('X cannot be reached')
            : t('last synced {time} ago', { time: formatAge(now - row.lastSyncAt) })
      }
    case 'out-of-credits':
      return { state: t('X credits are used up'), tone: 'trouble', detail: t('reading goes on, polling pauses') }
    case 'sign-in-needed':
      return {
        state: t('Signed out'),
        tone: 'trouble',
        detail: row.problem === null ? t('X no longer accepts the sign-in') : stored(row.problem)
      }
    case 'cost-ceiling':
      return {
        state: t('Cost ceiling'),
        tone: 'waiting',
        detail:
          row.nextSyncAt === null
            ? t('reading pauses')
            : t('reading pauses until {time}', { time: formatClock(row.nextSyncAt) })
      }
    case 'not-connected':
      return { state: t('Archive only'), tone: 'quiet', detail: t('not connected to X') }
    default:
      return assertNever(row.phase)
  }
}

/** With a round every few seconds, counting them would only flicker. */
const JUST_NOW = 10_000

function syncedWords(age: number): string {
  return age < JUST_NOW ? t('synced just now') : t('synced {time} ago', { time: formatAge(age) })
}

function progressWords(row: SyncRow, now: number): string {
  if (!row.progress) return t('asking X for the last 30 days')
  const { events: count, oldestAt } = row.progress
  return oldestAt === null
    ? t('{count, plural, one {# message} other {# messages}} so far', { count })
    : t('{count, plural, one {# message} other {# messages}} so far, back to {day}', {
        count,
        day: formatDate(oldestAt, now)
      })
}

/** Why messages are looked for now and then instead of arriving at once; null while they do, or while neither happens. */
export function pollingWords(row: SyncRow): { readonly text: string; readonly reason: string } | null {
  if (row.phase === 'not-connected' || row.phase === 'offline' || row.phase === 'sign-in-needed') return null
  switch (row.live.state) {
    case 'live':
      return null
    case 'off':
      return {
        text: t('polling'),
        reason: t('There is no app bearer token, so that new messages are looked for about once a minute.')
      }
    case 'connecting':
      return { text: t('polling, going live'), reason: t('The live connection to X is being made.') }
    case 'waiting':
    case 'refused':
      return {
        text: row.live.state === 'refused' ? t('polling, live refused') : t('polling, live again soon'),
        reason: row.live.reason === null ? t('The live connection to X broke off.') : stored(row.live.reason)
      }
    default:
      return assertNever(row.live.state)
  }
}

/** How the live connection stands, in a sentence or two. */
export function liveStateWords(live: LiveLine): string {
  switch (live.state) {
    case 'off':
      return t('Not live: new messages are looked for about once a minute.')
    case 'connecting':
      return t('Going live…')
    case 'live':
      return t('Live: new messages arrive at once.')
    case 'waiting':
      return live.reason === null
        ? t('Not live just now; it is tried again.')
        : t('Not live just now; it is tried again. {reason}', { reason: stored(live.reason) })
    case 'refused':
      return t('Not live: {reason} New messages are looked for about once a minute.', {
        reason: live.reason === null ? t('X refuses it.') : stored(live.reason)
      })
    default:
      return assertNever(live.state)
  }
}

export function costWords(usd: number): string {
  return t('{usd, number, ::currency/USD} today', { usd })
}
