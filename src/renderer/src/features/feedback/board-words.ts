import { assertNever } from '../../../../shared/assert-never.ts'
import type { BoardRow, ThemeChangeRow } from '../../../../shared/contract/feedback-rows.ts'
import { type Message, msg } from '../../../../shared/i18n/message.ts'
import { t } from '../../i18n/t.ts'
import { plainText } from '../../ui/plain-text.ts'
import type { BoardDays } from './board-choice.ts'

const daysWords: Readonly<Record<BoardDays, Message>> = {
  7: msg('Last 7 days'),
  30: msg('Last 30 days'),
  90: msg('Last 90 days'),
  365: msg('Last 365 days')
}

/** @param days null: all that was ever said */
export function timeWords(days: BoardDays | null): string {
  return days === null ? t('All time') : t(daysWords[days])
}

/** How many are of which kind: `5 negative · 2 neutral · 1 positive`. */
export function splitWords({ count, positive, negative }: Pick<BoardRow, 'count' | 'positive' | 'negative'>): string {
  const neutral = count - positive - negative
  return [
    ...(negative === 0 ? [] : [t('{count, number} negative', { count: negative })]),
    ...(neutral === 0 ? [] : [t('{count, number} neutral', { count: neutral })]),
    ...(positive === 0 ? [] : [t('{count, number} positive', { count: positive })])
  ].join(' · ')
}

/** What happened to a theme, in a sentence. */
export function themeChangeWords({ kind, name, other }: ThemeChangeRow): string {
  const names = { name: plainText(name), other: plainText(other ?? t('another theme')) }
  switch (kind) {
    case 'made':
      return t('“{name}” was begun', { name: names.name })
    case 'renamed':
      return t('“{name}” got another name', { name: names.name })
    case 'merged':
      return t('“{name}” went into “{other}”', names)
    case 'split':
      return t('“{name}” and “{other}” were parted again', names)
    case 'retired':
      return t('“{name}” was retired', { name: names.name })
    case 'revived':
      return t('“{name}” was brought back', { name: names.name })
    default:
      return assertNever(kind)
  }
}
