import type { CannedFixRow, ReplyOutcomeRow } from '../../../../shared/contract/library-rows.ts'
import { conversationKey } from '../../../../shared/domain/ids.ts'
import type { ReadDb } from '../../db/database.ts'
import type { Clock } from '../../deps.ts'
import type { QueryDefinition } from '../../live/query-definition.ts'
import type { Team } from '../../team/team.ts'
import { findRecord, isVisible } from '../reply-record.ts'
import type { Shelf, ShelvedReply } from '../shelf.ts'
import * as sql from './sql.ts'
import { textsOf } from './templates.ts'

/** So many of the newest uses of a version are looked at: ten thousand say no more. */
const LOOKED_AT = 500
/** So many versions are compared, the newest. */
const MOST_VERSIONS = 20
/** So many proposals are looked at, what is changed most often first. */
const MOST_FIXES = 200
/** Who has not answered after this long is taken not to answer. Milliseconds. */
const ANSWER_MS = 3 * 24 * 3_600_000
/** What belongs to the reply: resolved this soon after it, and back this soon after that. Milliseconds. */
const RESOLVED_MS = 7 * 24 * 3_600_000
const BACK_MS = 7 * 24 * 3_600_000
/** One customer's words are nobody else's: a change is proposed when so many had it, and so great a part of all. */
const CUSTOMERS = 3
const PART = 0.1

interface OutcomeParts {
  readonly db: ReadDb
  readonly clock: Pick<Clock, 'now'>
  readonly team: Pick<Team, 'me'>
  readonly shelf: Shelf
}

export function outcomeQueries({ db, clock, team, shelf }: OutcomeParts): {
  'library.outcome': QueryDefinition<'library.outcome'>
  'library.fixes': QueryDefinition<'library.fixes'>
} {
  return {
    'library.outcome': {
      topics: () => ['library', 'library-uses', 'inbox', 'sla'],
      rows({ reply }) {
        findRecord(db, reply, team.me())
        return outcomesOf(db, reply, clock.now())
      }
    },
    'library.fixes': {
      topics: () => ['library', 'library-uses', 'customers'],
      rows() {
        const { replies } = shelf.now()
        const me = team.me()
        const customersOf = createCustomersOf(db)
        return db.all<sql.FixRow>(sql.FIXES, CUSTOMERS, MOST_FIXES).flatMap((row) => {
          const reply = replies.get(row.reply_id)
          return reply === undefined || !isVisible(reply, me) ? [] : (toFix(db, reply, row, customersOf) ?? [])
        })
      }
    }
  }
}

type Use = sql.UseRow & { readonly account_id: string; readonly conversation_id: string }

function outcomesOf(db: ReadDb, reply: string, now: number): ReplyOutcomeRow[] {
  const sent = db.all<{ id: string; number: number | null; sent: number; last_at: number }>(sql.VERSIONS_SENT, reply)
  if (sent.length === 0) return []
  const total = sent.reduce((sum, version) => sum + version.sent, 0)
  const lastAt = Math.max(...sent.map((version) => version.last_at))
  const compared = sent
    .toSorted((a, b) => (b.number ?? 0) - (a.number ?? 0))
    .slice(0, MOST_VERSIONS)
    .map((version) => ({ version, own: db.all<Use>(sql.OUTCOMES, reply, version.id, LOOKED_AT) }))
  const versions = compared.map(({ version, own }) => ({
    id: version.id,
    number: version.number,
    sent: version.sent,
    lastAt: version.last_at,
    ...figuresOf(db, own, now)
  }))
  const uses = compared
    .flatMap(({ own }) => own)
    .toSorted((a, b) => b.at - a.at)
    .slice(0, LOOKED_AT)
  return [{ id: 'all', number: null, sent: total, lastAt, ...figuresOf(db, uses, now) }, ...versions]
}

