import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { AppError } from '../../../shared/contract/errors.ts'

/**
 * Makes this process the only owner of a data folder. The lock is an open exclusive SQLite transaction on a file of its
 * own: the system frees it when the process dies, however it dies, so there are no stale locks to guess about.
 * @returns the function that gives the folder back.
 * @throws {AppError} data-folder-in-use, naming the holder
 */
export function lockFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const holderFile = join(dataDir, 'owner.json')
  const lock = new BetterSqlite(join(dataDir, 'owner.lock'), { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof BetterSqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) {
      throw new AppError(
        'data-folder-in-use',
        'The data folder {dataDir} is in use by {holder}. Close it first, or choose another folder.',
        { dataDir, holder: describeHolder(holderFile) },
        { cause: error }
      )
    }
    throw error
  }
  writeFileSync(
    holderFile,
    JSON.stringify({ pid: process.pid, program: programName(), since: new Date().toISOString() })
  )
  return () => {
    if (!lock.open) return
    rmSync(holderFile, { force: true })
    lock.exec('ROLLBACK')
    lock.close()
  }
}

function programName(): string {
  const script = process.argv[1]
  return script === undefined ? basename(process.execPath) : basename(script)
}

function describeHolder(holderFile: string): string {
  try {
    const holder = JSON.parse(readFileSync(holderFile, 'utf8')) as { pid?: unknown; program?: unknown; since?: unknown }
    return `process ${String(holder.pid)} (${String(holder.program)}, since ${String(holder.since)})`
  } catch {
    return 'another Backchannel process'
  }
}
