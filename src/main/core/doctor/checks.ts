import { statfs } from 'node:fs/promises'
import type { CheckRow } from '../../../shared/contract/rows.ts'
import { connectedAccounts } from '../accounts/account-store.ts'
import type { Database } from '../db/database.ts'
import type { CoreDeps } from '../deps.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { appBearerName } from '../accounts/app-bearer.ts'
import { subscribedTypes } from '../x/activity-subscriptions.ts'
import { serverTime } from '../x/clock-reading.ts'
import { loadTokens } from '../x/token-store.ts'

const LOW_DISK_BYTES = 500_000_000
const CLOCK_TOLERANCE_MS = 2 * 60_000
const NETWORK_MS = 5_000

/** What `doctor` looks at, one row each, with what to do about it. */
export function doctorQueries(deps: CoreDeps, db: Database): { 'doctor.checks': QueryDefinition<'doctor.checks'> } {
  return {
    'doctor.checks': {
      topics: () => [],
      rows: async () => [
        checkNode(),
        checkSqlite(db),
        checkEncryption(db),
        checkKeychain(deps),
        await checkDisk(deps),
        checkIntegrity(db),
        ...(await checkNetwork(deps, db)),
        ...(await checkTokens(deps, db)),
        ...(await checkLive(deps, db))
      ]
    }
  }
}

function ok(id: string, title: string, detail: string): CheckRow {
  return { id, state: 'ok', title, detail, advice: null }
}

function checkNode(): CheckRow {
  return ok('node', 'Node', `version ${process.versions.node} on ${process.platform} ${process.arch}`)
}

function checkSqlite(db: Database): CheckRow {
  const row = db.get<{ version: string }>('SELECT sqlite_version() AS version')
  return ok('sqlite', 'SQLite', `version ${row?.version ?? 'unknown'}`)
}

function checkEncryption(db: Database): CheckRow {
  return db.encrypted
    ? ok('encryption', 'Encryption', 'the database and the media files are encrypted on this disk')
    : {
        id: 'encryption',
        state: 'failed',
        title: 'Encryption',
        detail: 'the database is not encrypted',
        advice: 'Move the data folder away and start again.'
      }
}

function checkKeychain(deps: CoreDeps): CheckRow {
  if (deps.secrets.kind === 'keychain')
    return ok('keychain', 'Keychain', 'tokens and the key lie in the system keychain')
  return {
    id: 'keychain',
    state: 'warning',
    title: 'Keychain',
    detail: 'tokens and the database key lie in a file that only this user can read',
    advice: 'Use the desktop app where a system keychain is wanted, and keep this account of the computer to yourself.'
  }
}

async function checkDisk(deps: CoreDeps): Promise<CheckRow> {
  const { bavail, bsize } = await statfs(deps.dataDir)
  const free = bavail * bsize
  const detail = `${(free / 1e9).toFixed(1)} GB free in ${deps.dataDir}`
  if (free > LOW_DISK_BYTES) return ok('disk', 'Disk', detail)
  return {
    id: 'disk',
    state: 'failed',
    title: 'Disk',
    detail,
    advice: 'Free some space: new messages cannot be kept soon.'
  }
}

function checkIntegrity(db: Database): CheckRow {
  const answer = db.integrity()
  if (answer === 'ok') return ok('integrity', 'Database', 'every page is sound')
  return {
    id: 'integrity',
    state: 'failed',
    title: 'Database',
    detail: answer.slice(0, 200),
    advice: 'Export what you need, then restore the data folder from a copy.'
  }
}

/** One unauthorised request per address tells whether X can be reached and whether our clock agrees with its clock. */
async function checkNetwork(deps: CoreDeps, db: Database): Promise<CheckRow[]> {
  const bases = new Set(connectedAccounts(db).map((account) => account.apiBase))
  const rows: CheckRow[] = []
  for (const base of bases.size === 0 ? ['https://api.x.com'] : bases) {
    try {
      const sentAt = deps.clock.now()
      const response = await deps.fetch(new URL('/2/openapi.json', base), {
        method: 'HEAD',
        signal: AbortSignal.timeout(NETWORK_MS)
      })
      rows.push(ok(`network:${base}`, 'Network', `${base} answers (status ${response.status})`))
      const theirs = serverTime(response.headers)
      if (theirs !== null) rows.push(checkClock(base, theirs - sentAt))
    } catch {
      rows.push({
        id: `network:${base}`,
        state: 'warning',
        title: 'Network',
        detail: `${base} cannot be reached`,
        advice: 'Check the connection. Reading and writing work meanwhile; replies leave when it is back.'
      })
    }
  }
  return rows
}

function checkClock(base: string, difference: number): CheckRow {
  const seconds = Math.round(Math.abs(difference) / 1000)
  if (Math.abs(difference) < CLOCK_TOLERANCE_MS)
    return ok(`clock:${base}`, 'Clock', `agrees with X within ${seconds + 1} s`)
  return {
    id: `clock:${base}`,
    state: 'warning',
    title: 'Clock',
    detail: `this computer's clock differs from X's by ${seconds} s`,
    advice: 'Set the clock by the network: waiting times and sign-ins depend on it.'
  }
}

async function checkTokens(deps: CoreDeps, db: Database): Promise<CheckRow[]> {
  const rows: CheckRow[] = []
  for (const account of connectedAccounts(db)) {
    const tokens = await loadTokens(deps.secrets, account.id)
    const id = `tokens:${account.id}`
    const title = `Sign-in ${account.id}`
    if (!tokens) {
      rows.push({ id, state: 'failed', title, detail: 'there are no tokens', advice: 'Sign in again.' })
    } else if (tokens.refreshToken === null) {
      const detail = 'there is an access token only, which ends after about two hours'
      rows.push({ id, state: 'warning', title, detail, advice: 'Sign in again to stay connected.' })
    } else {
      rows.push(ok(id, title, 'there is a sign-in that renews itself'))
    }
  }
  return rows
}

/** Whether X takes the app bearer token, and what it would send. Costs nothing. */
async function checkLive(deps: CoreDeps, db: Database): Promise<CheckRow[]> {
  const rows: CheckRow[] = []
  for (const account of connectedAccounts(db)) {
    const id = `live:${account.id}`
    const title = `Live connection ${account.id}`
    const appBearer = await deps.secrets.get(appBearerName(account.id))
    if (appBearer === null) {
      rows.push(ok(id, title, 'there is no app bearer token; new messages are looked for about once a minute'))
      continue
    }
    const signal = AbortSignal.timeout(NETWORK_MS)
    const asked = await subscribedTypes({ ...deps, apiBase: account.apiBase, appBearer, signal }, account.id)
    if (asked.ok) {
      const types = asked.types.length === 0 ? 'nothing is subscribed yet' : `X sends ${asked.types.join(', ')}`
      rows.push(ok(id, title, `X accepts the app bearer token; ${types}`))
    } else {
      const advice =
        'Messages are looked for about once a minute meanwhile. Check the app bearer token in the settings.'
      rows.push({ id, state: 'warning', title, detail: asked.problem.detail, advice })
    }
  }
  return rows
}
