import type BetterSqlite from 'better-sqlite3'
import { migration0001 } from './migrations/0001-first.ts'

/** Append-only: a released step is never edited. Index + 1 is the `user_version` it leads to. */
const migrations: readonly string[] = [migration0001]

export const LATEST_VERSION = migrations.length

/** Brings the file to the latest version, all pending steps in one transaction. */
export function migrate(file: BetterSqlite.Database): void {
  const version = Number(file.pragma('user_version', { simple: true }))
  if (version === LATEST_VERSION) return
  file.transaction(() => {
    for (const step of migrations.slice(version)) file.exec(step)
    file.pragma(`user_version = ${LATEST_VERSION}`)
  })()
}
