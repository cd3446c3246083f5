/** How fast more of the same word counts less, and how much long texts are held back (Okapi BM25). */
const K1 = 1.2
const B = 0.6
/** So many postings are read for a question; of the commonest words none, once the rarer ones have used them up. */
const MOST_POSTINGS = 20_000
/** A posting is one small integer: the document times this, and how often the term is in it. */
const COUNTS = 256

/** A document that has any of the terms. */
export interface Hit {
  readonly document: number
  /** 0 to 1: all terms, often, in a short text. */
  readonly score: number
}

/** An inverted index over numbered documents, ranked by BM25. Changes as it goes; what was removed leaves no trace. */
export interface TextIndex {
  /** @param document a small number that is not in the index */
  add(document: number, terms: readonly string[]): void
  remove(document: number): void
  has(document: number, term: string): boolean
  /** @param wanted terms, each once */
  search(wanted: readonly string[]): Hit[]
  /** What a document and these terms have in common, as a part of all that the one says that says less; 0 to 1. */
  overlap(document: number, terms: readonly string[]): number
  /** How rare a term is, and so how telling. */
  weightOf(term: string): number
}

export function createTextIndex(): TextIndex {
  const numbers = new Map<string, number>()
  const postings: number[][] = []
  const documents: Uint32Array[] = []
  /** Beside the documents, because looking at each of them would take most of the time. */
  const lengths: number[] = []
  let scores = new Float64Array(64)
  let size = 0
  let total = 0
  const nothing = new Uint32Array()

  const postingsOf = (term: string): number[] => postings[numbers.get(term) ?? -1] ?? []

  const rarity = (having: number): number => Math.log(1 + (size - having + 0.5) / (having + 0.5))
  // A word that nobody wrote yet is as rare as one that somebody wrote once.
  const weightOf = (term: string): number => rarity(Math.max(1, postingsOf(term).length))

  /** The rarest words: those that very many texts have cost most and say least. */
  const tellingOf = (wanted: readonly string[]): readonly string[] => {
    const known = wanted
      .map((term) => ({ term, having: postingsOf(term).length }))
      .filter(({ having }) => having > 0)
      .toSorted((a, b) => a.having - b.having || (a.term < b.term ? -1 : 1))
    let read = 0
    return known.flatMap(({ term, having }, at) => {
      read += having
      return at === 0 || read <= MOST_POSTINGS ? [term] : []
    })
  }

  return {
    weightOf,
    add(document, terms) {
      const counts = new Map<number, number>()
      for (const term of terms) {
        const number = numbers.get(term) ?? numbers.size
        numbers.set(term, number)
        counts.set(number, (counts.get(number) ?? 0) + 1)
      }
      for (const [number, count] of counts) {
        const list = (postings[number] ??= [])
        list.push(document * COUNTS + Math.min(count, COUNTS - 1))
      }
      while (documents.length < document) {
        documents.push(nothing)
        lengths.push(0)
      }
      lengths[document] = terms.length
      documents[document] = Uint32Array.from(terms, (term) => numbers.get(term) ?? 0)
      size += 1
      total += terms.length
    },
    remove(document) {
      const terms = documents[document] ?? nothing
      for (const number of new Set(terms)) {
        const list = postings[number] ?? []
        const at = list.findIndex((posting) => Math.floor(posting / COUNTS) === document)
        const last = list.pop()
        if (last !== undefined && at < list.length) list[at] = last
      }
      documents[document] = nothing
      size -= 1
      total -= terms.length
    },
    has(document, term) {
      const number = numbers.get(term)
      return number !== undefined && (documents[document] ?? nothing).includes(number)
    },
    overlap(document, terms) {
      // In a small collection nothing is rare: there each word counts one.
      const own = new Set(documents[document])
      const weights = (of: Iterable<number>): number =>
        [...of].reduce((sum, number) => sum + Math.max(1, rarity(postings[number]?.length ?? 1)), 0)
      const common = terms.flatMap((term) => {
        const number = numbers.get(term)
        return number !== undefined && own.has(number) ? [number] : []
      })
      const least = Math.min(
        weights(own),
        terms.reduce((sum, term) => sum + Math.max(1, weightOf(term)), 0)
      )
      return least === 0 ? 0 : weights(common) / least
    },
    search(wanted) {
      if (scores.length < documents.length) scores = new Float64Array(documents.length * 2)
      const found: number[] = []
      const average = Math.max(1, total / Math.max(1, size))
      const all = wanted.reduce((sum, term) => sum + weightOf(term), 0)
      for (const term of tellingOf(wanted)) {
        const share = weightOf(term) / all
        for (const posting of postingsOf(term)) {
          const document = Math.floor(posting / COUNTS)
          const count = posting - document * COUNTS
          const before = scores[document] ?? 0
          if (before === 0) found.push(document)
          const held = K1 * (1 - B + (B * (lengths[document] ?? 0)) / average)
          scores[document] = before + (share * count) / (count + held)
        }
      }
      return found.map((document) => {
        const score = scores[document] ?? 0
        scores[document] = 0
        return { document, score }
      })
    }
  }
}
