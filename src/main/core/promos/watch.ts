import type { PromoWatchRow } from '../../../shared/contract/promo-rows.ts'
import { wilsonShare } from '../../../shared/domain/promo/share.ts'
import type { ReadDb } from '../db/database.ts'
import { campaignOf } from './campaign.ts'
import * as sql from './sql.ts'

interface Watched {
  readonly id: string | number
  readonly given: number
  readonly redeemed: number
  readonly shared: number
}

const MEMBER = 'SELECT name FROM team_member WHERE id = ?'
const REPLY = `
  SELECT v.content ->> '$.title' AS name FROM canned_reply r JOIN canned_version v ON v.id = r.newest_id WHERE r.id = ?`

/**
 * What was given in a time and what became of it; most given first within each kind. A code for all is counted where it
 * was given, and has no share: nobody knows whose redemption is whose.
 */
export function readWatch(db: ReadDb, { from, to }: { readonly from: number; readonly to: number }): PromoWatchRow[] {
  const nameOf: Readonly<Record<PromoWatchRow['by'], (id: string | number) => string>> = {
    campaign: (id) => campaignOf(db, Number(id))?.content.name ?? '',
    agent: (id) => db.get<{ name: string }>(MEMBER, id)?.name ?? '',
    reply: (id) => db.get<{ name: string | null }>(REPLY, id)?.name ?? '',
    category: (id) => String(id)
  }
  return (['campaign', 'agent', 'reply', 'category'] as const).flatMap((by) =>
    db
      .all<Watched>(sql.WATCH[by], from, to)
      .map(({ id, given, redeemed, shared }) => ({
        id: `${by} ${id}`,
        by,
        name: nameOf[by](id),
        given,
        redeemed,
        share: shared === 1 ? null : wilsonShare(redeemed, given)
      }))
      .toSorted((a, b) => b.given - a.given)
  )
}
