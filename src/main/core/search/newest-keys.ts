import { type Link, readableText } from '../../../shared/domain/message.ts'
import type { ReadDb } from '../db/database.ts'
import { hasPhrases } from './highlight.ts'
import { allPhrases, type Phrase } from './phrases.ts'
import * as sql from './sql.ts'

interface Range {
  /** Keys of messages, both ends included. */
  readonly least: number
  readonly most: number
}

interface Candidate {
  readonly key: number
  readonly text: string
  readonly links: string | null
  readonly has_media: number
}

/** So many candidates are looked at for each hit that is wanted, first and in all, before the index is asked itself. */
const FIRST_LOOK = 3
const LONG_LOOK = 12
/** Who wants more than this walks far anyway: the index is asked at once. */
const MOST_WANTED = 300

/**
 * Keys of the newest messages that have all phrases; exactly what the index would answer.
 *
 * The index reads whole words and beginnings of two letters newest first and stops when there are enough; for any other
 * beginning it gathers every hit there is and sorts them: 40 to 2,000 ms for `par`, `sku` or `order parcel` at a million
 * messages. So the newest messages with the first two letters are looked at instead. Where that finds too little, hits
 * are rare; then the rarest word is asked for as it is, of which there are few.
 */
export function newestKeys(db: ReadDb, phrases: readonly Phrase[], range: Range, limit: number): { key: number }[] {
  const loose = phrases.map(loosened)
  const exact = allPhrases(phrases)
  if (limit <= MOST_WANTED && allPhrases(loose) !== exact) {
    const found = lookThrough(db, { match: allPhrases(loose), phrases, range, limit })
    if ('keys' in found) return found.keys
    if (phrases.length > 1) {
      const sure = loose.map((phrase, index) => (index === found.rarest ? (phrases[index] as Phrase) : phrase))
      const again = lookThrough(db, { match: allPhrases(sure), phrases, range, limit })
      if ('keys' in again) return again.keys
    }
  }
  return db.all<{ key: number }>(sql.KEYS_BY_WORDS, exact, BigInt(range.least), BigInt(range.most), limit)
}

/** The same beginning, as far as the index keeps a list of its own for it. */
function loosened(phrase: Phrase): Phrase {
  const last = phrase.words.at(-1) ?? ''
  const letters = [...last]
  if (!phrase.prefix || letters.length <= 2) return phrase
  return { ...phrase, words: phrase.words.with(-1, letters.slice(0, 2).join('')) }
}

interface Look {
  readonly match: string
  readonly phrases: readonly Phrase[]
  readonly range: Range
  readonly limit: number
}

/** The hits among the newest messages that match, or which phrase is so rare that this leads nowhere. */
function lookThrough(
  db: ReadDb,
  { match, phrases, range, limit }: Look
): { keys: { key: number }[] } | { rarest: number } {
  const keys: { key: number }[] = []
  const counts = phrases.map(() => 0)
  let looked = 0
  let below = range.most
  for (const portion of [limit * FIRST_LOOK, limit * (LONG_LOOK - FIRST_LOOK)]) {
    const rows = db.all<Candidate>(sql.CANDIDATES_BY_WORDS, match, BigInt(range.least), BigInt(below), portion)
    for (const row of rows) {
      const links = row.links === null ? [] : (JSON.parse(row.links) as Link[])
      const has = hasPhrases(readableText(row.text, links, row.has_media === 1), phrases)
      for (const [index, one] of has.entries()) counts[index] = (counts[index] ?? 0) + Number(one)
      if (has.every(Boolean) && keys.push({ key: row.key }) === limit) return { keys }
    }
    if (rows.length < portion) return { keys }
    looked += rows.length
    below = (rows.at(-1)?.key ?? 0) - 1
    if (keys.length * LONG_LOOK < looked) break
  }
  return { rarest: counts.indexOf(Math.min(...counts)) }
}
