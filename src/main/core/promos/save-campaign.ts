import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import { campaignTimes, type PromoCampaign } from '../../../shared/domain/promo/campaign.ts'
import { keepUndo } from '../commands/undo.ts'
import type { WriteDb } from '../db/database.ts'
import { foldName } from '../search/fold.ts'
import { type Campaign, findCampaign } from './campaign.ts'
import * as sql from './sql.ts'

/** A campaign to go back to. */
export interface PromoCampaignBefore {
  readonly promoCampaign: {
    readonly id: string
    readonly content: PromoCampaign
    readonly endedAt: number | null
    readonly deletedAt: number | null
  }
}

interface Writer {
  readonly member: string
  readonly now: number
}

/**
 * Begins a campaign, or changes one.
 * @throws {AppError} not-found, conflict, invalid-input
 */
export function saveCampaign(
  db: WriteDb,
  given: { readonly campaign: string | null; readonly base: number | null; readonly content: PromoCampaign },
  writer: Writer
): { campaign: string } {
  const content = withApprovers(given.content, writer.member)
  if (given.campaign === null) return { campaign: addCampaign(db, content, writer) }
  const campaign = findCampaign(db, given.campaign)
  if (campaign.updatedAt !== given.base) {
    throw new AppError('conflict', 'Somebody changed this campaign meanwhile. Look at it, then save yours again.')
  }
  keepUndo(db, `Changed ${campaign.content.name}`, toBefore(campaign, null), writer.now)
  storeContent(db, campaign, content, writer)
  db.touch('promos')
  return { campaign: campaign.id }
}

export function toBefore(campaign: Campaign, deletedAt: number | null): PromoCampaignBefore {
  const { id, content, endedAt } = campaign
  return { promoCampaign: { id, content, endedAt, deletedAt } }
}

export function undoCampaign(db: WriteDb, before: PromoCampaignBefore['promoCampaign'], now: number): void {
  const record = db.get<sql.CampaignRecord>(sql.CAMPAIGN_BY_ID, before.id)
  if (!record) return
  db.run(sql.SET_DELETED, before.deletedAt, now, record.key)
  if (before.deletedAt === null) {
    const campaign = findCampaign(db, before.id)
    storeContent(db, campaign, before.content, { member: record.created_by, now })
    db.run(sql.SET_ENDED, before.endedAt, now, record.key)
  }
  db.touch('promos')
}

/** Whoever begins a campaign can agree to exceptions from it. */
function withApprovers(content: PromoCampaign, member: string): PromoCampaign {
  return content.approvers.length > 0 ? content : { ...content, approvers: [member] }
}

function addCampaign(db: WriteDb, content: PromoCampaign, { member, now }: Writer): string {
  const id = uuidv7()
  const { from, until } = campaignTimes(content)
  refuseTakenName(db, content.name, null)
  const { key } = db.run(
    sql.ADD_CAMPAIGN,
    id,
    foldName(content.name),
    from,
    until,
    member,
    now,
    now,
    JSON.stringify(content)
  )
  keepSharedCode(db, key, content.sharedCode, { member, now })
  keepUndo(
    db,
    `Began the campaign ${content.name}`,
    { promoCampaign: { id, content, endedAt: null, deletedAt: now } },
    now
  )
  db.touch('promos')
  return id
}

function storeContent(db: WriteDb, campaign: Campaign, content: PromoCampaign, writer: Writer): void {
  refuseTakenName(db, content.name, campaign.id)
  const { from, until } = campaignTimes(content)
  // The moment names the state that others change from: two within one millisecond are two.
  const at = Math.max(writer.now, campaign.updatedAt + 1)
  db.run(sql.CHANGE_CAMPAIGN, foldName(content.name), from, until, JSON.stringify(content), at, campaign.key)
  if (content.sharedCode !== campaign.content.sharedCode) keepSharedCode(db, campaign.key, content.sharedCode, writer)
}

function refuseTakenName(db: WriteDb, name: string, own: string | null): void {
  const taken = db.get<{ id: string }>(sql.CAMPAIGN_BY_NAME, foldName(name))
  if (taken && taken.id !== own) {
    throw new AppError('conflict', 'There is a campaign called “{name}” already. Choose another name.', { name })
  }
}

/** The one code for all has a row like every other code; one that was changed stays with those who have it. */
function keepSharedCode(db: WriteDb, campaign: number, code: string | null, { member, now }: Writer): void {
  db.run(sql.DROP_SHARED, campaign)
  if (code === null) return
  const own = db.get<{ key: number }>(sql.SHARED_CODE, campaign, code)
  if (own) {
    db.run(sql.READY_SHARED, own.key)
    return
  }
  const { key } = db.run(sql.ADD_BATCH, uuidv7(), campaign, '', 1, 1, member, now, 1, 1)
  if (db.run(sql.ADD_CODE, key, code, 1, null, null).changes === 0) {
    throw new AppError('conflict', 'This code is in another campaign already. Choose another code.')
  }
}
