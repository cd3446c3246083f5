import { alwaysOpen, type OpenClock } from '../../../shared/domain/business-hours.ts'
import type { Category } from '../../../shared/domain/conversation.ts'
import type { ResponseKind } from '../../../shared/domain/sla.ts'
import type { SurveyKind } from '../../../shared/domain/survey/survey.ts'
import type { ReadDb } from '../db/database.ts'
import { messageTick } from '../sync/message-key.ts'
import type { Promised } from './promised.ts'
import * as sql from './sql.ts'

const DAY = 86_400_000
/** Rows at a time: a millisecond or two of work, also where the processor is busy. */
const PART = 400
const SMALL_PART = 80
/** How far a message's key may lie behind its moment, where many were written in the same. ms */
const KEY_SLACK_MS = 3_600_000
const WEEK_MS = 7 * DAY

interface Fact {
  /** ms since 1970 */
  readonly at: number
  readonly account: string
  /** Key of the conversation in the database. */
  readonly conversation: number
}

export interface MessageFact extends Fact {
  readonly outbound: boolean
}

export interface AnswerFact extends Fact {
  readonly kind: ResponseKind
  /** How long the customer had waited, ms: on the wall, and by business hours. */
  readonly wall: number
  readonly open: number
  /** Null: outside this console. */
  readonly by: string | null
  readonly category: Category | null
  /** Of the promise that was kept or broken with it; null: nothing was promised. */
  readonly policy: string | null
  readonly late: boolean
}

export interface ResolvedFact extends Fact {
  /** Whose it was, else who answered last; null: nobody. */
  readonly by: string | null
  readonly category: Category | null
  /** How long the matter took, ms; null when no customer wrote. */
  readonly wall: number | null
  readonly open: number | null
}

export interface BrokenFact extends Fact {
  readonly policy: string
  readonly policyName: string
  readonly category: Category | null
}

export interface UseFact extends Fact {
  readonly reply: string
  /** Null: not known. */
  readonly edited: boolean | null
  /** Within a week after it, and back within a week after that. */
  readonly resolved: boolean
  readonly back: boolean
}

export interface GivenFact extends Fact {
  /** Key of the campaign in the database. */
  readonly campaign: number
  readonly redeemed: boolean
}

export interface SurveyFact extends Fact {
  readonly kind: SurveyKind
  /** Who sent it, or sat at the desk when the conversation was resolved. */
  readonly by: string
  readonly category: Category | null
  /** The canned reply that was used last before it. */
  readonly reply: string | null
  readonly answered: boolean
  readonly score: number | null
}

/** Takes what happened, one after the other of each kind. */
export interface FactTaker {
  message(fact: MessageFact): void
  /** A message of a conversation that is counted nowhere. */
  leftOut(fact: MessageFact): void
  answered(fact: AnswerFact): void
  resolved(fact: ResolvedFact): void
  returned(fact: Fact): void
  broken(fact: BrokenFact): void
  used(fact: UseFact): void
  /** A promo code. */
  given(fact: GivenFact): void
  /** A survey, on the day on which it was sent. */
  surveyed(fact: SurveyFact): void
  started(fact: Fact): void
}

export interface FactSpan {
  readonly start: number
  readonly end: number
  /** X's id; null: all accounts. */
  readonly account: string | null
  /** Counts business hours; null: none are set. */
  readonly hours: OpenClock | null
  readonly promised: Promised
  /** Keys of conversations that are counted nowhere. */
  readonly putAway: ReadonlySet<number>
}

/** Tells everything that happened from `start` on and before `end`, but for what was started. A step is short. */
export function* readFacts(db: ReadDb, span: FactSpan, taker: FactTaker): Generator<void, void> {
  const counts = (row: { readonly account_id: string }, key: number): boolean =>
    (span.account === null || span.account === row.account_id) && !span.putAway.has(key)
  yield* readMessages(db, span, taker)
  yield* readAnswers(db, span, counts, taker)
  yield* readResolutions(db, span, counts, taker)
  yield* readReturns(db, span, counts, taker)
  yield* readBreaches(db, span, counts, taker)
  yield* readUses(db, span, counts, taker)
  yield* readGiven(db, span, counts, taker)
  yield* readSurveyed(db, span, counts, taker)
}

