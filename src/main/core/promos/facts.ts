import { peerOf } from '../../../shared/domain/ids.ts'
import { dayStart } from '../../../shared/domain/promo/campaign.ts'
import type { PromoFacts } from '../../../shared/domain/promo/eligibility.ts'
import { sameCustomer } from '../customers/links.ts'
import type { ReadDb } from '../db/database.ts'
import type { Campaign } from './campaign.ts'
import { nextFree } from './pool.ts'
import * as sql from './sql.ts'

/** An approval that nobody used for so long was for something else. */
const APPROVAL_HOLDS_MS = 7 * 86_400_000

export interface PromoPlace {
  readonly accountId: string
  readonly conversationId: string
}

interface Moment {
  readonly at: number | null
}

/** What decides whether a customer gets a code of a campaign. */
export function readFacts(
  db: ReadDb,
  campaign: Campaign,
  place: PromoPlace,
  teams: readonly string[],
  now: number
): PromoFacts {
  const { accountId, conversationId } = place
  const { content, key } = campaign
  const peer = peerOf(conversationId, accountId)
  // One customer with two X accounts is one customer.
  const people = peer === null ? [] : sameCustomer(db, peer)
  const newest = (moments: readonly (Moment | undefined)[]): number | null => {
    const known = moments.flatMap((moment) => moment?.at ?? [])
    return known.length === 0 ? null : Math.max(...known)
  }
  const here = db.get<Moment>(sql.HAD_HERE, accountId, conversationId, key)
  return {
    now,
    teams,
    left: content.sharedCode === null ? (nextFree(db, campaign, now) === null ? 0 : 1) : null,
    customerHadAt: newest([here, ...people.map((user) => db.get<Moment>(sql.HAD_BY_CUSTOMER, user, key))]),
    conversationHadAt: here?.at ?? null,
    lastCodeAt: newest([
      db.get<Moment>(sql.LAST_HERE, accountId, conversationId),
      ...people.map((user) => db.get<Moment>(sql.LAST_OF_CUSTOMER, user))
    ]),
    isFirst: db.get(sql.SETTLED_BEFORE, accountId, conversationId) === undefined,
    tags: db.all<{ id: string }>(sql.TAGS_HERE, accountId, conversationId).map(({ id }) => id),
    givenToday:
      content.daily === null
        ? 0
        : (db.get<{ count: number }>(sql.GIVEN_SINCE, key, dayStart(content.zone, now))?.count ?? 0),
    givenInAll: content.total === null ? 0 : (db.get<{ count: number }>(sql.GIVEN_IN_ALL, key)?.count ?? 0),
    approved: approvalFor(db, campaign, place, now) !== null
  }
}

/** An approval that can still be used; null: there is none. */
export function approvalFor(
  db: ReadDb,
  { key }: Campaign,
  { accountId, conversationId }: PromoPlace,
  now: number
): string | null {
  return db.get<{ id: string }>(sql.APPROVAL, accountId, conversationId, key, now - APPROVAL_HOLDS_MS)?.id ?? null
}
