/**
 * npm run bench -- [--messages N] [--conversations N] [--seed S] [--json]
 * Measures the core in this process: ingest, inbox page, thread page, search, opening. See docs/performance.md.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { lockFolder } from '../src/main/core/db/folder-lock.ts'
import { openDatabase } from '../src/main/core/db/open.ts'
import { inboxQueries } from '../src/main/core/inbox/queries.ts'
import { searchQueries } from '../src/main/core/search/queries.ts'
import { ingest } from '../src/main/core/sync/ingest.ts'
import { threadQueries } from '../src/main/core/thread/queries.ts'
import { conversationKey } from '../src/shared/domain/ids.ts'
import { generate, OWNER_ID, seededRandom } from './generate.ts'
import { type Measured, measure, printTable, summarise } from './measure.ts'
import { plainSqlite } from './plain-sqlite.ts'

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '100000' },
    conversations: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false }
  }
})
const messages = Number(values.messages)
const conversations = Number(values.conversations)
const seed = Number(values.seed)
const key = { hex: 'ab'.repeat(32) }
const RUNS = 400
const END = Date.UTC(2026, 10, 1)
const HISTORY_DAYS = 3 * 365
/** What came in over a long weekend while the console was closed. */
const CATCH_UP = {
  messages: 10_000,
  conversations: 2_000,
  pageSize: 100,
  seed: seed + 1,
  end: END + 4 * 86_400_000,
  days: 4
}
const folder = mkdtempSync(join(tmpdir(), 'backchannel-bench-'))

try {
  const rows: Measured[] = []
  const release = lockFolder(folder)
  const db = openDatabase(folder, key, () => undefined)
  const pages: number[] = []
  const now = Date.UTC(2026, 10, 2)
  const started = performance.now()
  for (const page of generate({ messages, conversations, pageSize: 1_000, seed, end: END, days: HISTORY_DAYS })) {
    const start = performance.now()
    db.write((tx) => ingest(tx, OWNER_ID, page, { source: 'archive', now }))
    pages.push(performance.now() - start)
  }
  const generating = timeGenerator()
  const ingestMs = pages.reduce((sum, each) => sum + each, 0)
  rows.push(summarise('ingest, page of 1,000 events', pages))

  const anchor = plainSqlite(
    join(folder, 'plain.db'),
    key,
    generate({ messages, conversations, pageSize: 1_000, seed, end: END, days: HISTORY_DAYS })
  )

  const catchUp: number[] = []
  for (const page of generate(CATCH_UP)) {
    const start = performance.now()
    db.write((tx) => ingest(tx, OWNER_ID, page, { source: 'read', now }))
    catchUp.push(performance.now() - start)
  }
  rows.push(summarise('catch-up, page of 100 events', catchUp))

  const inbox = inboxQueries(db)
  const thread = threadQueries(db)
  const search = searchQueries(db)
  const list = inbox['inbox.list']
  const ids = (await list.rows({ queue: 'all', account: null, limit: 5_000 })).map((row) => row.id)
  const random = seededRandom(seed + 2)
  const anyId = (): string => ids[Math.floor(random() * ids.length)] ?? conversationKey(OWNER_ID, OWNER_ID)

  rows.push(measure('inbox page, 50 newest', RUNS, () => void list.rows({ queue: 'inbox', account: null, limit: 50 })))
  rows.push(
    measure('inbox page, 200 newest', RUNS, () => void list.rows({ queue: 'inbox', account: null, limit: 200 }))
  )
  rows.push(
    measure('waiting on us, 200', RUNS, () => void list.rows({ queue: 'waiting-on-us', account: null, limit: 200 }))
  )
  rows.push(measure('queue counts', RUNS, () => void inbox['inbox.counts'].rows({ account: null })))
  rows.push(
    measure('thread page, 60 newest', RUNS, () => {
      void thread['thread.messages'].rows({ conversation: anyId(), window: { at: 'newest', older: 60 } })
    })
  )
  rows.push(measure('thread head', RUNS, () => void thread['thread.head'].rows({ conversation: anyId() })))
  for (const text of ['sku12', 'parcel', 'refund late', '"refund late"', 're', 'th', '確認', 'sku123']) {
    rows.push(measure(`search ${text}`, 100, () => void search['search.messages'].rows({ text, limit: 50 }), 5))
  }
  db.close()
  release()
  rows.push(
    measure(
      'open the database and read the inbox',
      20,
      () => {
        const opened = openDatabase(folder, key, () => undefined)
        void inboxQueries(opened)['inbox.list'].rows({ queue: 'inbox', account: null, limit: 200 })
        opened.close()
      },
      2
    )
  )

  const size = statSync(join(folder, 'backchannel.db')).size
  const summary = {
    machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`,
    messages,
    conversations,
    ingestSeconds: ingestMs / 1000,
    ingestPerSecond: messages / (ingestMs / 1000),
    plainSqliteSeconds: anchor.milliseconds / 1000,
    shareOfPlainSqlite: anchor.milliseconds / ingestMs,
    catchUpSecondsFor10000: catchUp.reduce((sum, each) => sum + each, 0) / 1000,
    databaseMegabytes: size / 1e6,
    residentMegabytes: process.memoryUsage.rss() / 1e6,
    totalSeconds: (performance.now() - started) / 1000,
    generatorSeconds: generating / 1000
  }
  if (values.json) console.log(JSON.stringify({ summary, rows }))
  else {
    for (const [name, value] of Object.entries(summary)) {
      console.log(`${name.padEnd(24)} ${typeof value === 'number' ? Number(value.toFixed(3)) : value}`)
    }
    console.log('')
    printTable(rows)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** What the generator itself costs, so that nobody counts it as ingest. */
function timeGenerator(): number {
  const start = performance.now()
  for (const page of generate({ messages, conversations, pageSize: 1_000, seed, end: END, days: HISTORY_DAYS }))
    void page
  return performance.now() - start
}
