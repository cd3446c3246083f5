import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import { peerOf } from '../../../shared/domain/ids.ts'
import { promoRefusals } from '../../../shared/domain/promo/eligibility.ts'
import { refusalSentence } from '../../../shared/domain/promo/refusal-words.ts'
import type { WriteDb } from '../db/database.ts'
import { codeEnd, findCampaign, rulesOf } from './campaign.ts'
import { approvalFor, type PromoPlace, readFacts } from './facts.ts'
import { writeLedger } from './ledger.ts'
import { nextFree } from './pool.ts'
import { lookThroughUnread } from './seen.ts'
import { settleHolds } from './settle.ts'
import * as sql from './sql.ts'

/**
 * Keeps a code of a campaign for the draft of a conversation: the one that is kept for it already, or the next free one.
 * @throws {AppError} not-found, not-allowed with the reason
 */
export function reserveCode(
  db: WriteDb,
  wanted: PromoPlace & { readonly campaign: string; readonly reply: string | null },
  giver: { readonly member: string; readonly teams: readonly string[] },
  now: number
): { hold: string; code: string } {
  const campaign = findCampaign(db, wanted.campaign)
  // Nothing that a customer has by now, or that somebody gave up, may count otherwise.
  while (lookThroughUnread(db, now));
  settleHolds(db, now)
  const { accountId, conversationId } = wanted
  const kept = db.get<sql.StoredHold>(sql.KEPT, accountId, conversationId, campaign.key)
  if (kept) {
    const found = db.get<sql.FoundCode>(sql.CODE_BY_KEY, kept.code_key)
    const end = codeEnd(campaign, found?.expires_at ?? null)
    if (found && campaign.endedAt === null && found.state !== 'revoked' && (end === null || now < end)) {
      db.run(sql.KEEP_AGAIN, now, kept.id)
      return { hold: kept.id, code: kept.code }
    }
  }
  const facts = readFacts(db, campaign, wanted, giver.teams, now)
  const [refusal] = promoRefusals(rulesOf(campaign), facts)
  if (refusal) throw AppError.of('not-allowed', refusalSentence(refusal, campaign.content.zone))
  const { sharedCode } = campaign.content
  const code =
    sharedCode === null
      ? nextFree(db, campaign, now)
      : (db.get<{ key: number; code: string }>(sql.SHARED_CODE, campaign.key, sharedCode) ?? null)
  if (code === null) throw AppError.of('not-allowed', refusalSentence({ kind: 'none-left' }, campaign.content.zone))
  const hold = uuidv7()
  writeLedger(
    db,
    {
      event: 'reserved',
      codeKey: code.key,
      hold,
      accountId,
      conversationId,
      customerId: peerOf(conversationId, accountId),
      member: giver.member,
      reply: wanted.reply
    },
    now
  )
  const approval = approvalFor(db, campaign, wanted, now)
  const plain = promoRefusals(rulesOf(campaign), { ...facts, approved: false })
  if (approval !== null && plain.length > 0) db.run(sql.USE_APPROVAL, hold, approval)
  return { hold, code: code.code }
}
