import type { Database } from '../../db/database.ts'
import * as sql from '../sql.ts'

const AT_ONCE = 2_000

/** Batches that are being imported in this process: they are nobody's leftovers. */
const underWay = new WeakMap<object, Set<number>>()

export function beginBatch(db: Database, batch: number): void {
  const batches = underWay.get(db) ?? new Set()
  batches.add(batch)
  underWay.set(db, batches)
}

export function endBatch(db: Database, batch: number): void {
  underWay.get(db)?.delete(batch)
}

/** Takes away what an import left that did not come to its end, a part at a time. @returns whether there is more */
export function dropLeftovers(db: Database): boolean {
  const busy = underWay.get(db)
  const [left] = db.all<{ key: number }>(sql.UNREADY).filter(({ key }) => busy?.has(key) !== true)
  if (!left) return false
  return db.write((tx) => {
    const dropped = tx.run(sql.DROP_CODES, left.key, AT_ONCE).changes
    if (dropped < AT_ONCE) tx.run(sql.DROP_BATCH, left.key)
    return true
  })
}
