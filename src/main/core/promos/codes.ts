import { promoCodeStates, type PromoCodeRow, type PromoCodeState } from '../../../shared/contract/promo-rows.ts'
import { conversationKey } from '../../../shared/domain/ids.ts'
import { maskCode, trimCode } from '../../../shared/domain/promo/code-words.ts'
import { findCampaign, maySee } from './campaign.ts'
import type { PromoReading } from './queries.ts'
import * as sql from './sql.ts'

/** Behind every code that begins so. */
const BEHIND = '\u{10FFFF}'

/** Codes of a campaign: those in some hand first, by how a code begins, or all in one state. */
export function listCodes(
  { db, team }: PromoReading,
  wanted: {
    readonly campaign: string
    readonly state: PromoCodeState | null
    readonly text: string
    readonly limit: number
  }
): PromoCodeRow[] {
  const campaign = findCampaign(db, wanted.campaign)
  const me = team.me()
  const full = maySee(campaign, me, team.groupsOf(me))
  const start = trimCode(wanted.text)
  const rows =
    start === ''
      ? inBatches(db, campaign.key, wanted)
      : db
          .all<sql.ListedCode>(sql.CODES_STARTING, start, `${start}${BEHIND}`, campaign.key, wanted.limit)
          .filter(({ state }) => wanted.state === null || state === wanted.state)
  return rows.map((row): PromoCodeRow => {
    const hasPlace = row.account_id !== null && row.conversation_id !== null
    return {
      id: row.hold ?? String(row.key),
      key: row.key,
      code: full || (start !== '' && start.toLowerCase() === row.code.toLowerCase()) ? row.code : maskCode(row.code),
      full,
      state: promoCodeStates.find((one) => one === row.state) ?? 'free',
      expiresAt: row.expires_at,
      conversation: hasPlace ? conversationKey(row.account_id ?? '', row.conversation_id ?? '') : null,
      customer: row.customer,
      member: row.member,
      at: row.at,
      redeemedAt: row.redeemed_at,
      doubtful: row.doubtful === 1,
      hold: row.hold
    }
  })
}

function inBatches(
  db: PromoReading['db'],
  campaign: number,
  { state, limit }: { readonly state: PromoCodeState | null; readonly limit: number }
): sql.ListedCode[] {
  const batches = db.all<{ key: number; shared: number }>(sql.BATCHES, campaign)
  const states: readonly PromoCodeState[] =
    state === null ? ['reserved', 'given', 'redeemed', 'revoked', 'expired', 'free'] : [state]
  const rows: sql.ListedCode[] = batches.some(({ shared }) => shared === 1)
    ? db.all<sql.ListedCode>(sql.HELD_SHARED, campaign, limit).filter((row) => state === null || row.state === state)
    : []
  for (const one of states) {
    for (const { key, shared } of batches) {
      if (shared === 1) continue
      const room = limit - rows.length
      if (room <= 0) return rows
      rows.push(
        ...(one === 'free'
          ? db.all<sql.ListedCode>(sql.CODES_FREE, key, room)
          : db.all<sql.ListedCode>(sql.CODES_IN_STATE, key, one, room))
      )
    }
  }
  return rows
}
