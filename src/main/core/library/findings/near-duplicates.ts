/** A text to be compared with others. */
export interface Compared {
  readonly id: string
  readonly text: string
}

/** From this share of words and pairs of words in common on, two texts say the same (Jaccard). */
const ALIKE = 0.7
/** Shorter texts are the same only when they are equal: two of four words in common say nothing. */
const FEW_WORDS = 5
/** So many others a text is compared with at most: a thousand that are all but the same must not take minutes. */
const MOST_COMPARED = 300
const PLACEHOLDER = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/gu

/**
 * Groups texts that say the same but for a few words; the members by id, the groups by their first. Each pair that is alike
 * shares one of its rarest words or pairs of words, and only such pairs are compared. Yields after each text, so that
 * others get their turn.
 */
export function* nearDuplicates(texts: readonly Compared[]): Generator<void, string[][]> {
  const all: { id: string; shingles: readonly string[] }[] = []
  const frequency = new Map<string, number>()
  for (const { id, text } of texts) {
    const shingles = shinglesOf(text)
    if (shingles.length > 0) all.push({ id, shingles })
    for (const shingle of shingles) frequency.set(shingle, (frequency.get(shingle) ?? 0) + 1)
    yield
  }
  const rarity = (a: string, b: string): number =>
    (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0) || (a < b ? -1 : a > b ? 1 : 0)
  const leaders = new Map<string, string>()
  const leaderOf = (id: string): string => {
    let leader = id
    for (let up = leaders.get(leader); up !== undefined; up = leaders.get(leader)) leader = up
    return leader
  }
  const equal = new Map<string, string>()
  const join = (a: string, b: string): void => {
    const [one, two] = [leaderOf(a), leaderOf(b)]
    if (one < two) leaders.set(two, one)
    else if (two < one) leaders.set(one, two)
  }
  const having = new Map<string, { id: string; set: ReadonlySet<string> }[]>()
  for (const { id, shingles } of all) {
    const sorted = shingles.toSorted(rarity)
    const key = sorted.join('\n')
    const twin = equal.get(key)
    if (twin !== undefined) {
      join(id, twin)
      yield
      continue
    }
    equal.set(key, id)
    const set = new Set(sorted)
    // Two sets that have so much in common share one of these.
    const rarest = sorted.slice(0, sorted.length - Math.ceil(sorted.length * ALIKE) + 1)
    const met = new Set<string>()
    for (const shingle of rarest) {
      const others = having.get(shingle) ?? []
      for (const other of others) {
        if (met.has(other.id) || met.size >= MOST_COMPARED) continue
        met.add(other.id)
        if (leaderOf(id) !== leaderOf(other.id) && isAlike(set, other.set)) join(id, other.id)
      }
      if (others.length < MOST_COMPARED) others.push({ id, set })
      having.set(shingle, others)
    }
    yield
  }
  const groups = Map.groupBy(
    all.map(({ id }) => id),
    leaderOf
  )
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.toSorted())
    .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))
}

function isAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a]
  if (small.size < large.size * ALIKE) return false
  let common = 0
  for (const shingle of small) if (large.has(shingle)) common += 1
  return common >= (small.size + large.size - common) * ALIKE
}

/** Words and pairs of words; placeholders, signs and capitals make no difference. */
function shinglesOf(template: string): readonly string[] {
  const words =
    template
      .replaceAll(PLACEHOLDER, ' ')
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (words.length < FEW_WORDS) return words.length === 0 ? [] : [words.join(' ')]
  const pairs = words.slice(1).map((word, at) => `${words[at] ?? ''} ${word}`)
  return [...new Set([...words, ...pairs])]
}
