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
/** So many are compared before others get their turn. */
const COMPARED_AT_ONCE = 40
/** How often words and pairs occur is counted by their numbers; two that share a counter are only looked at later. */
const MOST_COUNTERS = 1 << 20
/** One large map grows in one go, which takes as long as a window may wait; many small ones grow one by one. */
const MOST_SHELVES = 256
/** Keys begin with how often they occur. */
const OCCURS = 2 ** 32
const TWICE = 2 * OCCURS
const PLACEHOLDER = /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/gu

/** What a text is made of: rarest first, each once, the same number for the same words. */
interface Made {
  readonly id: string
  readonly keys: Float64Array
}

/**
 * Groups texts that say the same but for a few words; the members by id, the groups by their first. Each pair that is alike
 * shares one of its rarest words or pairs of words, and only such pairs are compared. Yields often, so that others get
 * their turn.
 */
export function* nearDuplicates(texts: readonly Compared[]): Generator<void, string[][]> {
  const all: Made[] = []
  const frequency = new Uint32Array(Math.min(MOST_COUNTERS, 1024 + texts.length * 64))
  for (const { id, text } of texts) {
    const keys = numbersOf(text)
    for (const key of keys) count(frequency, key)
    if (keys.length > 0) all.push({ id, keys })
    yield
  }
  const groups = createGroups()
  const shelves = Math.min(MOST_SHELVES, 1 + (texts.length >> 5))
  const equal = createShelves<string>(shelves)
  const having = createShelves<Made[]>(shelves)
  for (const one of all) {
    rarestFirst(one.keys, frequency)
    const { id, keys } = one
    const whole = numberOf(keys)
    const twin = equal.get(whole)
    if (twin !== undefined) {
      groups.join(id, twin)
      yield
      continue
    }
    equal.set(whole, id)
    // Two that have so much in common share one of these.
    const rarest = keys.subarray(0, keys.length - Math.ceil(keys.length * ALIKE) + 1)
    const met = new Set<string>()
    for (const key of rarest) {
      // No other text has it: that is most of them.
      if (key < TWICE) continue
      const others = having.get(key) ?? []
      for (const other of others) {
        if (met.has(other.id) || met.size >= MOST_COMPARED) continue
        met.add(other.id)
        if (!groups.areOne(id, other.id) && isAlike(keys, other.keys)) groups.join(id, other.id)
        if (met.size % COMPARED_AT_ONCE === 0) yield
      }
      if (others.length < MOST_COMPARED) others.push(one)
      having.set(key, others)
    }
    yield
  }
  const found = new Map<string, string[]>()
  for (const { id } of all) {
    const leader = groups.leaderOf(id)
    const group = found.get(leader)
    if (group === undefined) found.set(leader, [id])
    else group.push(id)
    yield
  }
  return [...found.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.toSorted())
    .toSorted(([a = ''], [b = '']) => (a < b ? -1 : 1))
}

/** Both rarest first, and what is rarer in one is in the other: they are gone through side by side. */
function isAlike(a: Float64Array, b: Float64Array): boolean {
  const [small, large] = a.length <= b.length ? [a, b] : [b, a]
  if (small.length < large.length * ALIKE) return false
  let common = 0
  for (let at = 0, other = 0; at < small.length && other < large.length;) {
    const [one = 0, two = 0] = [small[at], large[other]]
    if (one === two) common += 1
    if (one <= two) at += 1
    if (two <= one) other += 1
  }
  return common >= (small.length + large.length - common) * ALIKE
}

/** Turns the numbers of words into keys that tell how rare they are first, and sorts them. */
function rarestFirst(numbers: Float64Array, frequency: Uint32Array): void {
  for (const [at, number] of numbers.entries()) {
    numbers[at] = (frequency[number % frequency.length] ?? 0) * OCCURS + number
  }
  numbers.sort()
}

function count(frequency: Uint32Array, number: number): void {
  const at = number % frequency.length
  frequency[at] = (frequency[at] ?? 0) + 1
}

/** Numbers of its words and pairs of words, each once; placeholders, signs and capitals make no difference. */
function numbersOf(template: string): Float64Array {
  const words =
    template
      .replaceAll(PLACEHOLDER, ' ')
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{M}\p{N}]+/gu) ?? []
  if (words.length === 0) return new Float64Array()
  if (words.length < FEW_WORDS) return Float64Array.of(hashOf(words.join(' ')))
  const numbers = new Set<number>()
  let before: number | null = null
  for (const word of words) {
    const number = hashOf(word)
    numbers.add(number)
    if (before !== null) numbers.add(mixed(before, number))
    before = number
  }
  return Float64Array.from(numbers)
}

/** FNV-1a, 32 bits. Two words of one number are taken for the same: one pair of four thousand million. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < word.length; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193)
  return finished(hash)
}

/** A pair, in this order. */
function mixed(first: number, second: number): number {
  return finished(Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b))
}

/** Spreads what is alike over all numbers. */
function finished(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 16), 0x7feb352d)
  const twice = Math.imul(once ^ (once >>> 15), 0x846ca68b)
  return (twice ^ (twice >>> 16)) >>> 0
}

/** One number of 53 bits for all keys of a text. */
function numberOf(keys: Float64Array): number {
  let low = keys.length
  let high = 0
  for (const key of keys) {
    const number = key % OCCURS
    low = mixed(low, number)
    high = mixed(number, high)
  }
  return (high % 2 ** 21) * OCCURS + low
}

interface Shelves<T> {
  get(key: number): T | undefined
  set(key: number, value: T): void
}

function createShelves<T>(count: number): Shelves<T> {
  const shelves = Array.from({ length: count }, () => new Map<number, T>())
  return {
    get: (key) => shelves[key % count]?.get(key),
    set: (key, value) => void shelves[key % count]?.set(key, value)
  }
}

/** Which are one: each leads to another one, and in the end to the first of its group. */
function createGroups() {
  const leaders = new Map<string, string>()
  const leaderOf = (id: string): string => {
    let leader = id
    for (let up = leaders.get(leader); up !== undefined; up = leaders.get(leader)) leader = up
    // The next time it is one step.
    if (leader !== id) leaders.set(id, leader)
    return leader
  }
  return {
    leaderOf,
    areOne: (a: string, b: string): boolean => leaderOf(a) === leaderOf(b),
    join(a: string, b: string): void {
      const [one, two] = [leaderOf(a), leaderOf(b)]
      if (one < two) leaders.set(two, one)
      else if (two < one) leaders.set(one, two)
    }
  }
}
