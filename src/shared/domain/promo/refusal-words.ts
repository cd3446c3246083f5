import { assertNever } from '../../assert-never.ts'
import type { Sentence } from '../../i18n/message.ts'
import type { PromoRefusal } from './eligibility.ts'

/** Why a code cannot be given, in a sentence. @param zone of the campaign, in which moments are told */
export function refusalSentence(refusal: PromoRefusal, zone: string): Sentence {
  const when = (at: number): string =>
    new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: zone }).format(at)
  switch (refusal.kind) {
    case 'ended':
      return { pattern: 'This campaign was ended.' }
    case 'none-left':
      return { pattern: 'No code of this campaign is left. Import more.' }
    case 'not-first':
      return { pattern: 'This campaign is for the first contact only.' }
    case 'tags':
      return { pattern: 'The conversation has none of the tags that this campaign is for.' }
    case 'needs-approval':
      return { pattern: 'Somebody who may approve has to agree to this code first.' }
    case 'not-yet':
      return { pattern: 'This campaign begins on {when}.', values: { when: when(refusal.at) } }
    case 'over':
      return { pattern: 'This campaign ended on {when}.', values: { when: when(refusal.at) } }
    case 'had-it':
      return { pattern: 'This customer got a code of this campaign on {when}.', values: { when: when(refusal.at) } }
    case 'had-it-here':
      return { pattern: 'This conversation got a code of this campaign on {when}.', values: { when: when(refusal.at) } }
    case 'too-soon':
      return {
        pattern: 'This customer got another code a short while ago. The next may follow on {when}.',
        values: { when: when(refusal.at) }
      }
    case 'team':
      return { pattern: 'Only the team {team} gives this code.', values: { team: refusal.team } }
    case 'daily-limit':
      return {
        pattern: '{count, plural, one {# code} other {# codes}} were given today, which is all for one day.',
        values: { count: refusal.limit }
      }
    case 'total-limit':
      return {
        pattern: '{count, plural, one {# code} other {# codes}} were given, which is all there may be.',
        values: { count: refusal.limit }
      }
    default:
      return assertNever(refusal)
  }
}
