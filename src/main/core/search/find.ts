import type { ReadDb } from '../db/database.ts'
import { allOf, asksForMessages, type Compiled, conditionOf, conjunctsOf, matchOf } from './compile.ts'
import type { Condition, Listed, Wanted } from './conditions.ts'
import { newestKeys } from './newest-keys.ts'
import type { Phrase } from './phrases.ts'
import * as sql from './sql.ts'

interface FoundMessage {
  readonly key: number
  readonly conversation_key: number
}

/** How many are wanted, and of what. */
interface Page {
  readonly of: 'message' | 'conversation'
  readonly limit: number
}

/** Keys of messages are looked at in portions of this size; the first that fill the page end the walk. */
const FIRST_PORTION = 250
const LAST_PORTION = 4_000
/** For words that may go on, the index gathers all hits anew for each portion: there are few of them. */
const LAST_PORTION_OF_WORDS = 64_000
/** So many were looked at without filling the page: where few conversations can have a hit, their messages are fewer. */
const LONG_WALK = 5_000
/** Conversations whose messages are all read rather than walking through everybody's. */
const FEW = 2_000
const VERY_FEW = 100
/** Keys of all messages. */
const EVERYTHING = { least: 0, most: Number.MAX_SAFE_INTEGER }

/**
 * Messages that a search finds, newest first. The newest words are read straight from the index and tested one by one,
 * which ends early where hits are common; where few conversations can have hits, their messages are read instead.
 * @param wants called for each, newest first; false when no more are wanted
 */
function walkMessages(db: ReadDb, compiled: Compiled, page: Page, wants: (message: FoundMessage) => boolean): void {
  const parts = conjunctsOf(compiled)
  const [only] = parts
  if (parts.length === 1 && only?.kind === 'or' && matchOf(only) === null) {
    walkEither(db, only.nodes, page, wants)
    return
  }
  const words = parts.filter((part) => matchOf(part) !== null)
  const rest = parts.filter((part) => matchOf(part) === null)
  const match = words.map(matchOf).join(' AND ')
  const phrases = plainPhrases(words)
  const { least, most } = boundsOf(parts)
  const seeds = seedsOf(parts)
  const listed = shortestList(db, parts, match !== '')
  const last = match === '' ? LAST_PORTION : LAST_PORTION_OF_WORDS
  const every = allOf(parts.map((part) => conditionOf(part, 'message')))
  // What the index has found has the words.
  const condition = listed === null ? allOf(rest.map((part) => conditionOf(part, 'message'))) : every

  const fromSeed = (seed: Condition): void => {
    const found = db.all<FoundMessage>(sql.messagesOf(seed, every), ...seed.values, ...every.values, -1)
    for (const message of found) if (!wants(message)) return
  }
  const few = fewest(db, seeds, VERY_FEW)
  if (few !== null) return fromSeed(few)

  let looked = 0
  let below = most
  for (let portion = Math.max(FIRST_PORTION, page.limit); ; portion = Math.min(last, portion * 4)) {
    const range = [BigInt(least), BigInt(below), portion] as const
    const keys =
      listed !== null
        ? db.all<{ key: number }>(sql.keysListed(listed), ...listed.values, ...range)
        : match === ''
          ? db.all<{ key: number }>(sql.KEYS_BY_TIME, ...range)
          : phrases === null
            ? db.all<{ key: number }>(sql.KEYS_BY_WORDS, match, ...range)
            : newestKeys(db, phrases, { least, most: below }, portion)
    const found = db.all<FoundMessage>(
      sql.keptOf(condition),
      JSON.stringify(keys.map(({ key }) => key)),
      ...condition.values
    )
    for (const message of found) if (!wants(message)) return
    if (keys.length < portion) return
    looked += keys.length
    below = (keys.at(-1)?.key ?? 0) - 1
    const seed = looked < LONG_WALK ? null : fewest(db, seeds, FEW)
    if (seed !== null) {
      const reached = below
      const older: Condition = { sql: `(${every.sql} AND m.key <= ?)`, values: [...every.values, reached] }
      const left = db.all<FoundMessage>(sql.messagesOf(seed, older), ...seed.values, ...older.values, -1)
      for (const message of left) if (!wants(message)) return
      return
    }
  }
}

/** The words as a list of phrases that must all be there; null when there is more to them. */
function plainPhrases(words: readonly Compiled[]): Phrase[] | null {
  const phrases = words.map((part) => (part.kind === 'leaf' ? part.phrase : null))
  return phrases.length === 0 || phrases.includes(null) ? null : phrases.filter((phrase) => phrase !== null)
}

