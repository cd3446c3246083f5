import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeness, lastingWords, piecesOf } from '../../src/main/core/library/suggest/closeness.ts'

/** A reply of an agent is a use of a mined reply from this closeness on: words and pairs of words in common (Dice), 0 to 1. */
export const SAME_FROM = 0.6
/** Of each brand's replies, in time: what comes first is history. */
const HISTORY = 0.7

interface SharedMessage {
  readonly id: string
  readonly from: string
  readonly role: 'customer' | 'agent'
  /** ISO 8601 */
  readonly at: string
  readonly text: string
  readonly reply_to: string | null
}
interface SharedConversation {
  readonly conversation_id: string
  readonly brand: string
  readonly messages: readonly SharedMessage[]
}

/** A reply of the library, mined from what a brand's agents repeated. */
export interface LibraryReply {
  readonly id: string
  readonly brand: string
  readonly text: string
}

/** A real reply of an agent, and what the customer had written before. */
export interface Case {
  readonly brand: string
  readonly conversation: string
  readonly at: number
  readonly asked: string
  readonly first: boolean
  /** Ids of library replies that it is nearly the same as, the nearest first; empty: it is a reply of its own. */
  readonly answers: readonly string[]
  readonly held: boolean
}

export interface Talk {
  readonly library: readonly LibraryReply[]
  /** In time. */
  readonly cases: readonly Case[]
}

/** @param folder with support-conversations.jsonl and mined-replies.json */
export function readTalk(folder: string, sameFrom = SAME_FROM): Talk {
  const mined = JSON.parse(readFileSync(join(folder, 'mined-replies.json'), 'utf8')) as Omit<LibraryReply, 'id'>[]
  const library = withoutTwins(mined)
  const byBrand = Map.groupBy(library, ({ brand }) => brand)
  const conversations = readFileSync(join(folder, 'support-conversations.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as SharedConversation)
  const found = conversations.flatMap((conversation) =>
    casesOf(conversation, byBrand.get(conversation.brand) ?? [], sameFrom)
  )
  const cases = [...Map.groupBy(found, ({ brand }) => brand).values()].flatMap((ofBrand) =>
    ofBrand
      .toSorted((a, b) => a.at - b.at)
      .map((one, index): Case => ({ ...one, held: index >= Math.floor(ofBrand.length * HISTORY) }))
  )
  return { library, cases: cases.toSorted((a, b) => a.at - b.at) }
}

interface Mined extends LibraryReply {
  readonly pieces: ReadonlySet<string>
}

/**
 * Replies that differ in links and numbers only are one. How often they were used is left out: it counts the time that
 * is held out. So is their order, which is by use: ids are given by text.
 */
function withoutTwins(mined: readonly Omit<LibraryReply, 'id'>[]): Mined[] {
  const texts = new Map<string, Omit<LibraryReply, 'id'>>()
  for (const reply of mined.toSorted((a, b) => (a.text < b.text ? -1 : 1))) {
    const key = `${reply.brand} ${lastingWords(reply.text).join(' ')}`
    if (!texts.has(key)) texts.set(key, reply)
  }
  return [...texts.values()].map(({ brand, text }, index) => ({
    id: String(index).padStart(4, '0'),
    brand,
    text,
    pieces: piecesOf(lastingWords(text))
  }))
}

function casesOf(
  { conversation_id: conversation, brand, messages }: SharedConversation,
  library: readonly Mined[],
  sameFrom: number
): Omit<Case, 'held'>[] {
  if (library.length === 0) return []
  const inTime = messages.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  return inTime.flatMap((message) => {
    const customer = message.role === 'agent' ? customerOf(message, messages) : null
    if (customer === null) return []
    const before = inTime.filter((other) => other.at < message.at && isBetween(other, customer))
    const lastAnswer = before.findLastIndex(({ role }) => role === 'agent')
    const asked = before
      .slice(lastAnswer + 1)
      .map(({ text }) => text)
      .join('\n')
    if (asked === '') return []
    const at = Date.parse(message.at)
    const first = lastAnswer < 0
    return [{ brand, conversation, at, asked, first, answers: sameAs(message.text, library, sameFrom) }]
  })
}

/** Public threads have several customers; a direct conversation has one. */
function customerOf({ text, reply_to: answered }: SharedMessage, messages: readonly SharedMessage[]): string | null {
  const parent = messages.find(({ id }) => id === answered)
  return parent?.role === 'customer' ? parent.from : (/@(\d+)/u.exec(text)?.[1] ?? null)
}

function isBetween({ role, from, text }: SharedMessage, customer: string): boolean {
  return role === 'customer' ? from === customer : new RegExp(`@${customer}\\b`, 'u').test(text)
}

function sameAs(text: string, library: readonly Mined[], sameFrom: number): string[] {
  const pieces = piecesOf(lastingWords(text))
  return library
    .map(({ id, pieces: own }) => {
      const common = [...own].filter((piece) => pieces.has(piece)).length
      return { id, near: closeness(common, own.size, pieces.size) }
    })
    .filter(({ near }) => near >= sameFrom)
    .toSorted((a, b) => b.near - a.near || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}
