import type { CannedFixRow } from '../../../../shared/contract/library-rows.ts'
import type { ReplyContent } from '../../../../shared/domain/library/canned-reply.ts'
import { conversationKey } from '../../../../shared/domain/ids.ts'
import type { ReadDb } from '../../db/database.ts'
import { isPlaceOf, placeIn, type Change } from './fix-place.ts'
import * as sql from './sql.ts'
import { textsOf } from './templates.ts'

/** One customer's words are nobody else's: a change is proposed when so many had it, and so great a part of all. */
export const CUSTOMERS = 3
const PART = 0.1

/** A reply whose approved version agents may keep changing. */
export interface Fixable {
  readonly reply: string
  /** Id of the approved version. */
  readonly version: string
  readonly approved: ReplyContent
  readonly newest: ReplyContent
}

/** A change to one of its texts; `language` empty: the reply's own. */
export interface Fix extends Change {
  readonly language: string
}

/** A change that is proposed: enough customers got it, nobody declined it, and it can be taken. */
export interface Proposal {
  /** The text of the approved version. */
  readonly text: string
  /** Where in the text of the newest version it belongs. */
  readonly at: number
  /** The text of the newest version. */
  readonly newest: string
  readonly evidence: sql.EvidenceRow
  /** How many customers got the version. */
  readonly of: number
}

/** For how many customers a version was used. */
export type CustomersOf = (version: string) => number

/** @returns null for what is not proposed, or not any more */
export function proposalOf(db: ReadDb, fixable: Fixable, fix: Fix, customersOf: CustomersOf): Proposal | null {
  const { reply, version, approved, newest: draft } = fixable
  const { language, from, to, put } = fix
  const [text, newest] = [textIn(approved, language), textIn(draft, language)]
  if (text === undefined || newest === undefined || from > to || to > text.length) return null
  const at = placeIn(text, newest, fix)
  if (at === null) return null
  const declined = db.all<{ words: string }>(sql.DECLINED, reply, language, put)
  if (declined.some(({ words }) => isPlaceOf(words, text, fix))) return null
  const evidence = db.get<sql.EvidenceRow>(sql.EVIDENCE, version, language, from, to, put)
  if (evidence === undefined || evidence.customers < CUSTOMERS) return null
  const of = customersOf(version)
  return evidence.customers < of * PART ? null : { text, at, newest, evidence, of }
}

export function readCustomersOf(db: ReadDb, version: string): number {
  return db.get<{ customers: number }>(sql.CUSTOMERS_OF, version)?.customers ?? 0
}

/** The text of the newest version with the change made. */
export function fixedText({ newest, at }: Proposal, { from, to, put }: Change): string {
  return newest.slice(0, at) + put + newest.slice(at + to - from)
}

export function toFixRow(
  db: ReadDb,
  { reply, version, approved }: Fixable,
  fix: Fix,
  { text, evidence, of }: Proposal
): CannedFixRow {
  const { language, from, to, put } = fix
  return {
    id: JSON.stringify([version, language, from, to, put]),
    reply,
    version,
    title: approved.title,
    language: language === '' ? null : language,
    from,
    to,
    put,
    before: text,
    after: text.slice(0, from) + put + text.slice(to),
    times: evidence.times,
    customers: evidence.customers,
    of,
    members: evidence.members,
    lastAt: evidence.last_at,
    examples: db.all<sql.ExampleRow>(sql.EXAMPLES, version, language, from, to, put).map((example) => ({
      conversation: conversationKey(example.account_id, example.conversation_id),
      title: example.title ?? '',
      member: example.member_id,
      at: example.at
    }))
  }
}

function textIn(content: ReplyContent, language: string): string | undefined {
  return textsOf(content).find((one) => one.language === language)?.text
}