function figuresOf(
  db: ReadDb,
  uses: readonly Use[],
  now: number
): Pick<ReplyOutcomeRow, 'looked' | 'edited' | 'answered' | 'waited' | 'reopened'> {
  const known = uses.flatMap(({ changed }) => changed ?? [])
  const edited = known.filter((changed) => changed > 0)
  // Who can still answer is not counted yet.
  const answers = uses.flatMap(({ sent_at: at, answered_at: answered }) => {
    if (at === null) return []
    const after = answered === null ? null : answered - at
    if (after !== null && after <= ANSWER_MS) return [after]
    return now - at >= ANSWER_MS ? [null] : []
  })
  const took = answers.filter((after) => after !== null)
  const waits = uses.flatMap(({ wall_ms: wall }) => wall ?? [])
  const resolved = uses.filter(
    ({ sent_at: at, resolved_at: resolvedAt }) => at !== null && resolvedAt !== null && resolvedAt - at <= RESOLVED_MS
  )
  const back = resolved.filter((use) => {
    const row = db.get<{ reopened_at: number }>(sql.REOPENED, use.account_id, use.conversation_id, use.resolved_at)
    return row !== undefined && row.reopened_at - (use.resolved_at ?? 0) <= BACK_MS
  })
  return {
    looked: uses.length,
    edited: { count: edited.length, of: known.length, share: median(edited.map((changed) => changed / 1_000)) },
    answered: { count: took.length, of: answers.length, medianMs: median(took) },
    waited: { of: waits.length, medianMs: median(waits) },
    reopened: { count: back.length, of: resolved.length }
  }
}

/** Of an even number the lower of the two in the middle: a time that was really met. */
function median(numbers: readonly number[]): number | null {
  return numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? null
}

/** For how many customers a version was used, counted once however many changes of it are proposed. */
function createCustomersOf(db: ReadDb): (version: string) => number {
  const known = new Map<string, number>()
  return (version) => {
    const customers = known.get(version) ?? db.get<{ customers: number }>(sql.CUSTOMERS_OF, version)?.customers ?? 0
    known.set(version, customers)
    return customers
  }
}

function toFix(
  db: ReadDb,
  reply: ShelvedReply,
  row: sql.FixRow,
  customersOf: (version: string) => number
): CannedFixRow | null {
  const version = reply.approvedVersion
  if (version === null || version.id !== row.version_id) return null
  const text = textsOf(version.content).find(({ language }) => language === row.language)?.text
  if (text === undefined || row.to_at > text.length) return null
  const { from_at: from, to_at: to, put } = row
  const words = wordsAround(text, from, to)
  if (db.get(sql.DECLINED, reply.id, words, put) !== undefined) return null
  // Somebody has put it into the draft already.
  const newest = textsOf(reply.newestVersion.content).find(({ language }) => language === row.language)?.text
  if (newest !== text && newest !== undefined && !isOnceIn(newest, words)) return null
  const evidence = db.get<sql.EvidenceRow>(sql.EVIDENCE, row.version_id, row.language, from, to, put)
  const of = customersOf(row.version_id)
  if (evidence === undefined || evidence.customers < CUSTOMERS || evidence.customers < of * PART) return null
  return {
    id: JSON.stringify([row.version_id, row.language, from, to, put]),
    reply: reply.id,
    version: row.version_id,
    title: version.content.title,
    language: row.language === '' ? null : row.language,
    from,
    to,
    put,
    before: text,
    after: text.slice(0, from) + put + text.slice(to),
    times: row.times,
    customers: evidence.customers,
    of,
    members: evidence.members,
    lastAt: evidence.last_at,
    examples: db.all<sql.ExampleRow>(sql.EXAMPLES, row.version_id, row.language, from, to, put).map((example) => ({
      conversation: conversationKey(example.account_id, example.conversation_id),
      title: example.title ?? '',
      member: example.member_id,
      at: example.at
    }))
  }
}

/** What is changed with some letters on both sides: tells the same change in another version. */
export function wordsAround(text: string, from: number, to: number): string {
  return text.slice(Math.max(0, from - 24), to + 24)
}

export function isOnceIn(text: string, words: string): boolean {
  const at = text.indexOf(words)
  return at >= 0 && text.indexOf(words, at + 1) < 0
}
