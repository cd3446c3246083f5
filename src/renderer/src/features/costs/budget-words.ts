import { type Message, msg } from '../../../../shared/i18n/message.ts'
import { t } from '../../i18n/t.ts'
import type { BackfillRow, CeilingRow, CostKind, Estimate } from '../../../../shared/contract/budget-rows.ts'
import type { RateLeft, SyncRow } from '../../../../shared/contract/rows.ts'
import { formatClock, formatDate } from '../../ui/time.ts'

export function formatUsd(usd: number): string {
  return t('{usd, number, ::currency/USD}', { usd })
}

/** The price of one thing, which may be a fraction of a cent: `$0.010`. */
export function formatPrice(usd: number): string {
  return t('{usd, number, ::currency/USD .000}', { usd })
}

/** `11 of 15 replies left`, with the time of the next window when they run low, and of the day's what is left. */
export function gaugeWords({ sends, sendsDay }: Pick<SyncRow, 'sends' | 'sendsDay'>): string | null {
  if (!sends) return null
  const left =
    sends.remaining * 4 <= sends.limit * 3
      ? t('{left, number} of {limit, number} replies left, next at {time}', {
          left: sends.remaining,
          limit: sends.limit,
          time: formatClock(sends.resetAt)
        })
      : t('{left, number} of {limit, number} replies left', { left: sends.remaining, limit: sends.limit })
  return sendsDay ? t('{left}; 24 h: {count, number} left', { left, count: sendsDay.remaining }) : left
}

/** `11 of 15`, for a table. */
export function leftWords(left: RateLeft | null): string {
  return left === null
    ? t('no limit known')
    : t('{left, number} of {limit, number}', { left: left.remaining, limit: left.limit })
}

/** `23 replies wait: last leaves about 15:10`. Null where the limits hold up nothing. */
export function forecastWords({ queue }: Pick<SyncRow, 'queue'>, now: number): string | null {
  if (!queue || queue.lastAt <= now + MINUTE) return null
  return t('{count, plural, one {# reply waits: leaves} other {# replies wait: last leaves}} about {time}', {
    count: queue.count,
    time: momentWords(queue.lastAt, now)
  })
}

/** When one reply leaves, beside it in the outbox; null when it is about to. */
export function leavesWords(at: number, now: number): string | null {
  return at <= now + MINUTE ? null : t('Leaves about {time}, by X’s limits.', { time: momentWords(at, now) })
}

const MINUTE = 60_000
const DAY = 86_400_000

function momentWords(at: number, now: number): string {
  return at - now < DAY / 2 ? formatClock(at) : t('{day}, {time}', { day: formatDate(at, now), time: formatClock(at) })
}

export const kindWords: Readonly<Record<CostKind, Message>> = {
  'dm-read': msg('Messages read'),
  'user-read': msg('Profiles read'),
  'dm-send': msg('Replies sent'),
  'dm-delete': msg('Messages deleted'),
  'privacy-update': msg('Blocks and unblocks'),
  'dm-received': msg('Live messages'),
  'chat-received': msg('Live encrypted messages')
}

/** What a ceiling means at this moment; null while it means nothing. */
export function ceilingWords(row: CeilingRow, now: number): { readonly title: string; readonly text: string } | null {
  if (row.stage === 'none' || row.stage === 'fine' || row.period === null || row.limitUsd === null) return null
  const { period } = row
  const limit = formatUsd(row.limitUsd)
  const time = row.resetsAt === null ? null : momentWords(row.resetsAt, now)
  const near = t('{period, select, day {Today’s} other {This month’s}} ceiling of {limit} is near.', { period, limit })
  const reached = t('{period, select, day {Today’s} other {This month’s}} ceiling of {limit} is reached.', {
    period,
    limit
  })
  switch (row.stage) {
    case 'saving':
      return {
        title: near,
        text:
          time === null
            ? t('New messages come in and replies leave; older messages and profiles wait.')
            : t('New messages come in and replies leave; older messages and profiles wait until {time}.', { time })
      }
    case 'reading-stopped':
      return { title: reached, text: `${nothingRead(time)} ${t('What is left of it is kept for replies.')}` }
    case 'reached':
      if (row.permitted) {
        return { title: reached, text: `${nothingRead(time)} ${t('Replies leave, because you said so.')}` }
      }
      return {
        title: reached,
        text: `${nothingRead(time)} ${
          row.repliesWaiting === 0
            ? t('Replies wait for your word.')
            : t(
                '{count, plural, one {# reply in the outbox waits} other {# replies in the outbox wait}} for your word.',
                { count: row.repliesWaiting }
              )
        }`
      }
  }
}

function nothingRead(time: string | null): string {
  return time === null ? t('Nothing is read.') : t('Nothing is read until {time}.', { time })
}

/** `about $21 ($14 to $30)` */
export function estimateWords(estimate: Estimate): string {
  return t('about {usd} ({low} to {high})', {
    usd: formatUsd(estimate.usd),
    low: formatUsd(estimate.lowUsd),
    high: formatUsd(estimate.highUsd)
  })
}

/** What is known before the choice how far back to read. */
export function backfillWords(row: BackfillRow, now: number): string {
  const values = { count: row.eventsSoFar, perDay: Math.round(row.perDay) }
  const seen =
    row.oldestAt === null
      ? t('{count, plural, one {# message} other {# messages}} read so far: about {perDay, number} a day.', values)
      : t(
          '{count, plural, one {# message} other {# messages}} read so far, back to {day}: about {perDay, number} a day.',
          { ...values, day: formatDate(row.oldestAt, now) }
        )
  if (row.all === null) return seen
  const more = t('X does not say how many there are; about {count, number} more is likely.', { count: row.all.events })
  return `${seen} ${more}`
}
