import { trimCode } from '../../../../shared/domain/promo/code-words.ts'
import type { DateFormat, RedemptionField, RedemptionReport } from '../../../../shared/domain/promo/import-report.ts'
import { ownTimeZone, timeZone } from '../../../../shared/domain/time-zone.ts'
import { AppError } from '../../../../shared/contract/errors.ts'
import type { Database, WriteDb } from '../../db/database.ts'
import type { JobHandle } from '../../jobs/jobs.ts'
import { writeLedger } from '../ledger.ts'
import * as sql from '../sql.ts'
import { type CodeRecord, readCodeFile } from './code-file.ts'
import { type ColumnPlan, planRedemptions } from './columns.ts'
import { isIsoDate, readDate } from './read-date.ts'
import { Remarks } from './read-pool.ts'

interface RedemptionFile {
  readonly path: string
  readonly columns: readonly (RedemptionField | null)[] | null
  readonly dates: DateFormat | null
  readonly asOf: number
  readonly dryRun: boolean
}

const AT_ONCE = 500

/**
 * What a shop tells of codes that were used, always as of some moment. Repeating a file changes nothing.
 * @throws {AppError} not-found, unreadable-file, invalid-input
 */
export async function importRedemptions(
  { db }: { readonly db: Database },
  given: RedemptionFile,
  job: JobHandle
): Promise<RedemptionReport> {
  const zone = timeZone(ownTimeZone()) ?? timeZone('UTC')
  const remarks = new Remarks()
  const counts = { lines: 0, redeemed: 0, known: 0, strangers: 0, neverGiven: 0 }
  let plan: ColumnPlan<RedemptionField> | null = null
  let first: CodeRecord | null = null
  let askDates: string | null = null
  const rows: { readonly code: string; readonly times: number; readonly at: number | null }[] = []

  const read = ({ line, cells }: CodeRecord, { place }: ColumnPlan<RedemptionField>): void => {
    counts.lines += 1
    if (cells === null) return remarks.add(line, 'unreadable')
    const code = trimCode(cells[place.code] ?? '')
    if (code === '') return remarks.add(line, 'blank')
    const times = timesOf((cells[place.times] ?? '').trim(), place.times !== -1)
    if (times === 0) return
    const text = (cells[place.redeemed_at] ?? '').trim()
    const moment = text === '' || zone === null ? null : readDate(text, given.dates, zone, false)
    if (moment === 'unknown') askDates ??= text.slice(0, 40)
    if (moment === 'wrong' && !isIsoDate(text)) remarks.add(line, 'bad-date', text)
    rows.push({ code, times, at: typeof moment === 'object' && moment !== null ? moment.at : null })
  }
  for await (const { records, done } of readCodeFile(given.path)) {
    for (const record of records) {
      if (plan !== null) read(record, plan)
      else if (first === null) first = record
      else {
        plan = planRedemptions(first.cells ?? [], record.cells ?? [], given.columns)
        if (!plan.hasHeader) read(first, plan)
        read(record, plan)
      }
    }
    job.update(done / 2, '')
  }
  if (plan === null && first !== null) {
    plan = planRedemptions(first.cells ?? [], [], given.columns)
    if (!plan.hasHeader) read(first, plan)
  }
  if (!given.dryRun && askDates !== null) {
    throw new AppError('invalid-input', 'Say how dates like {date} are written, then import again.', { date: askDates })
  }
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const part = rows.slice(from, from + AT_ONCE)
    const work = (tx: WriteDb): void => {
      for (const row of part) redeem(tx, row, given, counts)
    }
    if (given.dryRun) for (const row of part) count(row.code, db, counts)
    else db.writeDurably(work)
    job.update(0.5 + (from + part.length) / rows.length / 2, '')
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { columns: plan?.columns ?? [], ...counts, askDates, skipped: remarks.listed }
}

type Counts = { redeemed: number; known: number; strangers: number; neverGiven: number }

/** @returns the code, when it is known and its redemption is news */
function count(written: string, db: Pick<WriteDb, 'get' | 'all'>, counts: Counts): sql.FoundCode | null {
  const code = db.get<sql.FoundCode>(sql.CODE_NAMED, written)
  if (!code || code.ready === 0) {
    counts.strangers += 1
    return null
  }
  if (db.get(sql.REDEMPTION, code.key) !== undefined) {
    counts.known += 1
    return code
  }
  counts.redeemed += 1
  if (
    code.shared === 0 &&
    db.all<sql.StoredHold>(sql.HOLDS_OF_CODE, code.key).every(({ state }) => state !== 'given')
  ) {
    counts.neverGiven += 1
  }
  return code
}

function redeem(
  db: WriteDb,
  { code: written, times, at }: { readonly code: string; readonly times: number; readonly at: number | null },
  { asOf }: RedemptionFile,
  counts: Counts
): void {
  const before = counts.known
  const code = count(written, db, counts)
  if (code === null) return
  db.run(sql.REDEEM, code.key, times, at, asOf)
  db.touch('promos')
  if (counts.known > before) return
  const [hold] = db.all<sql.StoredHold>(sql.HOLDS_OF_CODE, code.key)
  writeLedger(
    db,
    {
      event: 'redeemed',
      codeKey: code.key,
      hold: code.shared === 1 ? null : (hold?.id ?? null),
      accountId: code.shared === 1 ? null : (hold?.account_id ?? null),
      conversationId: code.shared === 1 ? null : (hold?.conversation_id ?? null),
      customerId: code.shared === 1 ? null : (hold?.customer_id ?? null)
    },
    at ?? asOf
  )
}

/** @param told whether the file says how often. A file without such a column lists what was used. */
function timesOf(text: string, told: boolean): number {
  if (!told) return 1
  if (/^(?:yes|true|used)$/iu.test(text)) return 1
  const times = Number(text)
  return Number.isFinite(times) && times > 0 ? Math.floor(times) : 0
}
