import fuzzysort from 'fuzzysort'
import type { ReplyContent } from '../../../shared/domain/library/canned-reply.ts'
import { foldForIndex, tokenise } from '../search/fold.ts'
import { foldShortcut } from './checks.ts'
import type { Shelved, ShelvedReply } from './shelf.ts'

/** A reply that agents may insert, prepared for being found. */
export interface IndexedReply {
  /** Its place in the index. */
  readonly at: number
  readonly reply: ShelvedReply
  /** The id of the approved version. */
  readonly version: string
  readonly content: ReplyContent
  readonly shortcut: string | null
  readonly names: readonly ReturnType<typeof fuzzysort.prepare>[]
  /** Folded words of title, tags and all texts, with how often each is there. */
  readonly words: ReadonlyMap<string, number>
  readonly length: number
  /** Tags and folders, folded: what it is about. */
  readonly topics: ReadonlySet<string>
}

/** The replies in use, found by words. Places of those that are gone stay empty until it is built anew. */
export interface ReplyIndex {
  readonly entries: readonly (IndexedReply | null)[]
  readonly count: number
  /** The mean number of words. */
  readonly meanLength: number
  /** Whether any of them is there in more than one language. */
  readonly hasVariants: boolean
  /** Takes over what has changed of the library. */
  update(shelved: Shelved): void
  /** How many replies have a word. */
  having(word: string): number
  /** Places of the replies that have a word; some of them may be empty by now. */
  places(word: string): readonly number[]
  /** How often each of these replies has it, in the same order. */
  times(word: string): readonly number[]
  /** Words that begin so. */
  beginning(prefix: string): readonly string[]
  /** For each place of how many of these words, in their order, its shortcut, title or tags have one that begins so. */
  named(words: readonly string[]): Uint16Array
}

/** Templates are found by their words, not by the names of their placeholders. */
const PLACEHOLDER = /\{\{[^{}]*\}\}|\{%[^{}]*%\}/gu
/** So many empty places are borne, as a part of all. */
const MOST_EMPTY = 0.3
/** Of so many words that begin so; a single letter begins thousands, and says little. */
const MOST_BEGINNING = 400

export function createReplyIndex(): ReplyIndex {
  let entries: (IndexedReply | null)[] = []
  let words = createWordPlaces()
  /** Words of shortcuts, titles and tags. */
  let names = createWordPlaces()
  let of: Shelved | null = null
  let length = 0
  let variants = 0
  const ids = new Map<string, IndexedReply>()

  function add(reply: ShelvedReply): void {
    const entry = prepare(reply, entries.length)
    if (!entry) return
    entries.push(entry)
    ids.set(reply.id, entry)
    length += entry.length
    variants += entry.content.variants.length
    for (const [word, times] of entry.words) words.add(word, entry.at, times)
    for (const word of namesOf(entry)) names.add(word, entry.at, 1)
  }

  function drop(entry: IndexedReply): void {
    entries[entry.at] = null
    ids.delete(entry.reply.id)
    length -= entry.length
    variants -= entry.content.variants.length
  }

  function rebuild(shelved: Shelved): void {
    entries = []
    words = createWordPlaces()
    names = createWordPlaces()
    length = 0
    variants = 0
    ids.clear()
    for (const reply of shelved.replies.values()) add(reply)
  }

  return {
    get entries() {
      return entries
    },
    get count() {
      return ids.size
    },
    get hasVariants() {
      return variants > 0
    },
    get meanLength() {
      return ids.size === 0 ? 1 : length / ids.size
    },
    update(shelved) {
      if (of === shelved) return
      of = shelved
      for (const entry of [...ids.values()]) {
        const now = shelved.replies.get(entry.reply.id)
        if (!now || !isSameEntry(entry, now)) drop(entry)
      }
      if (entries.length - ids.size > entries.length * MOST_EMPTY) return rebuild(shelved)
      for (const reply of shelved.replies.values()) if (!ids.has(reply.id)) add(reply)
    },
    having: (word) => words.of(word).places.length,
    places: (word) => words.of(word).places,
    times: (word) => words.of(word).times,
    named(asked) {
      const hits = new Uint16Array(entries.length)
      for (const [nth, prefix] of asked.entries()) {
        for (const word of names.beginning(prefix)) {
          for (const place of names.of(word).places) if (hits[place] === nth) hits[place] = nth + 1
        }
      }
      return hits
    },
    beginning(prefix) {
      const found: string[] = []
      for (const word of words.beginning(prefix)) {
        if (found.length >= MOST_BEGINNING) break
        found.push(word)
      }
      return found
    }
  }
}

