import type { LinkAnswer } from '../../../../shared/domain/library/link.ts'
import type { Database, ReadDb } from '../../db/database.ts'
import * as sql from './sql.ts'

/** A link that was asked, and when (ms since 1970). */
export interface TriedLink {
  readonly address: string
  readonly answer: LinkAnswer
  readonly at: number
}

export function keepAnswers(db: Database, tried: readonly TriedLink[]): void {
  db.write((tx) => {
    for (const { address, answer, at } of tried) {
      if (answer.outcome === 'unknown') tx.run(sql.NOT_TOLD, address, at, answer.trouble, answer.status, at)
      else tx.run(sql.TOLD, address, answer.outcome, answer.status, at, at)
    }
    tx.touch('library-links')
  })
}

/** Long enough for whoever brings a reply back. */
const KEPT_MS = 30 * 24 * 3_600_000

/** Lets go of what is known of links that stand nowhere any more. @param current all that stand somewhere */
export function forgetLinks(db: Database, current: ReadonlySet<string>, now: number): void {
  const old = db
    .all<sql.CheckRow>(sql.CHECKS)
    .filter(({ address, tried_at: at }) => !current.has(address) && now - at > KEPT_MS)
  if (old.length === 0) return
  db.write((tx) => {
    for (const { address } of old) tx.run(sql.FORGET, address)
  })
}

/** What a dead link answered (null: there is no such host), and when. */
export interface DeadLink {
  readonly status: number | null
  readonly checkedAt: number
}

/** All dead links, by address. */
export function deadLinks(db: ReadDb): ReadonlyMap<string, DeadLink> {
  return new Map(
    db.all<sql.DeadRow>(sql.DEAD).map(({ address, status, checked_at: checkedAt }) => [address, { status, checkedAt }])
  )
}
