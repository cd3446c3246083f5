import type { ReportQueue, ReportRow, ReportScores } from '../../../../shared/contract/report-rows.ts'
import { changeOf } from '../../../../shared/domain/report/change.ts'
import type { BucketUnit, RangePreset } from '../../../../shared/domain/report/report-range.ts'
import { type Message, msg } from '../../../../shared/i18n/message.ts'
import { locale } from '../../i18n/language.ts'
import { t } from '../../i18n/t.ts'
import { formatWait } from '../../ui/time.ts'

export const presetWords: Readonly<Record<RangePreset, Message>> = {
  today: msg('Today'),
  'last-7': msg('Last 7 days'),
  'last-30': msg('Last 30 days'),
  'this-month': msg('This month'),
  'last-month': msg('Last month')
}

export const reportQueueWords: Readonly<Record<ReportQueue['id'], Message>> = {
  open: msg('Inbox'),
  unassigned: msg('Unassigned'),
  waiting: msg('Waiting on us'),
  overdue: msg('Later than promised'),
  snoozed: msg('Snoozed'),
  requests: msg('Requests'),
  spam: msg('Spam')
}

/** A day as people say it: `4 Mar`, with the year when it is another one than `beside`'s. */
function dayText(date: string, beside = date): string {
  const year = date.slice(0, 4) === new Date().toISOString().slice(0, 4) && beside.slice(0, 4) === date.slice(0, 4)
  return formatter({ day: 'numeric', month: 'short', ...(year ? {} : { year: 'numeric' }), timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00:00Z`)
  )
}

/** `4 Mar`, or `4 Mar – 10 Mar`. */
export function daysText({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? dayText(from) : t('{from} – {to}', { from: dayText(from, to), to: dayText(to, from) })
}

/** What a part of the range is called: an hour, a day, the first day of a week, a month. */
export function partText(at: number, unit: BucketUnit, zone: string): string {
  switch (unit) {
    case 'hour':
      return formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(at)
    case 'month':
      return formatter({ month: 'short', year: 'numeric', timeZone: zone }).format(at)
    default:
      return formatter({ day: 'numeric', month: 'short', timeZone: zone }).format(at)
  }
}

export function unitText(unit: BucketUnit): string {
  switch (unit) {
    case 'hour':
      return t('Hour')
    case 'day':
      return t('Day')
    case 'week':
      return t('Week from')
    case 'month':
      return t('Month')
  }
}

/** Seconds, too, where it was quick; a dash where nothing was measured. */
export function timeText(ms: number | null): string {
  if (ms === null) return '–'
  return ms < 60_000 ? t('{seconds, number} s', { seconds: Math.round(ms / 1_000) }) : formatWait(ms)
}

/** `9 of 12`: how many were content; a dash where nobody gave a score. */
export function contentText({ count, content }: ReportScores): string {
  return count === 0 ? '–' : t('{count, number} of {of, number}', { count: content, of: count })
}

/** `12 % more`, with the period before in words for a hover; null when nothing can be said. */
export function changeWords(value: number | null, before: number | null): string | null {
  const change = changeOf(value, before)
  if (change === null) return null
  if (change.direction === 'same') return t('as before')
  if (change.percent === null) return t('none before')
  return change.direction === 'up'
    ? t('{percent, number} % more', { percent: change.percent })
    : t('{percent, number} % less', { percent: change.percent })
}

/** `under 1 h`, `1 h to 4 h`, `over 7 d` */
export function ageText(from: number, to: number | null): string {
  if (to === null) return t('over {time}', { time: formatWait(from) })
  if (from === 0) return t('under {time}', { time: formatWait(to) })
  return t('{from} to {to}', { from: formatWait(from), to: formatWait(to) })
}

/** What has to be known to read the report right. */
export function noteTexts({ since, start, end, hours, leftOut }: ReportRow): string[] {
  const notes: string[] = []
  if (since.states === null || since.states >= end)
    notes.push(t('What was resolved, came back and was open is not known for these days.'))
  else if (since.states > start)
    notes.push(
      t('What was resolved, came back and was open is known since {time}.', { time: momentText(since.states) })
    )
  if (since.promises !== null && since.promises > start && since.promises < end)
    notes.push(t('Answer times are promised since {time}.', { time: momentText(since.promises) }))
  if (!hours) notes.push(t('No business hours are set, so all times are round the clock.'))
  if (leftOut.conversations > 0)
    notes.push(
      t(
        'Not counted: {messages, plural, one {# message} other {# messages}} of {conversations, plural, one {# conversation} other {# conversations}} in Requests and Spam.',
        { messages: leftOut.messagesIn, conversations: leftOut.conversations }
      )
    )
  return notes
}

function momentText(at: number): string {
  return formatter({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(at)
}

const made = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs a hundred times what using it costs. */
function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale()} ${JSON.stringify(options)}`
  const known = made.get(key) ?? new Intl.DateTimeFormat(locale(), options)
  made.set(key, known)
  return known
}
