import { codeProblem, trimCode } from '../../../../shared/domain/promo/code-words.ts'
import {
  type DateFormat,
  MOST_REMARKS,
  type PoolField,
  type PoolRemark,
  type PoolSource,
  type ReadColumn
} from '../../../../shared/domain/promo/import-report.ts'
import { timeZone, type TimeZone } from '../../../../shared/domain/time-zone.ts'
import { type CodeBlock, type CodeRecord } from './code-file.ts'
import { type ColumnPlan, planPool } from './columns.ts'
import { readDate } from './read-date.ts'
import { orderOf, SortedCodes } from './sorted-codes.ts'

/** How a file of codes is read. */
export interface PoolReading {
  readonly columns: readonly (PoolField | null)[] | null
  readonly dates: DateFormat | null
  /** Of the campaign. */
  readonly zone: string
  readonly now: number
}

/** What a file of codes holds. */
export interface ReadPool {
  readonly codes: SortedCodes
  readonly source: PoolSource
  readonly columns: readonly ReadColumn<PoolField>[]
  readonly lines: number
  readonly withEnd: number
  readonly askDates: string | null
  readonly remarks: Remarks
}

/** What was left out: all of it counted, some of it listed. */
export class Remarks {
  readonly listed: PoolRemark[] = []
  readonly counts: Partial<Record<PoolRemark['why'], number>> = {}

  add(line: number, why: PoolRemark['why'], detail = ''): void {
    this.counts[why] = (this.counts[why] ?? 0) + 1
    if (this.listed.length < MOST_REMARKS) this.listed.push({ line, why, detail: detail.slice(0, 60) })
  }
}

/** @param progress of 0 to 1 */
export async function readPool(
  blocks: AsyncIterable<CodeBlock>,
  reading: PoolReading,
  progress: (done: number) => void
): Promise<ReadPool> {
  const reader = new PoolReader(reading)
  for await (const { records, done } of blocks) {
    for (const record of records) reader.add(record)
    progress(done)
    // What is read ahead comes without a turn for anybody else.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return reader.end()
}

class PoolReader {
  readonly #reading: PoolReading
  readonly #zone: TimeZone | null
  readonly #codes = new SortedCodes()
  readonly #remarks = new Remarks()
  #first: CodeRecord | null = null
  #plan: (ColumnPlan<PoolField> & { readonly source: PoolSource }) | null = null
  #lines = 0
  #withEnd = 0
  #askDates: string | null = null

  constructor(reading: PoolReading) {
    this.#reading = reading
    this.#zone = timeZone(reading.zone)
  }

  add(record: CodeRecord): void {
    if (this.#plan !== null) return this.#row(record, this.#plan)
    // What the columns are is seen in two records: the names, and what stands under them.
    if (this.#first === null) this.#first = record
    else this.#begin(this.#first, record)
  }

  #begin(first: CodeRecord, second: CodeRecord | null): void {
    const plan = planPool(first.cells ?? [], second?.cells ?? [], this.#reading.columns)
    this.#plan = plan
    if (!plan.hasHeader) this.#row(first, plan)
    if (second !== null) this.#row(second, plan)
  }

  end(): ReadPool {
    if (this.#plan === null && this.#first !== null) this.#begin(this.#first, null)
    return {
      codes: this.#codes,
      source: this.#plan?.source ?? 'list',
      columns: this.#plan?.columns ?? [],
      lines: this.#lines,
      withEnd: this.#withEnd,
      askDates: this.#askDates,
      remarks: this.#remarks
    }
  }

  #row({ line, cells }: CodeRecord, plan: ColumnPlan<PoolField> & { readonly source: PoolSource }): void {
    this.#lines += 1
    if (cells === null) return this.#remarks.add(line, 'unreadable')
    // Most files have the codes alone.
    const cell = (field: PoolField): string => (plan.place[field] === -1 ? '' : (cells[plan.place[field]] ?? '').trim())
    const code = trimCode(cells[plan.place.code] ?? '')
    const problem = codeProblem(code, true)
    if (problem !== null) return this.#remarks.add(line, problem)
    if (isUsed(cell('uses'))) return this.#remarks.add(line, 'used-up')
    if (!isActive(cell('active'), plan.source === 'backchannel')) return this.#remarks.add(line, 'not-active')
    const end = this.#endOf(line, cell('expires_at'), plan.utc)
    if (end === 'left-out') return
    if (end !== null) this.#withEnd += 1
    this.#codes.add({ code, order: orderOf(code), line, expiresAt: end, extra: extraOf(plan, cell) })
  }

  #endOf(line: number, text: string, utc: boolean): number | null | 'left-out' {
    if (text === '' || this.#zone === null) return null
    const zone = utc ? (timeZone('UTC') ?? this.#zone) : this.#zone
    const read = readDate(text, this.#reading.dates, zone, true)
    if (read === 'unknown') {
      this.#askDates ??= text.slice(0, 40)
      return null
    }
    if (read === 'wrong') {
      this.#remarks.add(line, 'bad-date', text)
      return 'left-out'
    }
    if (read.at <= this.#reading.now) {
      this.#remarks.add(line, 'over', text)
      return 'left-out'
    }
    return read.at
  }
}

const extraFields = ['value', 'currency', 'min_spend', 'locale', 'note'] as const

function isUsed(text: string): boolean {
  return text !== '' && (Number(text) > 0 || /^(?:yes|true|used)$/iu.test(text))
}

/** Of our own exports only what was free is news. */
function isActive(text: string, own: boolean): boolean {
  if (own) return text === 'free'
  return text === '' || /^(?:true|active|enabled|yes|1|free|available|unused)$/iu.test(text)
}

function extraOf(plan: ColumnPlan<PoolField>, cell: (field: PoolField) => string): string | null {
  if (!extraFields.some((field) => plan.place[field] !== -1)) return null
  const extra = {
    value: cell('value'),
    currency: cell('currency'),
    minSpend: cell('min_spend'),
    locale: cell('locale'),
    note: cell('note').slice(0, 500)
  }
  const known = Object.entries(extra).filter(([, value]) => value !== '')
  return known.length === 0 ? null : JSON.stringify(Object.fromEntries(known))
}
