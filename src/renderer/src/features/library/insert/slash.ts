/** `/refund` that is being typed at the cursor. */
export interface Slash {
  /** What stands behind the slash; empty: nothing yet. */
  readonly query: string
  /** Where the slash stands. */
  readonly start: number
  /** Where the cursor is. */
  readonly end: number
}

/** `https://`, `and/or`, `1/2` and `/a/b` begin nothing: white space or nothing stands before the slash, one word behind it. */
const SLASH = /(?:^|\s)\/([^\s/]*)$/u
/** Longer than any shortcut, and than any word that somebody looks for. In UTF-16 units. */
const LONGEST = 60

/** The canned reply that is being called at the cursor; null where none is. */
export function slashAt(text: string, cursor: number): Slash | null {
  const from = Math.max(0, cursor - LONGEST)
  const found = SLASH.exec(text.slice(from, cursor))
  if (found === null) return null
  const [, query = ''] = found
  const start = cursor - query.length - 1
  // What was cut off might have been a word that the slash belongs to.
  return from > 0 && start === from ? null : { query, start, end: cursor }
}
