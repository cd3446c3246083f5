import { AppError } from '../../../../shared/contract/errors.ts'
import type { CodeRecord } from './code-file.ts'

type Json = Readonly<Record<string, unknown>>

/** What the shops' own interfaces call the columns. */
const FIELDS = [
  'code',
  'expires_at',
  'value',
  'currency',
  'min_spend',
  'locale',
  'note',
  'times_redeemed',
  'max_redemptions',
  'active',
  'redeemed_at'
] as const

/**
 * Codes in JSON as Stripe and Shopify give them, as records of a table with a header: lists of objects with a `code`, in
 * `data`, `nodes`, `edges` or by themselves, at any depth.
 * @throws {AppError} unreadable-file
 */
export function jsonRecords(written: string): CodeRecord[] {
  const found: Json[] = []
  collect(parsed(written), found, 0)
  if (found.length === 0) {
    throw new AppError(
      'unreadable-file',
      'There are no codes in this JSON. Export a list of discount or promotion codes.'
    )
  }
  return [
    { line: 1, cells: FIELDS },
    ...found.map((item, index) => ({ line: index + 1, cells: FIELDS.map((field) => cellOf(item, field)) }))
  ]
}

function parsed(written: string): unknown {
  try {
    return JSON.parse(written) as unknown
  } catch (error) {
    throw new AppError('unreadable-file', 'This is no whole JSON. Export it again.', undefined, { cause: error })
  }
}

function collect(value: unknown, found: Json[], depth: number): void {
  if (depth > 12 || typeof value !== 'object' || value === null) return
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found, depth + 1)
    return
  }
  const object = value as Json
  if (typeof object['code'] === 'string') found.push(object)
  else for (const item of Object.values(object)) collect(item, found, depth + 1)
}

function cellOf(item: Json, field: (typeof FIELDS)[number]): string {
  const coupon = typeof item['coupon'] === 'object' && item['coupon'] !== null ? (item['coupon'] as Json) : {}
  switch (field) {
    case 'times_redeemed':
      return text(item['times_redeemed'] ?? item['asyncUsageCount'] ?? item['usage_count'] ?? item['uses'])
    case 'value':
      return text(item['value'] ?? coupon['percent_off'] ?? coupon['amount_off'])
    case 'currency':
      return text(item['currency'] ?? coupon['currency'])
    case 'expires_at':
      return moment(item['expires_at'] ?? item['endsAt'] ?? item['ends_at'])
    case 'redeemed_at':
      return moment(item['redeemed_at'] ?? item['created'])
    default:
      return text(item[field])
  }
}

/** In JSON a number is one of seconds, as Stripe has it. */
function moment(value: unknown): string {
  return typeof value === 'number' && value > 0 && value < 1e11 ? new Date(value * 1_000).toISOString() : text(value)
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}