/** Words with their places, found by how they begin. */
interface WordPlaces {
  add(word: string, place: number, times: number): void
  of(word: string): { readonly places: readonly number[]; readonly times: readonly number[] }
  /** By the letter. */
  beginning(prefix: string): Generator<string>
}

const nowhere = { places: [], times: [] } as const

function createWordPlaces(): WordPlaces {
  const words = new Map<string, { places: number[]; times: number[] }>()
  /** Put in order with the first question; from then on a new word goes where it belongs, because sorting all of them takes a frame. */
  let sorted: string[] | null = null
  return {
    add(word, place, times) {
      const known = words.get(word)
      if (known) {
        known.places.push(place)
        known.times.push(times)
        return
      }
      words.set(word, { places: [place], times: [times] })
      sorted?.splice(firstFrom(sorted, word), 0, word)
    },
    of: (word) => words.get(word) ?? nowhere,
    *beginning(prefix) {
      sorted ??= [...words.keys()].toSorted((a, b) => (a < b ? -1 : 1))
      for (let at = firstFrom(sorted, prefix); sorted[at]?.startsWith(prefix) === true; at += 1) yield sorted[at] ?? ''
    }
  }
}

/** Words of shortcut, title and tags. */
function namesOf({ shortcut, content, reply }: IndexedReply): ReadonlySet<string> {
  return new Set(
    [shortcut ?? '', content.title, ...reply.tags].flatMap((name) => tokenise(name)).map(({ word }) => word)
  )
}

function isSameEntry({ reply, version }: IndexedReply, now: ShelvedReply): boolean {
  return (
    now.approved === version &&
    isInsertable(now) &&
    now.scope === reply.scope &&
    now.team === reply.team &&
    now.owner === reply.owner &&
    sameNames(now.tags, reply.tags) &&
    sameNames(now.folder, reply.folder)
  )
}

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, at) => name === b[at])
}

function isInsertable(reply: ShelvedReply): boolean {
  return reply.kind === 'reply' && reply.retiredAt === null && reply.approvedVersion !== null
}

/** What a content says does not change: its words are looked for once. */
const wordsOfContent = new WeakMap<ReplyContent, ReadonlyMap<string, number>>()

function prepare(reply: ShelvedReply, at: number): IndexedReply | null {
  const version = reply.approvedVersion
  if (!isInsertable(reply) || version === null) return null
  const { content } = version
  const words = new Map(contentWords(content))
  for (const tag of reply.tags) count(words, tag)
  let length = 0
  for (const times of words.values()) length += times
  const tags = reply.tags.join(' ')
  return {
    at,
    reply,
    version: version.id,
    content,
    shortcut: content.shortcut === null ? null : foldShortcut(content.shortcut),
    names: [fuzzysort.prepare(content.shortcut ?? ''), fuzzysort.prepare(content.title), fuzzysort.prepare(tags)],
    words,
    length,
    topics: new Set([...reply.tags, ...reply.folder].map((name) => foldForIndex(name).trim()))
  }
}

function contentWords(content: ReplyContent): ReadonlyMap<string, number> {
  const known = wordsOfContent.get(content)
  if (known) return known
  const words = new Map<string, number>()
  for (const text of [content.title, content.body, ...content.variants.map((variant) => variant.body)]) {
    count(words, text.replaceAll(PLACEHOLDER, ' '))
  }
  wordsOfContent.set(content, words)
  return words
}

function count(words: Map<string, number>, text: string): void {
  for (const { word } of tokenise(text)) words.set(word, (words.get(word) ?? 0) + 1)
}

function firstFrom(sorted: readonly string[], prefix: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < prefix) low = middle + 1
    else high = middle
  }
  return low
}
