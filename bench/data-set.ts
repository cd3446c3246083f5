import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import envPaths from 'env-paths'
import { storeUsers } from '../src/main/core/customers/store-users.ts'
import { lockFolder } from '../src/main/core/db/folder-lock.ts'
import { LATEST_VERSION } from '../src/main/core/db/migrate.ts'
import { openDatabase } from '../src/main/core/db/open.ts'
import { ingest } from '../src/main/core/sync/ingest.ts'
import { fileSecretStore } from '../src/main/host/secret-file.ts'
import { openBenchCore, signIn, silentLog } from './bench-core.ts'
import { customerProfiles } from './customers.ts'
import { generate, OWNER_ID } from './generate.ts'
import { type Measured, summarise } from './measure.ts'
import { plainSqlite } from './plain-sqlite.ts'
import { teamWork } from './team-work.ts'
import { startX } from './x-process.ts'

/** Raised whenever the generator, or what the team has done in the data set, changes. */
const GENERATOR_VERSION = 1
export const DATABASE_KEY = { hex: 'ab'.repeat(32) }
const PAGE = 1_000
const HISTORY = { end: Date.UTC(2026, 10, 1), days: 3 * 365 }

export interface DataSetOptions {
  readonly messages: number
  readonly conversations: number
  readonly seed: number
}

/** What was measured while the data set was built: it is built once, and so is this. */
export interface BuildFigures {
  readonly builtAt: string
  readonly ingestMs: number
  readonly plainSqliteMs: number
  readonly pages: Measured
  readonly bulkResolve: Measured
  readonly databaseMegabytes: number
}

export interface DataSet {
  readonly folder: string
  readonly figures: BuildFigures
}

/** Outside the checkout, so that `npm ci` does not take it away: `BACKCHANNEL_BENCH`, or the system's cache folder. */
function cacheFolder(): string {
  return process.env['BACKCHANNEL_BENCH'] ?? path.join(envPaths('Backchannel', { suffix: '' }).cache, 'bench')
}

/** The data folder of a team with so many messages: from the cache, or built now. */
export async function dataSet(options: DataSetOptions, fresh: boolean, say: (line: string) => void): Promise<DataSet> {
  const { messages, conversations, seed } = options
  const name = `g${GENERATOR_VERSION}-v${LATEST_VERSION}-m${messages}-c${conversations}-s${seed}`
  const folder = path.join(cacheFolder(), name)
  const manifest = path.join(folder, 'bench.json')
  if (fresh) rmSync(folder, { recursive: true, force: true })
  if (!existsSync(manifest)) {
    const building = `${folder}.${process.pid}`
    say(`Building ${messages} messages in about ${conversations} conversations; they stay in ${folder}`)
    rmSync(building, { recursive: true, force: true })
    mkdirSync(building, { recursive: true })
    try {
      const figures = await build(building, options, say)
      writeFileSync(path.join(building, 'bench.json'), JSON.stringify(figures, null, 2))
      rmSync(folder, { recursive: true, force: true })
      renameSync(building, folder)
    } finally {
      rmSync(building, { recursive: true, force: true })
    }
  }
  return { folder, figures: JSON.parse(readFileSync(manifest, 'utf8')) as BuildFigures }
}

async function build(folder: string, options: DataSetOptions, say: (line: string) => void): Promise<BuildFigures> {
  const { messages, conversations, seed } = options
  const pages = () => generate({ messages, conversations, pageSize: PAGE, seed, ...HISTORY })
  await fileSecretStore(folder, silentLog).set('database-key', DATABASE_KEY.hex)
  const ingested = storeMessages(folder, pages(), conversations)
  say(`  stored in ${(ingested.total / 1000).toFixed(1)} s`)
  const plain = plainSqlite(path.join(folder, 'plain.db'), DATABASE_KEY, pages())
  for (const suffix of ['', '-wal', '-shm']) rmSync(path.join(folder, `plain.db${suffix}`), { force: true })
  say(`  the same rows by SQLite alone in ${(plain.milliseconds / 1000).toFixed(1)} s`)

  const x = await startX(0)
  const { client, close } = await openBenchCore(folder)
  try {
    await signIn(client, x)
    const bulkResolve = await teamWork(client, ingested.newestFirst, seed)
    return {
      builtAt: new Date().toISOString(),
      ingestMs: ingested.total,
      plainSqliteMs: plain.milliseconds,
      pages: summarise('ingest, page of 1,000 events', ingested.pages),
      bulkResolve,
      databaseMegabytes: statSync(path.join(folder, 'backchannel.db')).size / 1e6
    }
  } finally {
    await close()
    await x.stop()
  }
}

function storeMessages(
  folder: string,
  pages: ReturnType<typeof generate>,
  conversations: number
): { total: number; pages: number[]; newestFirst: string[] } {
  const release = lockFolder(folder)
  const db = openDatabase(folder, DATABASE_KEY, () => undefined)
  try {
    const now = HISTORY.end + 86_400_000
    const times: number[] = []
    for (const page of pages) {
      const start = performance.now()
      db.write((tx) => ingest(tx, OWNER_ID, page, { source: 'archive', now }))
      times.push(performance.now() - start)
    }
    for (let from = 0; from < conversations; from += PAGE) {
      db.write((tx) => storeUsers(tx, OWNER_ID, customerProfiles(from, Math.min(conversations, from + PAGE)), now))
    }
    const rows = db.all<{ id: string }>('SELECT id FROM conversation ORDER BY last_at DESC, key DESC')
    return {
      total: times.reduce((sum, each) => sum + each, 0),
      pages: times,
      newestFirst: rows.map(({ id }) => `${OWNER_ID}/${id}`)
    }
  } finally {
    db.close()
    release()
  }
}
