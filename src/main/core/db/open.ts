import { existsSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { AppError } from '../../../shared/contract/errors.ts'
import type { Topic } from '../live/topics.ts'
import { type Database, type DatabaseProbe, wrapDatabase } from './database.ts'
import { LATEST_VERSION, migrate } from './migrate.ts'
import { defineSqlFunctions } from './sql-functions.ts'

const DATABASE_FILE = 'backchannel.db'

/** 32 random bytes as 64 hex digits: no key derivation, so opening costs a third of a millisecond (data-perf.md B1). */
export interface DatabaseKey {
  readonly hex: string
}

/** Whether a data folder holds a database already: then its key must be there, too. */
export function hasDatabase(dataDir: string): boolean {
  return existsSync(join(dataDir, DATABASE_FILE))
}

/**
 * Opens the database of a data folder that this process owns (`lockFolder`), creates or migrates it.
 * @throws {AppError} newer-database (the file stays untouched), wrong-key
 */
export function openDatabase(
  dataDir: string,
  key: DatabaseKey,
  published: (topics: ReadonlySet<Topic>) => void,
  probe?: DatabaseProbe
): Database {
  const path = join(dataDir, DATABASE_FILE)
  if (existsSync(path)) refuseNewer(path, key)
  const file = new BetterSqlite(path)
  try {
    unlockWithKey(file, key)
    file.pragma('journal_mode = WAL')
    file.pragma('synchronous = NORMAL')
    file.pragma('foreign_keys = ON')
    file.pragma('temp_store = MEMORY')
    file.pragma('cache_size = -64000')
    // Checkpoints in every tenth page of a catch-up made its slowest pages; the log may grow to 32 MB instead of 4.
    file.pragma('wal_autocheckpoint = 8000')
    // Triggers that a step meets on its way may call them.
    defineSqlFunctions(file)
    migrate(file)
  } catch (error) {
    file.close()
    throw error
  }
  return wrapDatabase(file, true, published, probe)
}

function unlockWithKey(file: BetterSqlite.Database, key: DatabaseKey): void {
  if (!/^[0-9a-f]{64}$/.test(key.hex)) throw new AppError('wrong-key', 'The database key is damaged.')
  file.pragma("cipher = 'chacha20'")
  file.pragma(`key = "raw:${key.hex}"`)
  try {
    file.pragma('user_version')
  } catch (error) {
    if (error instanceof BetterSqlite.SqliteError && error.code === 'SQLITE_NOTADB') {
      throw new AppError(
        'wrong-key',
        'The database of this data folder cannot be opened with the stored key. It was made with another key or is damaged; nothing was changed. Restore the folder together with its secrets, or start with another folder.',
        undefined,
        { cause: error }
      )
    }
    throw error
  }
}

/** Looks at the version through a read-only handle, so that a newer database keeps every byte. */
function refuseNewer(path: string, key: DatabaseKey): void {
  const file = new BetterSqlite(path, { readonly: true })
  try {
    unlockWithKey(file, key)
    const version = Number(file.pragma('user_version', { simple: true }))
    if (version > LATEST_VERSION) {
      throw new AppError(
        'newer-database',
        'This data folder was written by a newer Backchannel (database version {version}, this one knows {latest}). Nothing was changed. Update Backchannel, or choose another data folder.',
        { version, latest: LATEST_VERSION }
      )
    }
  } finally {
    file.close()
  }
}
