import { SAFETY_MARGIN_MS } from '../../../shared/domain/promo/eligibility.ts'
import type { ReadDb } from '../db/database.ts'
import type { Campaign } from './campaign.ts'
import * as sql from './sql.ts'

export interface FreeCode {
  readonly key: number
  readonly code: string
}

/** The code of a pool that is given next: what ends first goes first, as long as it lasts a little. Null: none is left. */
export function nextFree(db: ReadDb, campaign: Pick<Campaign, 'key'>, now: number): FreeCode | null {
  for (const { key } of db.all<{ key: number }>(sql.FREE_BATCHES, campaign.key)) {
    const found = db.get<FreeCode>(sql.NEXT_FREE, key, now + SAFETY_MARGIN_MS)
    if (found) return { key: found.key, code: found.code }
  }
  return null
}
