const DAY = 86_400_000
/** How far back is looked for how fast codes go. */
export const STOCK_WINDOW_DAYS = 14
/** Said in time to order more. */
const SOON_DAYS = 7
const FEW = 0.1

/** How long a pool lasts. */
export interface StockForecast {
  /** When the last code will have been given, ms since 1970; null: not at the pace of these days. */
  readonly emptyAt: number | null
  /** `empty`: none left; `low`: a tenth or less, or gone within a week. */
  readonly level: 'empty' | 'low' | 'enough'
}

/**
 * @param given in the last days, see `STOCK_WINDOW_DAYS` @param days how many of them the campaign has seen, at least 1
 * @param until when the campaign ends, ms since 1970: what lasts until then is enough
 */
export function stockForecast(stock: {
  readonly left: number
  readonly size: number
  readonly given: number
  readonly days: number
  readonly until: number | null
  readonly now: number
}): StockForecast {
  const { left, size, given, now, until } = stock
  const pace = given / Math.max(1, Math.min(stock.days, STOCK_WINDOW_DAYS))
  const emptyAt = pace === 0 ? null : now + Math.round((left / pace) * DAY)
  if (left === 0) return { emptyAt: now, level: size === 0 ? 'enough' : 'empty' }
  const lasts = until !== null && (emptyAt === null || emptyAt >= until)
  if (lasts && left > given) return { emptyAt, level: 'enough' }
  const soon = emptyAt !== null && emptyAt - now < SOON_DAYS * DAY
  return { emptyAt, level: soon || left <= size * FEW ? 'low' : 'enough' }
}
