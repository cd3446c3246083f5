import fuzzysort from 'fuzzysort'
import type { TypedMatch } from '../../../shared/domain/library/ranking.ts'
import { tokenise } from '../search/fold.ts'
import { foldShortcut } from './checks.ts'
import type { IndexedReply, ReplyIndex } from './reply-index.ts'

/** What is less like it than this only has its letters somewhere. */
const THRESHOLD = 0.3
const CANDIDATES = 300
/** Words shorter than this begin half of all words. */
const SHORTEST_WORD = 2

/** The replies that a text typed after `/` may mean: by shortcut, title and tags, and by the words they have. */
export function typedMatches(
  index: ReplyIndex,
  usable: readonly IndexedReply[],
  text: string
): Map<IndexedReply, TypedMatch> {
  const found = new Map<IndexedReply, TypedMatch>()
  const bare = text.trim().replace(/^\/+/u, '')
  const shortcut = foldShortcut(bare)
  for (const [entry, score] of withWords(index, usable, text)) found.set(entry, { kind: 'words', score })
  const fuzzy = fuzzysort.go(bare, usable, { keys: NAMES, limit: CANDIDATES, threshold: THRESHOLD })
  for (const result of fuzzy) found.set(result.obj, { kind: 'fuzzy', score: result.score })
  for (const entry of usable) {
    if (entry.shortcut === null || !entry.shortcut.startsWith(shortcut)) continue
    found.set(
      entry,
      entry.shortcut === shortcut
        ? { kind: 'exact-shortcut' }
        : { kind: 'shortcut-begins', score: shortcut.length / entry.shortcut.length }
    )
  }
  return found
}

const NAMES = [0, 1, 2].map((at) => (entry: IndexedReply) => entry.names[at])

/** Those that have a word for each that was typed, which may be the beginning of it. */
function withWords(index: ReplyIndex, usable: readonly IndexedReply[], text: string): Map<IndexedReply, number> {
  const typed = tokenise(text).map(({ word }) => word)
  const long = typed.filter((word) => word.length >= SHORTEST_WORD || /[^\p{ASCII}]/u.test(word))
  const scores = new Map<IndexedReply, number>()
  if (long.length === 0) return scores
  const hits = new Map<number, number>()
  for (const [nth, prefix] of long.entries()) {
    for (const word of index.beginning(prefix)) {
      for (const at of index.places(word)) if (nth === 0 || hits.get(at) === nth) hits.set(at, nth + 1)
    }
  }
  for (const entry of usable) {
    if (hits.get(entry.at) !== long.length) continue
    const whole = long.filter((word) => entry.words.has(word)).length
    scores.set(entry, 0.5 + (0.5 * whole) / long.length)
  }
  return scores
}
