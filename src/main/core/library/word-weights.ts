import type { IndexedReply, ReplyIndex } from './reply-index.ts'

/** As usual with BM25: how soon a word that is there again says nothing more, and how much longer texts count less. */
const SATURATION = 1.2
const LENGTH = 0.6
/** What this part of all replies has tells nothing: “the”, “your”. Small libraries have no words to spare. */
const COMMON = 0.2
const SMALL = 20

/** @returns how telling the words are that each reply has, by its place in the index; 0: it has none */
export function wordWeights(index: ReplyIndex, words: ReadonlyMap<string, string>): Float64Array {
  const weights = new Float64Array(index.entries.length)
  for (const word of words.keys()) {
    const rarity = rarityOf(index, word)
    if (rarity === 0) continue
    const counts = index.times(word)
    for (const [nth, at] of index.places(word).entries()) {
      const entry = index.entries[at]
      if (!entry) continue
      const times = counts[nth] ?? 0
      const longer = 1 - LENGTH + (LENGTH * entry.length) / index.meanLength
      const weight = (rarity * times * (SATURATION + 1)) / (times + SATURATION * longer)
      weights[at] = (weights[at] ?? 0) + weight
    }
  }
  return weights
}

/** The customer's words that a reply has, as they stand there, the rarest first. */
export function tellingWords(
  index: ReplyIndex,
  entry: IndexedReply,
  words: ReadonlyMap<string, string>
): readonly string[] {
  return [...words]
    .map(([folded, written]) => ({ folded, written, rarity: rarityOf(index, folded) }))
    .filter(({ folded, rarity }) => rarity > 0 && entry.words.has(folded))
    .toSorted((a, b) => b.rarity - a.rarity)
    .map(({ written }) => written)
}

/** 0 for what tells nothing. */
function rarityOf(index: ReplyIndex, word: string): number {
  const having = index.having(word)
  const common = index.count >= SMALL && having > index.count * COMMON
  if (having === 0 || common || (word.length < 3 && /^\p{ASCII}*$/u.test(word))) return 0
  return Math.log(1 + (index.count - having + 0.5) / (having + 0.5))
}
