import { asDate, type Locale } from './dates.ts'
import type { QuestionType } from './read-ask.ts'

/**
 * What an answer stands for. Undefined when it is none of its type. A number without filters stays as it was typed, so
 * that an order number keeps its zeros.
 */
export function answerValue(answer: string, type: QuestionType, locale: Locale, hasFilters: boolean): unknown {
  if (type === 'date') return asDate(answer, locale)
  if (type !== 'number') return answer
  const number = typedNumber(answer, locale)
  return hasFilters || number === undefined ? number : answer
}

/** A number as people type it: `12,50` where the comma is for fractions, `1.250,00`, `1250.5` anywhere. */
function typedNumber(answer: string, { language }: Locale): number | undefined {
  const parts = new Intl.NumberFormat(language, { useGrouping: true, numberingSystem: 'latn' }).formatToParts(-12_345.6)
  const decimal = parts.find((part) => part.type === 'decimal')?.value ?? '.'
  const group = parts.find((part) => part.type === 'group')?.value ?? ','
  const bare = answer.replaceAll(/[\s\u00a0\u202f'’]/gu, '')
  const grouped = bare.split(group)
  const isGrouped = grouped.length > 1 && grouped.slice(1).every((part) => /^\d{3}(?:\D|$)/u.test(part))
  const plain = (isGrouped ? grouped.join('') : bare).replace(decimal, '.')
  return /^[+-]?\d{1,15}(?:\.\d{1,15})?$/u.test(plain) ? Number(plain) : undefined
}
