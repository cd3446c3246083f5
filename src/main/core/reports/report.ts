import type { OpenClock } from '../../../shared/domain/business-hours.ts'
import type { ReportRow } from '../../../shared/contract/report-rows.ts'
import { rangeBefore, rangeParts, type ReportRange } from '../../../shared/domain/report/report-range.ts'
import type { ReadDb } from '../db/database.ts'
import { createBacklog } from './backlog.ts'
import { createDetails } from './details.ts'
import { eachConversation, type FactTaker, putAway, readFacts } from './facts.ts'
import { readOpenNow } from './open-now.ts'
import { readPromised } from './promised.ts'
import * as sql from './sql.ts'
import { createTally } from './tally.ts'

/** What is to be reported on. */
export interface Asked {
  /** Without a problem. */
  readonly range: ReportRange
  /** X's id; null: all accounts. */
  readonly account: string | null
  /** Also what it is compared with. */
  readonly compare: boolean
}

/** What a report is made from. */
export interface ReportSource {
  readonly db: ReadDb
  readonly now: number
  /** Counts business hours; null: none are set. */
  readonly hours: OpenClock | null
}

/** Works a report out, in short steps: half a million answers take seconds, and somebody may be typing. */
export function* makeReport({ db, now, hours }: ReportSource, asked: Asked): Generator<void, ReportRow> {
  const { range, account } = asked
  const { start, end, unit, starts } = rangeParts(range)
  const earlier = asked.compare ? rangeBefore(range) : null
  const from = earlier === null ? start : rangeParts(earlier).start
  const accounts = db.all<sql.AccountRow>(sql.ACCOUNTS).filter(({ id }) => account === null || account === id)
  const known = statesSince(db, accounts)
  const promised = readPromised(db)
  const away = yield* putAway(db)

  const tally = createTally()
  const details = createDetails(starts)
  const before = createTally()
  const taker = split(start, before, [tally, details])
  yield* readFacts(db, { start: from, end, account, hours, promised, putAway: away }, taker)

  const ends = [...starts.slice(1), end]
  const addedAt = new Map(accounts.map((each) => [each.id, each.added_at]))
  const backlog = createBacklog({ moments: [start, ...ends], now, account, since: known, addedAt })
  yield* eachConversation(db, ({ key, account_id: of, first_at: at }) => {
    backlog.arrived(of, at)
    if (at < from || at >= end || away.has(key) || (account !== null && account !== of)) return
    taker.started({ at, account: of, conversation: key })
  })
  yield* backlog.readChanges(db)
  const openNow = yield* readOpenNow(db, account, now)

  const open = openNow.queues.reduce((sum, { id, conversations }) => sum + (isOpen(id) ? conversations : 0), 0)
  const backlogAt = (begin: number, stop: number): number | null =>
    begin <= now && now < stop && known !== null ? open : backlog.at(stop, open)
  const points = yield* details.points(starts.map((begin, nth) => backlogAt(begin, ends[nth] ?? end)))
  const names = new Map(db.all<{ id: string; name: string }>(sql.MEMBERS).map(({ id, name }) => [id, name]))
  return {
    id: 'report',
    range,
    start,
    end,
    unit,
    asOf: now,
    account,
    figures: tally.figures(backlogAt(start, end)),
    before: earlier === null ? null : { range: earlier, figures: before.figures(backlog.at(start, open)) },
    points,
    agents: yield* details.agents((id) => names.get(id) ?? null),
    accounts: yield* details.accounts(accounts),
    categories: yield* details.categories(),
    policies: details.policies(promised.nameOf),
    replies: details.replies((id) => db.get<{ title: string | null }>(sql.TITLE, id)?.title ?? ''),
    campaigns: details.campaigns((key) => db.get<{ id: string; name: string }>(sql.CAMPAIGN, key) ?? null),
    now: openNow,
    hours: hours !== null,
    since: { states: known, promises: promised.since },
    leftOut: details.leftOutFigures()
  }
}

/** From when on it is known what was resolved and open. Null: there is no account. */
function statesSince(db: ReadDb, accounts: readonly sql.AccountRow[]): number | null {
  if (accounts.length === 0) return null
  const kept = db.get<{ since: number }>(sql.HISTORY)?.since ?? 0
  return Math.max(kept, Math.min(...accounts.map((account) => account.added_at)))
}

/** Snoozed is put off, not done. */
function isOpen(queue: string): boolean {
  return queue === 'open' || queue === 'snoozed'
}

/** What happened before a moment goes to one, and the rest to the others. */
function split(moment: number, before: FactTaker, after: readonly FactTaker[]): FactTaker {
  const takers = (at: number): readonly FactTaker[] => (at < moment ? [before] : after)
  return {
    message: (fact) => takers(fact.at).forEach((taker) => taker.message(fact)),
    leftOut: (fact) => takers(fact.at).forEach((taker) => taker.leftOut(fact)),
    answered: (fact) => takers(fact.at).forEach((taker) => taker.answered(fact)),
    resolved: (fact) => takers(fact.at).forEach((taker) => taker.resolved(fact)),
    returned: (fact) => takers(fact.at).forEach((taker) => taker.returned(fact)),
    broken: (fact) => takers(fact.at).forEach((taker) => taker.broken(fact)),
    surveyed: (fact) => takers(fact.at).forEach((taker) => taker.surveyed(fact)),
    given: (fact) => takers(fact.at).forEach((taker) => taker.given(fact)),
    used: (fact) => takers(fact.at).forEach((taker) => taker.used(fact)),
    started: (fact) => takers(fact.at).forEach((taker) => taker.started(fact))
  }
}
