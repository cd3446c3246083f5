import { AppError } from '../../../shared/contract/errors.ts'
import type { PromoCampaign } from '../../../shared/domain/promo/campaign.ts'
import type { PromoRules } from '../../../shared/domain/promo/eligibility.ts'
import type { ReadDb } from '../db/database.ts'
import * as sql from './sql.ts'

/** A campaign as it is stored, with its content read. Times in ms since 1970. */
export interface Campaign {
  readonly key: number
  readonly id: string
  readonly content: PromoCampaign
  readonly from: number | null
  readonly until: number | null
  readonly endedAt: number | null
  readonly createdAt: number
  readonly updatedAt: number
}

function toCampaign(record: sql.CampaignRecord): Campaign {
  return {
    key: record.key,
    id: record.id,
    content: JSON.parse(record.content) as PromoCampaign,
    from: record.valid_from,
    until: record.valid_until,
    endedAt: record.ended_at,
    createdAt: record.created_at,
    updatedAt: record.updated_at
  }
}

/** By name. */
export function listCampaigns(db: ReadDb): Campaign[] {
  return db.all<sql.CampaignRecord>(sql.CAMPAIGNS).map(toCampaign)
}

/** @throws {AppError} not-found */
export function findCampaign(db: ReadDb, id: string): Campaign {
  const record = db.get<sql.CampaignRecord>(sql.CAMPAIGN_BY_ID, id)
  if (!record || record.deleted_at !== null) {
    throw new AppError('not-found', 'This campaign is not here any more. Choose another one.')
  }
  return toCampaign(record)
}

/** Also one that was deleted: codes of it may be with customers. */
export function campaignOf(db: ReadDb, key: number): Campaign | null {
  const record = db.get<sql.CampaignRecord>(sql.CAMPAIGN_BY_KEY, key)
  return record ? toCampaign(record) : null
}

export function rulesOf({ content, from, until, endedAt }: Campaign): PromoRules {
  const { giver, once, firstContact, tags, minDays, daily, total } = content
  return { from, until, ended: endedAt !== null, giver, once, firstContact, tags, minDays, daily, total }
}

/** Whether somebody may see its codes in full: who may give them by themselves, or agrees to giving them. */
export function maySee({ content }: Campaign, member: string, teams: readonly string[]): boolean {
  if (content.approvers.includes(member)) return true
  const { giver } = content
  return giver.kind === 'everyone' || (giver.kind === 'team' && teams.includes(giver.team))
}

/** When a code stops working, ms since 1970; null: never. */
export function codeEnd(campaign: Pick<Campaign, 'until'>, expiresAt: number | null): number | null {
  if (campaign.until === null || expiresAt === null) return campaign.until ?? expiresAt
  return Math.min(campaign.until, expiresAt)
}
