import { stringify } from 'csv-stringify/sync'
import { scales } from '../../../shared/domain/survey/survey.ts'
import { rangeParts } from '../../../shared/domain/report/report-range.ts'
import type { ReadDb } from '../db/database.ts'
import { inParts } from '../jobs/in-parts.ts'
import { guarded } from '../library/import/table-cells.ts'
import { eachConversation, type FactTaker, putAway, readFacts } from './facts.ts'
import { readPromised } from './promised.ts'
import type { Asked, ReportSource } from './report.ts'
import * as sql from './sql.ts'

const COLUMNS = [
  'conversation_id',
  'account',
  'customer',
  'state_now',
  'assignee_now',
  'category_now',
  'tags_now',
  'started_at',
  'started_in_period',
  'messages_in',
  'messages_out',
  'answers',
  'first_answer_at',
  'first_answer_seconds',
  'first_answer_business_seconds',
  'first_answer_by',
  'longest_wait_seconds',
  'times_resolved',
  'last_resolved_at',
  'resolution_seconds',
  'resolution_business_seconds',
  'times_reopened',
  'promises_kept',
  'promises_broken',
  'canned_replies',
  'promo_codes',
  'surveys_sent',
  'last_score',
  'last_score_of'
]
/** Rows between two turns for everybody else. */
const YIELD_EVERY = 50

/** What happened in one conversation. Times in ms. */
interface Happened {
  started: boolean
  messagesIn: number
  messagesOut: number
  answers: number
  first: { readonly at: number; readonly wall: number; readonly open: number; readonly by: string | null } | null
  longest: number | null
  resolved: number
  last: { readonly at: number; readonly wall: number | null; readonly open: number | null } | null
  reopened: number
  kept: number
  broken: number
  canned: number
  codes: number
  surveys: number
  /** What was said last, and of how many. */
  score: { readonly value: number; readonly of: number } | null
}

/**
 * A row for each conversation in which something happened, for spreadsheets. Cells that a spreadsheet would take for a
 * formula get an apostrophe in front: customers write these texts, and somebody opens the file.
 * @param counted is told how many rows there are
 */
export async function* csvReport(
  source: ReportSource,
  asked: Asked,
  counted: (rows: number) => void
): AsyncGenerator<string, void, undefined> {
  const { db } = source
  const happened = await inParts(readHappened(source, asked))
  const names = new Map(db.all<{ id: string; name: string }>(sql.MEMBERS).map(({ id, name }) => [id, name]))
  const handles = new Map(db.all<sql.AccountRow>(sql.ACCOUNTS).map(({ id, username }) => [id, username]))
  yield stringify([COLUMNS])
  let rows = 0
  for (const [key, what] of [...happened].toSorted(([a], [b]) => a - b)) {
    const listed = db.get<sql.ListedRow>(sql.LISTED, key)
    if (listed === undefined) continue
    rows += 1
    const by = what.first === null ? '' : what.first.by === null ? 'elsewhere' : (names.get(what.first.by) ?? '')
    yield stringify([cells(db, listed, what, { by, account: handles.get(listed.account_id) ?? '' }).map(guarded)])
    if (rows % YIELD_EVERY === 0) await new Promise((resolve) => setImmediate(resolve))
  }
  counted(rows)
}

function cells(
  db: ReadDb,
  listed: sql.ListedRow,
  what: Happened,
  { by, account }: { readonly by: string; readonly account: string }
): string[] {
  const tags = db.all<{ name: string }>(sql.TAGS, listed.account_id, listed.id).map(({ name }) => name)
  return [
    listed.id,
    account,
    listed.title,
    listed.shelf,
    listed.assignee ?? '',
    listed.category ?? '',
    tags.join('; '),
    iso(listed.first_at),
    what.started ? 'yes' : 'no',
    String(what.messagesIn),
    String(what.messagesOut),
    String(what.answers),
    iso(what.first?.at ?? null),
    seconds(what.first?.wall ?? null),
    seconds(what.first?.open ?? null),
    by,
    seconds(what.longest),
    String(what.resolved),
    iso(what.last?.at ?? null),
    seconds(what.last?.wall ?? null),
    seconds(what.last?.open ?? null),
    String(what.reopened),
    String(what.kept),
    String(what.broken),
    String(what.canned),
    String(what.codes),
    String(what.surveys),
    String(what.score?.value ?? ''),
    String(what.score?.of ?? '')
  ]
}

function* readHappened(
  { db, hours }: ReportSource,
  { range, account }: Asked
): Generator<void, ReadonlyMap<number, Happened>> {
  const { start, end } = rangeParts(range)
  const away = yield* putAway(db)
  const found = new Map<number, Happened>()
  const of = (key: number): Happened => {
    const known = found.get(key)
    if (known) return known
    const made = nothingYet()
    found.set(key, made)
    return made
  }
  const span = { start, end, account, hours, promised: readPromised(db), putAway: away }
  yield* readFacts(db, span, taker(of))
  yield* eachConversation(db, ({ key, account_id: its, first_at: at }) => {
    if (at < start || at >= end || away.has(key) || (account !== null && account !== its)) return
    of(key).started = true
  })
  return found
}

function taker(of: (key: number) => Happened): FactTaker {
  return {
    message({ conversation, outbound }) {
      const what = of(conversation)
      if (outbound) what.messagesOut += 1
      else what.messagesIn += 1
    },
    leftOut: () => undefined,
    answered({ conversation, at, kind, wall, open, by, policy, late }) {
      const what = of(conversation)
      what.answers += 1
      what.longest = Math.max(what.longest ?? 0, wall)
      if (kind === 'first') what.first ??= { at, wall, open, by }
      if (policy !== null && !late) what.kept += 1
    },
    resolved({ conversation, at, wall, open }) {
      const what = of(conversation)
      what.resolved += 1
      what.last = { at, wall, open }
    },
    returned({ conversation }) {
      of(conversation).reopened += 1
    },
    broken({ conversation }) {
      of(conversation).broken += 1
    },
    used({ conversation }) {
      of(conversation).canned += 1
    },
    given({ conversation }) {
      of(conversation).codes += 1
    },
    surveyed({ conversation, kind, score }) {
      const what = of(conversation)
      what.surveys += 1
      if (score !== null && kind !== 'open') what.score = { value: score, of: scales[kind].highest }
    },
    started({ conversation }) {
      of(conversation).started = true
    }
  }
}

function nothingYet(): Happened {
  return {
    started: false,
    messagesIn: 0,
    messagesOut: 0,
    answers: 0,
    first: null,
    longest: null,
    resolved: 0,
    last: null,
    reopened: 0,
    kept: 0,
    broken: 0,
    canned: 0,
    codes: 0,
    surveys: 0,
    score: null
  }
}

function iso(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString()
}

function seconds(ms: number | null): string {
  return ms === null ? '' : String(Math.round(ms / 1_000))
}
