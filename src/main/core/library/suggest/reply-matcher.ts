import { closeness, lastingWords, piecesOf } from './closeness.ts'
import { createNumbered } from './numbered.ts'

/** From here on a text is taken for a reply, with an agent's changes. Chosen by reading pairs, see docs/suggestions.md. */
const SAME_FROM = 0.6
/** Shorter texts (“Thanks!”) are like too many others. */
const FEWEST_PIECES = 5

/** Tells which canned reply a text is, changed or not: names, links, numbers, greeting and signature aside. */
export interface ReplyMatcher {
  /** @param texts body and variants */
  put(reply: string, texts: readonly string[]): void
  drop(reply: string): void
  /** The id of the nearest reply; of equals the lowest. Null: none is near. */
  match(text: string): string | null
}

interface Entry {
  readonly reply: string
  readonly pieces: readonly string[]
}

export function createReplyMatcher(): ReplyMatcher {
  const entries = createNumbered<Entry>()
  const having = new Map<string, Set<number>>()
  const textsOf = new Map<string, number>()

  function drop(reply: string): void {
    for (let at = 0; at < (textsOf.get(reply) ?? 0); at += 1) {
      const id = `${reply} ${at}`
      const number = entries.numberOf(id)
      if (number === undefined) continue
      for (const piece of entries.get(id)?.pieces ?? []) {
        const numbers = having.get(piece)
        numbers?.delete(number)
        if (numbers?.size === 0) having.delete(piece)
      }
      entries.remove(id)
    }
    textsOf.delete(reply)
  }

  return {
    drop,
    put(reply, texts) {
      drop(reply)
      textsOf.set(reply, texts.length)
      for (const [at, text] of texts.entries()) {
        const pieces = [...piecesOf(lastingWords(text))]
        if (pieces.length < FEWEST_PIECES) continue
        const number = entries.add(`${reply} ${at}`, { reply, pieces })
        for (const piece of pieces) {
          const numbers = having.get(piece) ?? new Set<number>()
          having.set(piece, numbers.add(number))
        }
      }
    },
    match(text) {
      const pieces = piecesOf(lastingWords(text))
      if (pieces.size < FEWEST_PIECES) return null
      let best: { readonly reply: string; readonly near: number } | null = null
      for (const number of candidates(pieces, having)) {
        const entry = entries.at(number)
        if (!entry) continue
        const common = entry.pieces.filter((piece) => pieces.has(piece)).length
        const near = closeness(common, entry.pieces.length, pieces.size)
        if (near < SAME_FROM) continue
        if (best === null || near > best.near || (near === best.near && entry.reply < best.reply)) {
          best = { reply: entry.reply, near }
        }
      }
      return best?.reply ?? null
    }
  }
}

/**
 * Entries that can be near. A near one has `SAME_FROM / (2 - SAME_FROM)` of the pieces at least; so it has one of the
 * rarest that are more than the rest, and common words need not be looked at.
 */
function candidates(pieces: ReadonlySet<string>, having: ReadonlyMap<string, ReadonlySet<number>>): Set<number> {
  const rarestFirst = [...pieces].toSorted((a, b) => (having.get(a)?.size ?? 0) - (having.get(b)?.size ?? 0))
  const missing = Math.floor(pieces.size * (1 - SAME_FROM / (2 - SAME_FROM)))
  const found = new Set<number>()
  for (const piece of rarestFirst.slice(0, missing + 1)) for (const number of having.get(piece) ?? []) found.add(number)
  return found
}
