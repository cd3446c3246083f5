import type { PromoCampaignRow, PromoNoticeRow } from '../../../shared/contract/promo-rows.ts'
import { STOCK_WINDOW_DAYS, stockForecast } from '../../../shared/domain/promo/stock.ts'
import type { ReadDb } from '../db/database.ts'
import { type Campaign, listCampaigns, maySee } from './campaign.ts'
import type { PromoReading } from './queries.ts'
import * as sql from './sql.ts'

const DAY = 86_400_000

export interface PoolCounts {
  readonly size: number
  readonly free: number
  readonly reserved: number
  readonly given: number
  readonly redeemed: number
  readonly gone: number
}

/** By key of the campaign, of pools alone. */
export function poolCounts(db: ReadDb): ReadonlyMap<number, PoolCounts> {
  return new Map(
    db
      .all<PoolCounts & { campaign_key: number }>(sql.COUNTS)
      .map(({ campaign_key: key, ...counts }) => [key, counts] as const)
  )
}

const nothing: PoolCounts = { size: 0, free: 0, reserved: 0, given: 0, redeemed: 0, gone: 0 }

/** All campaigns by name, with what is left of each. */
export function readOverview({ db, clock, team }: PromoReading): PromoCampaignRow[] {
  const me = team.me()
  const teams = team.groupsOf(me)
  const now = clock.now()
  const pools = poolCounts(db)
  const shared = new Map(
    db
      .all<{ campaign_key: number; reserved: number; given: number }>(sql.SHARED_COUNTS)
      .map((row) => [row.campaign_key, row] as const)
  )
  const numbers = (statement: string, ...values: number[]): ReadonlyMap<number, number> =>
    new Map(
      db
        .all<{ campaign_key: number; count?: number; redeemed?: number }>(statement, ...values)
        .map((row) => [row.campaign_key, row.count ?? row.redeemed ?? 0] as const)
    )
  const redeemed = numbers(sql.SHARED_REDEEMED)
  const endedFree = numbers(sql.ENDED_FREE, now)
  const doubtful = numbers(sql.DOUBTFUL)
  const asOf = db.get<{ at: number | null }>(sql.AS_OF)?.at ?? null
  return listCampaigns(db).map((campaign) => {
    const { key, content, from, until, endedAt } = campaign
    const pool = pools.get(key) ?? nothing
    const ended = endedFree.get(key) ?? 0
    const one = content.sharedCode !== null
    const left = one ? null : pool.free - ended
    return {
      id: campaign.id,
      content,
      from,
      until,
      ended: endedAt !== null,
      state: stateOf(campaign, now),
      updatedAt: campaign.updatedAt,
      size: pool.size + (one ? 1 : 0),
      left,
      reserved: pool.reserved + (shared.get(key)?.reserved ?? 0),
      // What was redeemed was given before.
      given: pool.given + pool.redeemed + (shared.get(key)?.given ?? 0),
      redeemed: pool.redeemed + (redeemed.get(key) ?? 0),
      gone: pool.gone + ended,
      stock: forecastOf(db, campaign, { left: left ?? Number.MAX_SAFE_INTEGER, size: pool.size }, now),
      redeemedAsOf: asOf,
      mine: maySee(campaign, me, teams),
      doubtful: doubtful.get(key) ?? 0
    }
  })
}

function stateOf({ endedAt, from, until }: Campaign, now: number): PromoCampaignRow['state'] {
  if (endedAt !== null) return 'ended'
  if (until !== null && now >= until) return 'over'
  return from !== null && now < from ? 'planned' : 'running'
}

function forecastOf(
  db: ReadDb,
  { key, until, createdAt, content }: Campaign,
  { left, size }: { readonly left: number; readonly size: number },
  now: number
): PromoCampaignRow['stock'] {
  if (content.sharedCode !== null) return { emptyAt: null, level: 'enough' }
  const since = now - STOCK_WINDOW_DAYS * DAY
  const given = db.get<{ count: number }>(sql.GIVEN_SINCE, key, since)?.count ?? 0
  const days = (now - Math.max(createdAt, since)) / DAY
  return stockForecast({ left, size, given, days, until, now })
}

/** Pools that run out, and codes that somebody has to decide about. */
export function readNotices(reading: PromoReading): PromoNoticeRow[] {
  return readOverview(reading).flatMap(({ id, content, state, stock, left, doubtful }) => {
    const notice = { campaign: content.name, left: left ?? 0, emptyAt: stock.emptyAt }
    return [
      ...(state === 'running' && stock.level !== 'enough' ? [{ id: `${id} stock`, kind: stock.level, ...notice }] : []),
      ...(doubtful > 0 ? [{ id: `${id} doubtful`, kind: 'doubtful' as const, ...notice, left: doubtful }] : [])
    ]
  })
}
