import { assertNever } from '../../../../shared/assert-never.ts'
import type { PromoCampaignRow, PromoCodeState } from '../../../../shared/contract/promo-rows.ts'
import type { PromoGives } from '../../../../shared/domain/promo/campaign.ts'
import type { PromoRefusal } from '../../../../shared/domain/promo/eligibility.ts'
import { type Message, msg } from '../../../../shared/i18n/message.ts'
import { locale } from '../../i18n/language.ts'
import { t } from '../../i18n/t.ts'
import { formatAhead, formatDate } from '../../ui/time.ts'

/** What a code gives, in a few words: `10%`, `€5.00`. */
export function givesText(gives: PromoGives): string {
  switch (gives.kind) {
    case 'percent':
      return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 2 }).format(gives.percent / 100)
    case 'amount':
      return amountText(gives.amount, gives.currency)
    case 'free-shipping':
      return t('Free shipping')
    case 'text':
      return gives.text
    default:
      return assertNever(gives)
  }
}

function amountText(amount: string, currency: string): string {
  try {
    return new Intl.NumberFormat(locale(), { style: 'currency', currency }).format(Number(amount))
  } catch {
    return `${amount} ${currency}`
  }
}

/** Why a code cannot be given to this customer. */
export function refusalText(refusal: PromoRefusal, now: number, tags: readonly string[]): string {
  switch (refusal.kind) {
    case 'ended':
      return t('It was ended')
    case 'none-left':
      return t('No code is left')
    case 'not-first':
      return t('For the first contact only')
    case 'tags':
      return t('Only for conversations tagged {tags}', { tags: tags.join(', ') })
    case 'needs-approval':
      return t('Needs approval')
    case 'not-yet':
      return t('Begins {when}', { when: formatAhead(refusal.at, now) })
    case 'over':
      return t('Is over')
    case 'had-it':
      return t('The customer got one on {date}', { date: formatDate(refusal.at, now) })
    case 'had-it-here':
      return t('This conversation got one on {date}', { date: formatDate(refusal.at, now) })
    case 'too-soon':
      return t('Too soon after the last code; again {when}', { when: formatAhead(refusal.at, now) })
    case 'team':
      return t('Only the team {team} gives it', { team: refusal.team })
    case 'daily-limit':
      return t('All {count, number} of today are given', { count: refusal.limit })
    case 'total-limit':
      return t('All {count, number} are given', { count: refusal.limit })
    default:
      return assertNever(refusal)
  }
}

export const stateWords: Readonly<Record<PromoCampaignRow['state'], Message>> = {
  running: msg('Running'),
  planned: msg('Planned'),
  over: msg('Over'),
  ended: msg('Ended||campaign')
}

export const codeStateWords: Readonly<Record<PromoCodeState, Message>> = {
  free: msg('Free||code'),
  reserved: msg('Kept for a reply'),
  given: msg('Given||code'),
  redeemed: msg('Redeemed||code'),
  expired: msg('Expired||code'),
  revoked: msg('Revoked||code')
}
