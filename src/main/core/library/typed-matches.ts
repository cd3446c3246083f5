import fuzzysort from 'fuzzysort'
import { type TypedMatch, typedPoints } from '../../../shared/domain/library/ranking.ts'
import { tokenise } from '../search/fold.ts'
import { foldShortcut } from './checks.ts'
import type { IndexedReply, ReplyIndex } from './reply-index.ts'

/** What is less like it than this only has its letters somewhere. */
const THRESHOLD = 0.3
const CANDIDATES = 300
/** Of so many at most names are compared letter by letter, where thousands have a word that begins so. */
const MOST_COMPARED = 1_000
/** Words shorter than this begin half of all words. */
const SHORTEST_WORD = 2

/** How well replies fit, by their place in the index; undefined for those that do not. Ten thousand are found at once. */
export type TypedMatches = readonly (TypedMatch | undefined)[]

/**
 * The replies that a text typed after `/` may mean: by shortcut, title and tags, and by the words they have.
 * @param likely how likely a reply is whatever is typed; decides which names are compared where too many could be
 */
export function typedMatches(
  index: ReplyIndex,
  usable: readonly IndexedReply[],
  text: string,
  likely: (entry: IndexedReply) => number
): TypedMatches {
  const found = Array.from<TypedMatch | undefined>({ length: index.entries.length })
  const bare = text.trim().replace(/^\/+/u, '')
  const shortcut = foldShortcut(bare)
  withWords(index, usable, text, found)
  const compared = toCompare(index, usable, bare, likely)
  // Of thousands letters strewn over tags are not looked for: tags are found by their words.
  const keys = compared.length > MOST_COMPARED ? SHORT_NAMES : NAMES
  const fuzzy = fuzzysort.go(bare, compared, { keys, limit: CANDIDATES, threshold: THRESHOLD })
  for (const result of fuzzy) found[result.obj.at] = { kind: 'fuzzy', score: result.score }
  for (const entry of usable) {
    if (entry.shortcut === null || !entry.shortcut.startsWith(shortcut)) continue
    found[entry.at] =
      entry.shortcut === shortcut
        ? { kind: 'exact-shortcut' }
        : { kind: 'shortcut-begins', score: shortcut.length / entry.shortcut.length }
  }
  return found
}

const NAMES = [0, 1, 2].map((at) => (entry: IndexedReply) => entry.names[at])
/** Shortcut and title. */
const SHORT_NAMES = NAMES.slice(0, 2)

/**
 * All, unless there are more than are shown whose names have a word for each that was typed: their letters beat those that
 * are only strewn over a name. Of thousands those that promise most, by how likely they are and how much of the name it is.
 */
function toCompare(
  index: ReplyIndex,
  usable: readonly IndexedReply[],
  text: string,
  likely: (entry: IndexedReply) => number
): readonly IndexedReply[] {
  const typed = tokenise(text).map(({ word }) => word)
  if (typed.length === 0 || usable.length <= MOST_COMPARED) return usable
  const hits = index.named(typed)
  const begun = usable.filter((entry) => hits[entry.at] === typed.length)
  if (begun.length <= CANDIDATES) return usable
  if (begun.length <= MOST_COMPARED) return begun
  // About what comparing would give: how much of the name was typed.
  const promise = (entry: IndexedReply): number =>
    likely(entry) + typedPoints({ kind: 'fuzzy', score: Math.min(1, text.length / entry.content.title.length) })
  const promises = Float64Array.from(begun, promise)
  const least = promises.toSorted()[begun.length - MOST_COMPARED] ?? 0
  const above = begun.filter((_, at) => (promises[at] ?? 0) > least)
  const equal = begun.filter((_, at) => promises[at] === least)
  return [...above, ...equal.slice(0, MOST_COMPARED - above.length)]
}

/** One object for each score: ten thousand are found at once, with one of a few scores. */
const byWords = new Map<number, TypedMatch>()

function wordsMatch(score: number): TypedMatch {
  const known = byWords.get(score)
  if (known) return known
  const match: TypedMatch = { kind: 'words', score }
  byWords.set(score, match)
  return match
}

/** Those that have a word for each that was typed, which may be the beginning of it. */
function withWords(
  index: ReplyIndex,
  usable: readonly IndexedReply[],
  text: string,
  found: (TypedMatch | undefined)[]
): void {
  const typed = tokenise(text).map(({ word }) => word)
  const long = typed.filter((word) => word.length >= SHORTEST_WORD || /[^\p{ASCII}]/u.test(word))
  if (long.length === 0) return
  // By place: how many of the words it has, each after the one before, and how many of them whole.
  const hits = new Uint16Array(index.entries.length)
  const whole = new Uint16Array(index.entries.length)
  for (const [nth, prefix] of long.entries()) {
    let having = 0
    for (const word of index.beginning(prefix)) {
      // All have one: what begins half of all words is soon through.
      if (having === index.entries.length) break
      for (const at of index.places(word)) {
        if (hits[at] !== nth) continue
        hits[at] = nth + 1
        having += 1
      }
    }
    for (const at of index.places(prefix)) whole[at] = (whole[at] ?? 0) + 1
  }
  for (const entry of usable) {
    if (hits[entry.at] !== long.length) continue
    found[entry.at] = wordsMatch(0.5 + (0.5 * (whole[entry.at] ?? 0)) / long.length)
  }
}