type Counts = (row: { readonly account_id: string }, key: number) => boolean

function* readMessages(db: ReadDb, span: FactSpan, taker: FactTaker): Generator<void, void> {
  const { start, end, account, putAway: away } = span
  let after = messageTick(start) - 1
  const last = messageTick(end + KEY_SLACK_MS)
  for (;;) {
    const rows = db.all<sql.MessageRow>(sql.MESSAGES, after, last, PART)
    for (const row of rows) {
      const { at, conversation_key: conversation } = row
      if (at < start || at >= end || (account !== null && account !== row.account_id)) continue
      const fact = { at, account: row.account_id, conversation, outbound: row.outbound === 1 }
      if (away.has(conversation)) taker.leftOut(fact)
      else taker.message(fact)
    }
    const next = rows.at(-1)
    if (next === undefined || rows.length < PART) return
    after = next.key
    yield
  }
}

function* readAnswers(
  db: ReadDb,
  { start, end, promised }: FactSpan,
  counts: Counts,
  taker: FactTaker
): Generator<void, void> {
  let after: readonly [number, string, string, number] = [start - 1, LAST, '', 0]
  for (;;) {
    const rows = db.all<sql.ResponseRow>(sql.RESPONSES, ...after, end, SMALL_PART)
    for (const row of rows) {
      if (!counts(row, row.key)) continue
      const late = row.late === 1
      const kept = row.policy_id !== null && promised.counts(row.policy_id, row.kind, row.asked_at)
      taker.answered({
        at: row.answered_at,
        account: row.account_id,
        conversation: row.key,
        kind: row.kind,
        wall: row.wall_ms,
        open: row.open_ms,
        by: row.responder_id,
        category: row.category,
        policy: late || kept ? row.policy_id : null,
        late
      })
    }
    const next = rows.at(-1)
    if (next === undefined || rows.length < SMALL_PART) return
    after = [next.answered_at, next.account_id, next.conversation_id, next.asked_at]
    yield
  }
}

function* readResolutions(
  db: ReadDb,
  { start, end, hours }: FactSpan,
  counts: Counts,
  taker: FactTaker
): Generator<void, void> {
  let after: readonly [number, string, string] = [start - 1, LAST, '']
  for (;;) {
    const rows = db.all<sql.ResolutionRow>(sql.RESOLUTIONS, ...after, end, SMALL_PART)
    for (const row of rows) {
      if (!counts(row, row.key)) continue
      const begun = begunAt(db, row)
      const wall = begun === null ? null : Math.max(0, row.at - begun)
      taker.resolved({
        at: row.at,
        account: row.account_id,
        conversation: row.key,
        by: row.assignee_id ?? row.responder_id,
        category: row.category,
        wall,
        open: begun === null ? null : (hours ?? alwaysOpen).between(begun, row.at)
      })
    }
    const next = rows.at(-1)
    if (next === undefined || rows.length < SMALL_PART) return
    after = [next.at, next.account_id, next.conversation_id]
    yield
  }
}

/** When the matter that was resolved was begun: by its customer, or by whoever took it up again before that. */
function begunAt(db: ReadDb, row: sql.ResolutionRow): number | null {
  const asked = db.get<{ at: number }>(sql.ASKED_AFTER, row.key, row.before_at ?? 0, row.at)?.at
  if (asked === undefined) return row.back_at
  return row.back_at === null ? asked : Math.min(asked, row.back_at)
}

function* readReturns(db: ReadDb, { start, end }: FactSpan, counts: Counts, taker: FactTaker): Generator<void, void> {
  let after: readonly [number, string, string, number] = [start - 1, LAST, '', 0]
  for (;;) {
    const rows = db.all<sql.ReturnRow>(sql.RETURNS, ...after, end, PART)
    for (const row of rows) {
      if (counts(row, row.key)) taker.returned({ at: row.reopened_at, account: row.account_id, conversation: row.key })
    }
    const next = rows.at(-1)
    if (next === undefined || rows.length < PART) return
    after = [next.reopened_at, next.account_id, next.conversation_id, next.at]
    yield
  }
}

