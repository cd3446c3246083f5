import { maskCode } from '../../../../shared/domain/promo/code-words.ts'
import {
  type PoolField,
  poolFields,
  type PoolSource,
  type ReadColumn,
  type RedemptionField
} from '../../../../shared/domain/promo/import-report.ts'

/** What columns are called, in small letters and without blanks and signs. */
const poolNames: Readonly<Record<PoolField, readonly string[]>> = {
  code: [
    'code',
    'codes',
    'coupon',
    'couponcode',
    'coupons',
    'promocode',
    'promotioncode',
    'discountcode',
    'voucher',
    'vouchercode',
    'giftcode',
    'name'
  ],
  expires_at: [
    'expiresat',
    'expires',
    'expiry',
    'expirydate',
    'expirationdate',
    'expiration',
    'validuntil',
    'validto',
    'end',
    'ends',
    'endsat',
    'enddate',
    'expiresatutc',
    'expiredat'
  ],
  value: ['value', 'amount', 'amountoff', 'percentoff', 'discount', 'discountvalue'],
  currency: ['currency'],
  min_spend: ['minspend', 'minimum', 'minimumamount', 'minimumspend', 'minimumpurchase', 'minimumpurchaserequirements'],
  locale: ['locale', 'language'],
  note: ['note', 'notes', 'comment', 'description'],
  uses: [
    'uses',
    'used',
    'timesused',
    'timesusedintotal',
    'usagecount',
    'timesredeemed',
    'redemptions',
    'asyncusagecount'
  ],
  active: ['active', 'status', 'state']
}

const redemptionNames: Readonly<Record<RedemptionField, readonly string[]>> = {
  code: [...poolNames.code, 'discountcodes', 'discountapplied'],
  redeemed_at: [
    'redeemedat',
    'redeemed',
    'usedat',
    'usedon',
    'date',
    'orderdate',
    'createdat',
    'createdatutc',
    'paidat',
    'processedat'
  ],
  times: poolNames.uses
}

/** How columns of a file are read. */
export interface ColumnPlan<Field extends string> {
  /** Place of a field in a record; -1: not there. */
  readonly place: Readonly<Record<Field, number>>
  /** Whether the first record is the header. */
  readonly hasHeader: boolean
  readonly columns: readonly ReadColumn<Field>[]
  /** Times in it are UTC by its name. */
  readonly utc: boolean
}

export function planPool(
  first: readonly string[],
  second: readonly string[],
  chosen: readonly (PoolField | null)[] | null
): ColumnPlan<PoolField> & { readonly source: PoolSource } {
  const folded = first.map(foldColumn)
  const order = poolFields.filter((field) => field !== 'uses' && field !== 'active')
  return { ...plan(first, second, chosen, poolNames, order), source: sourceOf(folded, first.length) }
}

export function planRedemptions(
  first: readonly string[],
  second: readonly string[],
  chosen: readonly (RedemptionField | null)[] | null
): ColumnPlan<RedemptionField> {
  return plan(first, second, chosen, redemptionNames, ['code', 'redeemed_at'])
}

function plan<Field extends string>(
  first: readonly string[],
  second: readonly string[],
  chosen: readonly (Field | null)[] | null,
  names: Readonly<Record<Field, readonly string[]>>,
  order: readonly Field[]
): ColumnPlan<Field> {
  const folded = first.map(foldColumn)
  const fields = Object.keys(names) as Field[]
  // A better name for the same thing stands further to the left in the list.
  const found = new Map<Field, number>()
  for (const field of fields) {
    const places = names[field].map((name) => folded.indexOf(name)).filter((place) => place !== -1)
    const [place] = places
    if (place !== undefined) found.set(field, place)
  }
  const hasHeader = found.has('code' as Field) && folded.some((name) => names['code' as Field].includes(name))
  const byPlace = first.map((_, place): Field | null => {
    if (chosen !== null) return chosen[place] ?? null
    if (!hasHeader) return order[place] ?? null
    return fields.find((field) => found.get(field) === place) ?? null
  })
  const sample = hasHeader ? second : first
  return {
    place: Object.fromEntries(fields.map((field) => [field, byPlace.indexOf(field)])) as Record<Field, number>,
    hasHeader,
    columns: byPlace.map((field, place) => ({
      name: hasHeader ? (first[place] ?? '').trim().slice(0, 100) : String(place + 1),
      field,
      sample: sampleOf(sample[place] ?? '', field === 'code' || (chosen === null && !hasHeader && place === 0))
    })),
    utc: folded.some((name) => name.endsWith('utc'))
  }
}

function sampleOf(cell: string, isCode: boolean): string {
  const text = cell.trim().slice(0, 60)
  return isCode ? maskCode(text) : text
}

function sourceOf(folded: readonly string[], width: number): PoolSource {
  const has = (name: string): boolean => folded.includes(name)
  if (has('givenat') && has('state')) return 'backchannel'
  if (has('timesredeemed') || has('maxredemptions')) return 'stripe'
  if (has('timesusedintotal') || has('timesused')) return 'shopify'
  return width > 1 ? 'table' : 'list'
}

function foldColumn(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '')
}
