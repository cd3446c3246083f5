/**
 * npm run bench:reports: how long reports take over a year of messages, and how long the core is kept at once meanwhile.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database, WriteDb } from '../src/main/core/db/database.ts'
import { openDatabase } from '../src/main/core/db/open.ts'
import { makeReport } from '../src/main/core/reports/report.ts'
import { putInForce, readPlan } from '../src/main/core/sla/plan.ts'
import { messageTick } from '../src/main/core/sync/message-key.ts'
import { NEXT_FREE_KEY } from '../src/main/core/sync/sql.ts'
import { dateOf } from '../src/shared/domain/report/report-range.ts'
import { startingPlan } from '../src/shared/domain/sla.ts'
import { DATABASE_KEY } from './data-set.ts'
import { seededRandom, text } from './generate.ts'
import { type Measured, printTable, summarise, threadCpuMs } from './measure.ts'

const DAY = 86_400_000
const MINUTE = 60_000
const YEAR_DAYS = 365
const START = Date.UTC(2026, 0, 1)
const END = START + YEAR_DAYS * DAY
const ACCOUNT = '7'
const PART = 5_000
/** As in core/jobs/in-parts.ts. */
const PART_MS = 6

/** A year of so many conversations of ten messages each; every other message is answered, most are resolved. */
export function reportFigures(messages: number, conversations: number, runs: number): Measured[] {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-bench-reports-'))
  const db = openDatabase(folder, DATABASE_KEY, () => undefined)
  try {
    fill(db, messages, conversations)
    const lastDay = END / DAY - 1
    return [30, YEAR_DAYS].flatMap((days) => {
      const range = { from: dateOf(lastDay - days + 1), to: dateOf(lastDay), zone: 'Europe/Berlin' }
      return reportTimes(db, `report of ${days} days`, range, runs)
    })
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function reportTimes(
  db: Database,
  name: string,
  range: { readonly from: string; readonly to: string; readonly zone: string },
  runs: number
): Measured[] {
  const walls: number[] = []
  const cpus: number[] = []
  const parts: number[] = []
  for (let run = 0; run <= runs; run += 1) {
    const hours = readPlan(db)?.clocks.hours ?? null
    const work = makeReport({ db, now: END, hours }, { range, account: null, compare: true })
    const [start, cpu] = [performance.now(), threadCpuMs()]
    let began = start
    for (;;) {
      const done = work.next().done === true
      const now = performance.now()
      if (done || now - began >= PART_MS) {
        // The first run reads the file into memory.
        if (run > 0) parts.push(now - began)
        began = performance.now()
      }
      if (done) break
    }
    if (run === 0) continue
    walls.push(performance.now() - start)
    cpus.push(threadCpuMs() - cpu)
  }
  return [
    summarise(`${name}, compared`, walls),
    summarise(`${name}, processor time`, cpus),
    summarise(`${name}, the core kept at once`, parts)
  ]
}

function fill(db: Database, messages: number, conversations: number): void {
  const random = seededRandom(11)
  db.write((tx) => {
    tx.run(`INSERT INTO account (id, username, name, added_at) VALUES (?, 'shop', 'Shop', ?)`, ACCOUNT, START)
    putInForce(tx, startingPlan('Europe/Berlin', 'everybody'), START)
  })
  const each = Math.max(2, Math.round(messages / conversations))
  for (let first = 0; first < conversations; first += PART) {
    db.write((tx) => {
      for (let nth = first; nth < Math.min(conversations, first + PART); nth += 1)
        addConversation(tx, nth, each, random)
    })
  }
}

/** Written as it lies in the tables: what stores it is measured elsewhere. */
function addConversation(tx: WriteDb, nth: number, each: number, random: () => number): void {
  const key = nth + 1
  const id = `${ACCOUNT}-${1_000 + nth}`
  const begun = START + Math.floor(random() * (YEAR_DAYS - 4) * DAY)
  let at = begun
  let asked = 0
  tx.run(
    'INSERT INTO conversation (key, account_id, id, is_group, peer_id, title, first_at) VALUES (?, ?, ?, 0, ?, ?, ?)',
    key,
    ACCOUNT,
    id,
    String(1_000 + nth),
    `Customer ${nth}`,
    begun
  )
  tx.run(
    `INSERT INTO inbox_entry (conversation_key, account_id, status, unread, last_at) VALUES (?, ?, 'open', 0, ?)`,
    key,
    ACCOUNT,
    begun
  )
  for (let message = 0; message < each; message += 1) {
    const outbound = message % 2
    const tick = messageTick(at)
    const taken = tx.get('SELECT 1 FROM message WHERE key = ?', tick) !== undefined
    tx.run(
      `INSERT INTO message (key, account_id, conversation_key, event_id, event_number, kind, sender_id, outbound, at, text)
       VALUES (?, ?, ?, ?, ?, 'message', ?, ?, ?, ?)`,
      taken ? (tx.get<{ key: number }>(NEXT_FREE_KEY, tick)?.key ?? tick + 1) : tick,
      ACCOUNT,
      key,
      `${message}-${nth}`,
      message,
      outbound === 1 ? ACCOUNT : String(1_000 + nth),
      outbound,
      at,
      text(random)
    )
    if (outbound === 0) asked = at
    else {
      tx.run(
        `INSERT INTO response_time (account_id, conversation_id, asked_at, answered_at, kind, wall_ms, open_ms,
                                    responder_id, policy_id, updated_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'everybody', ?)`,
        ACCOUNT,
        id,
        asked,
        at,
        message === 1 ? 'first' : 'next',
        at - asked,
        Math.floor((at - asked) / 2),
        `member ${nth % 5}`,
        at
      )
    }
    at += Math.floor((5 + random() * 300) * MINUTE)
  }
  if (random() < 0.1) return
  tx.run(
    `INSERT INTO conversation_state (account_id, conversation_id, status, status_at, assignee_id, category, updated_at)
     VALUES (?, ?, 'resolved', ?, ?, ?, ?)`,
    ACCOUNT,
    id,
    at,
    `member ${nth % 5}`,
    nth % 3 === 0 ? 'billing' : 'technical',
    at
  )
  tx.run(`UPDATE inbox_entry SET status = 'resolved', shelf = 'resolved' WHERE conversation_key = ?`, key)
}

if (import.meta.main) printTable(reportFigures(1_000_000, 100_000, 5))
