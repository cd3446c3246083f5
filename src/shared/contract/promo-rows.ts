import type { PromoCampaign } from '../domain/promo/campaign.ts'
import type { PromoRefusal } from '../domain/promo/eligibility.ts'
import type { Share } from '../domain/promo/share.ts'
import type { StockForecast } from '../domain/promo/stock.ts'

export const promoCodeStates = ['free', 'reserved', 'given', 'redeemed', 'expired', 'revoked'] as const
export type PromoCodeState = (typeof promoCodeStates)[number]

/** How many codes of a campaign stand where. */
export interface PromoCounts {
  /** Codes in all; 1 for a code for all. */
  readonly size: number
  /** Null: the one code for all never runs out. */
  readonly left: number | null
  readonly reserved: number
  readonly given: number
  readonly redeemed: number
  /** Ended or revoked before anybody had them. */
  readonly gone: number
}

/** A campaign. Times in ms since 1970. */
export interface PromoCampaignRow extends PromoCounts {
  readonly id: string
  readonly content: PromoCampaign
  readonly from: number | null
  readonly until: number | null
  readonly ended: boolean
  readonly state: 'running' | 'planned' | 'over' | 'ended'
  readonly updatedAt: number
  readonly stock: StockForecast
  /** As of when shops told what was redeemed; null: never. */
  readonly redeemedAsOf: number | null
  /** Whether who sits at this desk sees its codes in full. */
  readonly mine: boolean
  /** Codes whose message was never confirmed, and that somebody has to decide about. */
  readonly doubtful: number
}

/** A campaign as it is offered for one customer. */
export interface PromoChoiceRow {
  readonly id: string
  readonly name: string
  readonly gives: PromoCampaign['gives']
  readonly terms: string
  readonly texts: PromoCampaign['texts']
  readonly until: number | null
  readonly left: number | null
  /** Why not; empty: it may be given. */
  readonly refusals: readonly PromoRefusal[]
  /** Names of who may approve; empty where that would not help. */
  readonly approvers: readonly string[]
  /** Who sits at this desk may. */
  readonly mayApprove: boolean
  readonly approved: boolean
  /** Ids of the tags it is for → their names. */
  readonly tagNames: readonly string[]
}

/** A code that a conversation has, or that is kept for it. */
export interface PromoHeldRow {
  readonly id: string
  readonly codeKey: number
  /** Masked for those who may not give it. */
  readonly code: string
  readonly full: boolean
  readonly campaign: string
  readonly campaignId: string
  readonly gives: PromoCampaign['gives']
  readonly state: 'reserved' | 'given'
  /** In a draft, on its way, or with nothing known of its message. */
  readonly where: 'draft' | 'outbox' | 'customer'
  readonly doubtful: boolean
  readonly at: number
  readonly until: number | null
  readonly redeemedAt: number | null
  readonly redeemed: boolean
  readonly revoked: boolean
  readonly conversation: string
  readonly eventId: string | null
}

/** A code of a pool, in a text that it does not belong in. `id`: as it stands there, folded. */
export interface PromoInTextRow {
  readonly id: string
  readonly why: 'other-customer' | 'not-kept' | 'expired' | 'revoked'
  /** Whose it is; empty: nobody's. */
  readonly holder: string
}

export interface PromoCodeRow {
  readonly id: string
  readonly key: number
  readonly code: string
  readonly full: boolean
  readonly state: PromoCodeState
  readonly expiresAt: number | null
  readonly conversation: string | null
  readonly customer: string | null
  readonly member: string | null
  readonly at: number | null
  readonly redeemedAt: number | null
  readonly doubtful: boolean
  readonly hold: string | null
}

/** Codes given and redeemed, of one campaign, agent, canned reply or category. */
export interface PromoWatchRow {
  readonly id: string
  readonly by: 'campaign' | 'agent' | 'reply' | 'category'
  readonly name: string
  readonly given: number
  readonly redeemed: number
  readonly share: Share | null
}

/** What somebody should know about a pool. */
export interface PromoNoticeRow {
  readonly id: string
  readonly campaign: string
  readonly kind: 'low' | 'empty' | 'doubtful'
  readonly left: number
  readonly emptyAt: number | null
}