function* readBreaches(db: ReadDb, { start, end }: FactSpan, counts: Counts, taker: FactTaker): Generator<void, void> {
  let after: readonly [number, string] = [start - 1, LAST]
  for (;;) {
    const rows = db.all<sql.BreachRow>(sql.BREACHES, ...after, end, SMALL_PART)
    for (const row of rows) {
      if (!counts(row, row.key)) continue
      taker.broken({
        at: row.due_at,
        account: row.account_id,
        conversation: row.key,
        policy: row.policy_id,
        policyName: row.policy_name,
        category: row.category
      })
    }
    const next = rows.at(-1)
    if (next === undefined || rows.length < SMALL_PART) return
    after = [next.due_at, next.id]
    yield
  }
}

function* readUses(db: ReadDb, { start, end }: FactSpan, counts: Counts, taker: FactTaker): Generator<void, void> {
  let after: readonly [number, string] = [start - 1, LAST]
  for (;;) {
    const rows = db.all<sql.UseRow>(sql.USES, ...after, end, SMALL_PART)
    for (const row of rows) {
      if (!counts(row, row.key)) continue
      const { resolved_at: resolvedAt, reopened_at: reopenedAt } = row
      const resolved = resolvedAt !== null && resolvedAt - row.at <= WEEK_MS
      taker.used({
        at: row.at,
        account: row.account_id,
        conversation: row.key,
        reply: row.reply_id,
        edited: row.changed === null ? null : row.changed > 0,
        resolved,
        back: resolved && reopenedAt !== null && reopenedAt - resolvedAt <= WEEK_MS
      })
    }
    const next = rows.at(-1)
    if (next === undefined || rows.length < SMALL_PART) return
    after = [next.at, next.id]
    yield
  }
}

function* readGiven(db: ReadDb, { start, end }: FactSpan, counts: Counts, taker: FactTaker): Generator<void, void> {
  let after: readonly [number, string] = [start - 1, LAST]
  for (;;) {
    const rows = db.all<sql.GivenRow>(sql.GIVEN, ...after, end, SMALL_PART)
    for (const row of rows) {
      if (!counts(row, row.key)) continue
      const { given_at: at, account_id: account, key: conversation, campaign_key: campaign } = row
      taker.given({ at, account, conversation, campaign, redeemed: row.redeemed === 1 })
    }
    const next = rows.at(-1)
    if (next === undefined || rows.length < SMALL_PART) return
    after = [next.given_at, next.id]
    yield
  }
}

function* readSurveyed(db: ReadDb, { start, end }: FactSpan, counts: Counts, taker: FactTaker): Generator<void, void> {
  let after: readonly [number, string] = [start - 1, LAST]
  for (;;) {
    const rows = db.all<sql.SurveyedRow>(sql.SURVEYED, ...after, end, SMALL_PART)
    for (const row of rows) {
      if (!counts(row, row.key)) continue
      const { asked_at: at, account_id: account, key: conversation, kind, member_id: by, state, score, category } = row
      const answered = state === 'score' || state === 'words'
      taker.surveyed({ at, account, conversation, kind, by, category, reply: row.reply_id, answered, score })
    }
    const next = rows.at(-1)
    if (next === undefined || rows.length < SMALL_PART) return
    after = [next.asked_at, next.id]
    yield
  }
}

/** Behind every id: what comes after it is of a later moment. */
const LAST = '\u{10ffff}'

/** Conversations that are in a queue, by their keys. */
export function* eachConversation(db: ReadDb, take: (row: sql.ConversationRow) => void): Generator<void, void> {
  let after = 0
  for (;;) {
    const rows = db.all<sql.ConversationRow>(sql.CONVERSATIONS, after, PART)
    for (const row of rows) take(row)
    const next = rows.at(-1)
    if (next === undefined || rows.length < PART) return
    after = next.key
    yield
  }
}

/** Keys of the conversations that are counted nowhere. */
export function* putAway(db: ReadDb): Generator<void, ReadonlySet<number>> {
  const keys = new Set<number>()
  let after: readonly [string, string] = ['', '']
  for (;;) {
    const rows = db.all<sql.PutAwayRow>(sql.PUT_AWAY, ...after, PART)
    for (const { key } of rows) keys.add(key)
    const next = rows.at(-1)
    if (next === undefined || rows.length < PART) return keys
    after = [next.account_id, next.conversation_id]
    yield
  }
}
