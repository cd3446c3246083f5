import { assertNever } from '../../../shared/assert-never.ts'
import type { SurveyRefusal } from '../../../shared/contract/survey-rows.ts'
import { peerOf } from '../../../shared/domain/ids.ts'
import { sameCustomer } from '../customers/links.ts'
import type { ReadDb } from '../db/database.ts'
import * as sql from './sql.ts'

const DAY_MS = 24 * 3_600_000

/**
 * Why a customer must not be asked now; null: they may be. Whoever is one with them counts as them.
 * @param now ms since 1970
 */
export function refusalOf(
  db: ReadDb,
  { accountId, conversationId }: { readonly accountId: string; readonly conversationId: string },
  everyDays: number,
  now: number
): SurveyRefusal | null {
  const user = peerOf(conversationId, accountId)
  if (user === null) return { why: 'group' }
  const people = sameCustomer(db, user)
  if (people.some((id) => db.get<sql.OptOutRow>(sql.OPT_OUT, id)?.opted_out === 1)) return { why: 'opted-out' }
  const asked = Math.max(0, ...people.map((id) => db.get<{ at: number | null }>(sql.LAST_ASKED, id)?.at ?? 0))
  // A clock that was set back makes the last one lie ahead: it counts as asked just now.
  const until = Math.min(asked, now) + everyDays * DAY_MS
  if (asked > 0 && until > now) return { why: 'asked', at: asked, until }
  const written = db.get<{ at: number }>(sql.LAST_WRITTEN, accountId, conversationId)?.at ?? null
  const sent = db.get<{ at: number }>(sql.LAST_SENT_IN, accountId, conversationId)?.at ?? 0
  return written === null || written <= sent ? { why: 'not-written' } : null
}

/** For the command line and the log; the console says it in its own words before it comes to this. */
export function refusalSentence(refusal: SurveyRefusal): string {
  switch (refusal.why) {
    case 'opted-out':
      return 'This customer wants no surveys. Nothing was sent.'
    case 'asked':
      return 'This customer was asked not long ago. Nothing was sent.'
    case 'not-written':
      return 'This customer has not written since the last survey, or not at all. Nothing was sent.'
    case 'group':
      return 'Surveys are for conversations with one customer. Nothing was sent.'
    default:
      return assertNever(refusal)
  }
}
