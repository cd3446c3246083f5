import { AppError } from '../../../shared/contract/errors.ts'
import type { WriteDb } from '../db/database.ts'
import { campaignOf, codeEnd } from './campaign.ts'
import type { PromoPlace } from './facts.ts'
import { poolCodesIn } from './codes-in.ts'
import * as sql from './sql.ts'

/** Why a code of a pool may not stand in a reply to somebody. */
export type MisplacedCode = 'other-customer' | 'not-kept' | 'expired' | 'revoked'

/** What is wrong with a code in a text for a conversation; null: it is kept for that, or was given there. */
export function misplaced(
  db: Pick<WriteDb, 'get' | 'all'>,
  code: sql.FoundCode,
  { accountId, conversationId }: PromoPlace,
  now: number
): { readonly why: MisplacedCode; readonly holder: sql.StoredHold | null } | null {
  const [hold] = db.all<sql.StoredHold>(sql.HOLDS_OF_CODE, code.key)
  const here = hold?.account_id === accountId && hold.conversation_id === conversationId
  if (here && hold.state === 'given') return null
  if (code.state === 'revoked') return { why: 'revoked', holder: hold ?? null }
  if (hold && !here) return { why: 'other-customer', holder: hold }
  if (hasEnded(db, code, now)) return { why: 'expired', holder: null }
  return hold ? null : { why: 'not-kept', holder: null }
}

/** Whether a code does not work any more: by its own end, its campaign's, or because somebody ended the campaign. */
export function hasEnded(db: Pick<WriteDb, 'get' | 'all'>, code: sql.FoundCode, now: number): boolean {
  const campaign = campaignOf(db, code.campaign_key)
  const end = campaign === null ? null : codeEnd(campaign, code.expires_at)
  return code.state === 'expired' || (end !== null && now >= end) || (campaign !== null && campaign.endedAt !== null)
}

/**
 * Lets no code of a pool leave that is not kept for this conversation: it would be in two hands. No rule that a lead can
 * switch off.
 * @throws {AppError} not-allowed
 */
export function refuseMisplacedCodes(
  db: Pick<WriteDb, 'get' | 'all'>,
  place: PromoPlace,
  text: string,
  now: number
): void {
  if (db.get(sql.ANY_CODES) === undefined) return
  for (const code of poolCodesIn(db, text)) {
    const wrong = misplaced(db, code, place, now)
    if (wrong) throw new AppError('not-allowed', sentences[wrong.why])
  }
}

const sentences: Readonly<Record<MisplacedCode, string>> = {
  'other-customer': 'The promo code in this reply belongs to another customer. Take it out and insert one with %.',
  'not-kept': 'The promo code in this reply is not kept for this customer. Take it out and insert one with %.',
  expired: 'The promo code in this reply does not work any more. Take it out and insert another one with %.',
  revoked: 'The promo code in this reply was revoked. Take it out and insert another one with %.'
}
