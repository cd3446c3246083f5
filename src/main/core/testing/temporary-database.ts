import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../db/database.ts'
import { openDatabase } from '../db/open.ts'

/**
 * A new database in a folder of its own; `remove` closes it and takes the folder away.
 * @param published hears of commits
 */
export function temporaryDatabase(published: Parameters<typeof openDatabase>[2] = () => undefined): {
  readonly db: Database
  readonly remove: () => void
} {
  const folder = mkdtempSync(join(tmpdir(), 'backchannel-database-'))
  const db = openDatabase(folder, { hex: 'ab'.repeat(32) }, published)
  return {
    db,
    remove() {
      db.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** How SQLite would carry out a statement, a line a step. */
export function queryPlan(db: Database, sql: string): string[] {
  const values = Array.from({ length: sql.split('?').length - 1 }, () => null)
  return db.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map((row) => row.detail)
}
