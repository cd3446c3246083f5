import { assertNever } from '../assert-never.ts'
import type { Translate } from '../i18n/message.ts'
import type { NoticeEvent } from './notice-plan.ts'

/** What a notice may show: nothing at all, how many, who wrote, or also what. */
export const noticeLevels = ['off', 'count', 'names', 'text'] as const
export type NoticeLevel = (typeof noticeLevels)[number]

/** The setting's name, and what holds until somebody chooses: names, because screens are seen by others. */
export const NOTICE_SETTING = 'notifications.show'
export const DEFAULT_NOTICE_LEVEL: NoticeLevel = 'names'

/** Somebody a notice is about. */
export interface NoticeCustomer {
  /** Key of the conversation; empty for what is about none. */
  readonly conversation: string
  /** Empty when notices must not show it. */
  readonly name: string
  /** How many messages have come. */
  readonly messages: number
  /** Since when an answer is waited for (ms since 1970). */
  readonly waitingSince: number | null
  /** What was written last; null when notices must not show it. */
  readonly text: string | null
}

/** What is worth a notification: something that happened, or the one digest after a sleep or quiet hours. */
export interface Notice {
  readonly kind: 'messages' | 'digest' | Exclude<NoticeEvent, 'message'>
  readonly at: number
  /** How many customers: of whom there is news, or, in a digest, who wait. */
  readonly total: number
  /** The first of them. Messages: the newest first; digest: who has waited longest first. */
  readonly customers: readonly NoticeCustomer[]
  /** What else happened at the same time, and how often. */
  readonly also?: readonly { readonly kind: Exclude<Notice['kind'], 'digest'>; readonly total: number }[]
}

/** What somebody who shows notices has seen of them. Undefined: nothing has been heard from the core yet. */
export type SeenNotice = string | null | undefined

/**
 * Whether a notice came while somebody was listening. The one that is there when a window opens, or comes back, is old.
 */
export function isNewNotice<N extends { readonly id: string }>(seen: SeenNotice, notice: N | undefined): notice is N {
  return seen !== undefined && notice !== undefined && notice.id !== seen
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const LONGEST_NAME = 40
const LONGEST_TEXT = 140

/**
 * The words of a notification. They leave the window, so that everything from outside is cut and cleaned.
 * @param t words them in the language of whoever shows the notification
 */
export function noticeWords(notice: Notice, t: Translate): { readonly title: string; readonly body: string } {
  const { title, body } = mainWords(notice, t)
  const also = (notice.also ?? []).map(({ kind, total }) => happened(kind, total, t))
  return { title, body: [body, ...also].filter((part) => part !== '').join('; ') }
}

function mainWords(notice: Notice, t: Translate): { readonly title: string; readonly body: string } {
  const [first] = notice.customers
  if (!first) return { title: 'Backchannel', body: '' }
  const count = notice.total
  if (notice.kind === 'digest') {
    const title =
      first.waitingSince === null
        ? t('{count, plural, one {# customer waiting} other {# customers waiting}}', { count })
        : t('{count, plural, one {# customer waiting} other {# customers waiting}}, longest {time}', {
            count,
            time: waited(first.waitingSince, notice.at, t)
          })
    return { title, body: names(notice) }
  }
  if (notice.kind !== 'messages' || count > 1 || first.name === '') {
    return { title: happened(notice.kind, count, t), body: names(notice) }
  }
  const messages =
    first.messages > 1
      ? t('{count, plural, one {# new message} other {# new messages}}', { count: first.messages })
      : t('New message')
  const text = first.text === null ? '' : shown(first.text, LONGEST_TEXT)
  return { title: shown(first.name, LONGEST_NAME), body: text === '' ? messages : text }
}

function happened(kind: Exclude<Notice['kind'], 'digest'>, count: number, t: Translate): string {
  switch (kind) {
    case 'messages':
      return t('{count, plural, one {# customer} other {# customers}} wrote', { count })
    case 'at-risk':
      return t('{count, plural, one {# answer is} other {# answers are}} due soon', { count })
    case 'broken':
      return t('{count, plural, one {# answer is} other {# answers are}} late', { count })
    case 'follow-up':
      return t('{count, plural, one {# follow-up is} other {# follow-ups are}} due', { count })
    case 'needs-eye':
      return t('{count, plural, one {# reply needs} other {# replies need}} your eye', { count })
    case 'sign-in':
      return t('Sign in to X again')
    default:
      return assertNever(kind)
  }
}

function names({ customers, total }: Notice): string {
  if (customers.some(({ name }) => name === '')) return ''
  const listed = customers.map(({ name }) => shown(name, LONGEST_NAME)).join(', ')
  return total > customers.length ? `${listed}, …` : listed
}

/** `3 h`: one unit, rounded down. */
function waited(since: number, now: number, t: Translate): string {
  const age = Math.max(0, now - since)
  if (age < HOUR) return t('{minutes, number} min', { minutes: Math.floor(age / MINUTE) })
  return age < DAY
    ? t('{hours, number} h', { hours: Math.floor(age / HOUR) })
    : t('{days, number} d', { days: Math.floor(age / DAY) })
}

/** Control characters do nothing, and nothing turns the direction of what stands around it. */
function shown(text: string, most: number): string {
  const clean = text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  const letters = [...clean]
  return letters.length > most ? `${letters.slice(0, most).join('').trimEnd()}…` : clean
}
