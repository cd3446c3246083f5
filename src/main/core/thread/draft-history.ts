/** Losing this many characters at once is worth a version; less is mending a word. */
const MUCH = 20
/** What is lost bit by bit is kept at least this often. Milliseconds. */
const BURST_MS = 60_000

/** The fullest text since the last version was kept, and since when (ms since 1970). */
export interface Fullest {
  readonly text: string
  readonly at: number
}

/** How many characters of `before` are gone in `after`: those between the beginning and the end that both share. */
export function lostCharacters(before: string, after: string): number {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  let end = 0
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  return before.length - start - end
}

/**
 * Typing makes hundreds of saves and few versions: one is kept when a passage goes at once, and once a minute while
 * words are replaced bit by bit. What only grows needs none: the draft holds all of it.
 * @param text what is saved now @returns `keep`: the text to put into the history, or null
 */
export function afterSave(fullest: Fullest, text: string, now: number): { fullest: Fullest; keep: string | null } {
  const lost = lostCharacters(fullest.text, text)
  if (lost === 0) return { fullest: { text, at: fullest.at }, keep: null }
  // A clock that was set back must not hold versions back.
  const age = Math.abs(now - fullest.at)
  if (lost >= MUCH || age >= BURST_MS) return { fullest: { text, at: now }, keep: fullest.text }
  return { fullest: text.length >= fullest.text.length ? { text, at: fullest.at } : fullest, keep: null }
}
