/** What a picker can match: its words, and where it belongs. */
export interface Matchable {
  readonly id: string
  readonly label: string
  readonly group?: string | null
  readonly also?: string
}

/** Case and accents are not typed by anybody in a hurry. */
export function foldLabel(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLocaleLowerCase()
    .trim()
}

/**
 * How well a label fits what was typed; the lower the better, null when it does not. The whole beats the beginning, that
 * the beginning of a word, that a part, and that letters in their order.
 */
function matchRank(label: string, typed: string): number | null {
  const text = foldLabel(label)
  const wanted = foldLabel(typed)
  if (wanted === '' || text === wanted) return 0
  if (text.startsWith(wanted)) return 1
  const words = text.split(/[\s/_-]+/u)
  if (words.some((word) => word.startsWith(wanted))) return 2
  const initials = words.map((word) => word.slice(0, 1)).join('')
  if (wanted.length > 1 && initials.startsWith(wanted)) return 3
  if (text.includes(wanted)) return 4
  let from = 0
  for (const letter of wanted.replaceAll(' ', '')) {
    const at = text.indexOf(letter, from)
    if (at < 0) return null
    from = at + letter.length
  }
  return 5
}

/** Those that fit, the best first; among equals, the given order. Without a text, all of them. */
export function matchOptions<O extends Matchable>(options: readonly O[], typed: string): readonly O[] {
  if (foldLabel(typed) === '') return options
  return options
    .map((option) => ({ option, rank: bestRank(option, typed) }))
    .filter((match): match is { option: O; rank: number } => match.rank !== null)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ option }) => option)
}

function bestRank(option: Matchable, typed: string): number | null {
  const also = option.also === undefined ? null : matchRank(option.also, typed)
  const own = matchRank(option.label, typed) ?? groupRank(option, typed)
  return also === null || (own !== null && own <= also) ? own : also
}

/** The name of a group finds its members, after what is called so itself. */
function groupRank(option: Matchable, typed: string): number | null {
  if (option.group === undefined || option.group === null) return null
  const rank = matchRank(option.group, typed)
  return rank === null || rank > 2 ? null : rank + 10
}
