/** `%sum` that is being typed at the cursor. */
export interface Percent {
  /** What stands behind the sign; empty: nothing yet. */
  readonly query: string
  readonly start: number
  /** Where the cursor is. */
  readonly end: number
}

/** `20 %`, `100%` and `%20` in an address begin nothing: white space or nothing stands before the sign, letters behind it. */
const PERCENT = /(?:^|[\s(])%([\p{L}\p{M}][^\s%]*)?$/u
/** Behind a number the sign means what it says. */
const AMOUNT = /[\d٠-٩]\s*%$/u
const LONGEST = 60

/** The promo code that is being called at the cursor; null where none is. */
export function percentAt(text: string, cursor: number): Percent | null {
  const from = Math.max(0, cursor - LONGEST)
  const before = text.slice(from, cursor)
  const found = PERCENT.exec(before)
  if (found === null) return null
  const [, query = ''] = found
  const start = cursor - query.length - 1
  if (from > 0 && start === from) return null
  return AMOUNT.test(text.slice(Math.max(0, start - LONGEST), start + 1)) ? null : { query, start, end: cursor }
}
