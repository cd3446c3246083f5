import type { PromoHeldRow } from '../../../shared/contract/promo-rows.ts'
import { conversationKey, peerOf } from '../../../shared/domain/ids.ts'
import { maskCode } from '../../../shared/domain/promo/code-words.ts'
import { sameCustomer } from '../customers/links.ts'
import { campaignOf, codeEnd, maySee } from './campaign.ts'
import type { PromoPlace } from './facts.ts'
import type { PromoReading } from './queries.ts'
import * as sql from './sql.ts'

/** The codes of a customer, those of other conversations with them included; newest first. */
export function readHeld({ db, team }: PromoReading, { accountId, conversationId }: PromoPlace): PromoHeldRow[] {
  const peer = peerOf(conversationId, accountId)
  const holds = new Map(
    [
      ...db.all<sql.StoredHold>(sql.HOLDS_HERE, accountId, conversationId),
      ...(peer === null ? [] : sameCustomer(db, peer)).flatMap((user) =>
        db.all<sql.StoredHold>(sql.HOLDS_OF_CUSTOMER, user)
      )
    ].map((hold) => [hold.id, hold] as const)
  )
  const me = team.me()
  const teams = team.groupsOf(me)
  const rows = [...holds.values()].flatMap((hold): PromoHeldRow[] => {
    const campaign = campaignOf(db, hold.campaign_key)
    const code = db.get<sql.FoundCode>(sql.CODE_BY_KEY, hold.code_key)
    if (campaign === null || !code) return []
    const redemption = db.get<{ redeemed_at: number | null }>(sql.REDEMPTION, hold.code_key)
    // What a customer has is no secret from those who answer them.
    const full = hold.state === 'given' || maySee(campaign, me, teams) || hold.member_id === me
    return [
      {
        id: hold.id,
        codeKey: hold.code_key,
        code: full ? hold.code : maskCode(hold.code),
        full,
        campaign: campaign.content.name,
        campaignId: campaign.id,
        gives: campaign.content.gives,
        state: hold.state,
        where: hold.state === 'given' ? 'customer' : hold.outbox_id === null ? 'draft' : 'outbox',
        doubtful: hold.doubtful === 1,
        at: hold.given_at ?? hold.reserved_at,
        until: codeEnd(campaign, code.expires_at),
        redeemed: redemption !== undefined && hold.shared === 0,
        redeemedAt: hold.shared === 1 ? null : (redemption?.redeemed_at ?? null),
        revoked: code.state === 'revoked',
        conversation: conversationKey(hold.account_id, hold.conversation_id),
        eventId: hold.event_id
      }
    ]
  })
  return rows.toSorted((a, b) => b.at - a.at)
}