/** Either of several searches: each is walked for itself, and what was found is brought into order. */
function walkEither(
  db: ReadDb,
  either: readonly Compiled[],
  page: Page,
  wants: (message: FoundMessage) => boolean
): void {
  const found = new Map<number, FoundMessage>()
  for (const one of either) {
    const counted = new Set<number>()
    walkMessages(db, one, page, (message) => {
      found.set(message.key, message)
      counted.add(page.of === 'message' ? message.key : message.conversation_key)
      return counted.size < page.limit
    })
  }
  for (const message of [...found.values()].toSorted((a, b) => b.key - a.key)) if (!wants(message)) return
}

/** Keys of the messages found, newest first. For a search about conversations, the newest message of each. */
export function findMessages(db: ReadDb, compiled: Compiled, limit: number): number[] {
  // Words alone need no look at what they find: everything in the index is a message.
  const either = compiled.kind === 'or' ? compiled.nodes : [compiled]
  const lists = either.map((one) => plainPhrases(conjunctsOf(one)))
  if (lists.every((phrases) => phrases !== null)) {
    const found = lists.flatMap((phrases) => newestKeys(db, phrases, EVERYTHING, limit).map(({ key }) => key))
    return [...new Set(found)].toSorted((a, b) => b - a).slice(0, limit)
  }
  const match = matchOf(compiled)
  if (match !== null) return db.all<{ key: number }>(sql.NEWEST_BY_WORDS, match, limit).map(({ key }) => key)
  const keys: number[] = []
  if (!asksForMessages(compiled)) {
    for (const conversation of findConversations(db, compiled, limit)) {
      const newest = db.get<{ key: number }>(sql.NEWEST_MESSAGE, conversation)
      if (newest) keys.push(newest.key)
    }
    return keys
  }
  walkMessages(db, compiled, { of: 'message', limit }, ({ key }) => {
    keys.push(key)
    return keys.length < limit
  })
  return keys
}

/** Keys of the conversations found, those with the newest hit first. */
export function findConversations(db: ReadDb, compiled: Compiled, limit: number): number[] {
  if (asksForMessages(compiled)) {
    const keys = new Set<number>()
    walkMessages(db, compiled, { of: 'conversation', limit }, (message) => {
      keys.add(message.conversation_key)
      return keys.size < limit
    })
    return [...keys]
  }
  const condition = conditionOf(compiled, 'conversation')
  const seed = fewest(db, seedsOf(conjunctsOf(compiled)), FEW)
  return db
    .all<{ conversation_key: number }>(
      sql.conversationsOf(seed, condition),
      ...(seed?.values ?? []),
      ...condition.values,
      limit
    )
    .map((row) => row.conversation_key)
}

function wantedOf(parts: readonly Compiled[]): Wanted[] {
  return parts.flatMap((part) => (part.kind === 'leaf' ? [part.wanted] : []))
}

function seedsOf(parts: readonly Compiled[]): Condition[] {
  return wantedOf(parts).flatMap(({ seed }) => (seed === null ? [] : [seed]))
}

/**
 * The shortest list of messages that can be hits. Where there are words, only a short one: the index has a list, too.
 */
function shortestList(db: ReadDb, parts: readonly Compiled[], words: boolean): Listed | null {
  let best: { readonly listed: Listed; readonly count: number } | null = null
  for (const { listed } of wantedOf(parts)) {
    if (listed === null) continue
    const count = db.get<{ count: number }>(sql.countListed(listed), ...listed.values, FEW + 1)?.count ?? 0
    if (best === null || count < best.count) best = { listed, count }
  }
  return best === null || (words && best.count > FEW) ? null : best.listed
}

function boundsOf(parts: readonly Compiled[]): { least: number; most: number } {
  const all = wantedOf(parts)
  return {
    least: Math.max(0, ...all.map(({ least }) => least ?? 0)),
    most: Math.min(Number.MAX_SAFE_INTEGER, ...all.map(({ most }) => most ?? Number.MAX_SAFE_INTEGER))
  }
}

/** The smallest of the seeds, when it has no more conversations than `most`. */
function fewest(db: ReadDb, seeds: readonly Condition[], most: number): Condition | null {
  let best: { readonly seed: Condition; readonly count: number } | null = null
  for (const seed of seeds) {
    const count = db.get<{ count: number }>(sql.countSeed(seed), ...seed.values, most + 1)?.count ?? 0
    if (count <= most && (best === null || count < best.count)) best = { seed, count }
  }
  return best?.seed ?? null
}
