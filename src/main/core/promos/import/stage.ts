import { foldCode } from '../../../../shared/domain/promo/code-words.ts'
import type { Database } from '../../db/database.ts'
import { poolCodesIn } from '../codes-in.ts'
import { noteSeen } from '../seen.ts'
import * as sql from '../sql.ts'
import type { Remarks } from './read-pool.ts'
import type { CodeRow, SortedCodes } from './sorted-codes.ts'

/** Rows of one transaction: other work waits no longer than a frame. */
const AT_ONCE = 1_500
/** Own messages that are looked through for new codes, newest first. */
const LOOK_BACK = 200_000
const MESSAGES_AT_ONCE = 300

/** Looks which codes would come in, and stores nothing. @returns how many */
export async function tryCodes(db: Database, codes: SortedCodes, remarks: Remarks): Promise<number> {
  let count = 0
  const pooled = db.get(sql.ANY_CODES) !== undefined
  for await (const rows of inTurns(codes, remarks)) {
    for (const row of rows) {
      if (pooled && db.get(sql.CODE_NAMED, row.code) !== undefined) remarks.add(row.line, 'in-pool')
      else count += 1
    }
  }
  return count
}

/**
 * Stores codes in a batch that is not ready, so that nobody sees them before all are there.
 * @param progress of 0 to 1 @returns how many came in, and which shapes they have
 */
export async function stageCodes(
  db: Database,
  batch: number,
  codes: SortedCodes,
  remarks: Remarks,
  progress: (count: number) => void
): Promise<{ readonly count: number; readonly shapes: ReadonlySet<string> }> {
  let count = 0
  const shapes = new Set<string>()
  for await (const rows of inTurns(codes, remarks)) {
    db.write((tx) => {
      for (const { code, line, expiresAt, extra } of rows) {
        if (tx.run(sql.ADD_CODE, batch, code, 0, expiresAt, extra).changes === 0) remarks.add(line, 'in-pool')
        else {
          count += 1
          shapes.add(shapeOf(code))
        }
      }
    })
    progress(count)
  }
  return { count, shapes }
}

/** In order, without what is there twice; between the parts others get their turn. */
async function* inTurns(codes: SortedCodes, remarks: Remarks): AsyncGenerator<readonly CodeRow[]> {
  let rows: CodeRow[] = []
  let before = ''
  for (const row of codes.rows()) {
    if (row.order === before) {
      remarks.add(row.line, 'twice-in-file')
      continue
    }
    before = row.order
    rows.push(row)
    if (rows.length < AT_ONCE) continue
    yield rows
    rows = []
    await new Promise((resolve) => setImmediate(resolve))
  }
  if (rows.length > 0) yield rows
}

/** Own messages with codes that just came in: they are with customers already. @returns how many codes */
export async function findGiven(
  db: Database,
  shapes: ReadonlySet<string>,
  batch: number,
  now: number
): Promise<number> {
  let looked = 0
  for (let before: number | null = Number.MAX_SAFE_INTEGER; before !== null && looked < LOOK_BACK;) {
    const page = findGivenBefore(db, before, { shapes, batch }, now)
    looked += page.looked
    before = page.next
    await new Promise((resolve) => setImmediate(resolve))
  }
  // The batch counts from when it is ready: what moved before then is counted in it.
  return db.get<{ count: number }>(sql.GIVEN_OF_BATCH, batch)?.count ?? 0
}

/**
 * The same in one page of messages, those before a key.
 * @returns how many were looked at, and the key to go on from; null: there are no more
 */
export function findGivenBefore(
  db: Database,
  before: number,
  { shapes, batch }: { readonly shapes: ReadonlySet<string>; readonly batch: number },
  now: number
): { readonly looked: number; readonly next: number | null } {
  const messages = db.all<sql.UnreadMessage & { outbound: number; kind: string }>(
    sql.OWN_BEFORE,
    before,
    MESSAGES_AT_ONCE
  )
  const own = messages.filter(({ outbound, kind }) => outbound === 1 && kind === 'message')
  const named = own.filter(({ text }) => mayName(text, shapes))
  if (named.length > 0) {
    db.write((tx) => {
      for (const message of named) {
        for (const code of poolCodesIn(tx, message.text, true)) {
          if (code.batch_key === batch && code.state === 'free') noteSeen(tx, code, message, now)
        }
      }
    })
  }
  return { looked: messages.length, next: messages.at(-1)?.key ?? null }
}

/** Cheap to tell most words of prose from codes by: how long, and of which kinds of characters. */
export function shapeOf(code: string): string {
  return `${code.length}${/\d/u.test(code) ? 'd' : ''}${/[^\p{L}\p{N}]/u.test(code) ? 's' : ''}`
}

function mayName(text: string, shapes: ReadonlySet<string>): boolean {
  for (const part of text.split(/[\s,;:()"'“”‘’?&=/]+/u)) {
    const word = foldCode(part.replaceAll(/^[.*#@!_~-]+|[.*!_~%-]+$/gu, ''))
    if (word !== '' && (shapes.has(shapeOf(word)) || shapes.has(shapeOf(part)))) return true
  }
  return false
}
