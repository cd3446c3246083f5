import type { ReadDb, WriteDb } from '../db/database.ts'
import { answerOf, type Found, type FoundAnswer } from './answer-of.ts'
import * as sql from './sql.ts'

/** So many surveys of a conversation are read again when something is written there: others are answered long since. */
const MOST_ASKED = 3
/** So many messages after one are looked at. */
const MOST_SAID = 30

/**
 * Reads what was answered to the surveys of a conversation, from the messages that are there now, and keeps it. What an
 * agent decided stays. @returns whether anything changed
 */
export function readAnswersIn(db: WriteDb, accountId: string, conversationId: string, now: number): boolean {
  let changed = false
  // A question ends where the next one begins.
  let end = Number.MAX_SAFE_INTEGER
  for (const asked of db.all<sql.AskedRow>(sql.ASKED_IN, accountId, conversationId, MOST_ASKED)) {
    const sentAt = asked.sent_at
    if (sentAt === null) continue
    const found = findAnswer(db, asked, sentAt, Math.min(sentAt + asked.window_ms, end))
    changed = keepAnswer(db, asked, found.answer, now) || changed
    if (found.optedOutAt !== null) changed = keepOptOut(db, asked.user_id, found.optedOutAt) || changed
    end = sentAt - 1
  }
  if (changed) db.touch('surveys')
  return changed
}

function findAnswer(db: ReadDb, asked: sql.AskedRow, sentAt: number, until: number): Found {
  const said = db.all<sql.SaidRow>(
    sql.SAID_AFTER,
    asked.account_id,
    asked.conversation_id,
    sentAt,
    sentAt,
    asked.event_number ?? '0',
    until,
    MOST_SAID
  )
  return answerOf(
    asked.kind,
    said.map(({ event_id: event, at, outbound, text }) => ({ event, at, outbound: outbound === 1, text }))
  )
}

function keepAnswer(db: WriteDb, asked: sql.AskedRow, found: FoundAnswer | null, now: number): boolean {
  const before = db.get<sql.AnswerRow>(sql.ANSWER, asked.id)
  if (before && before.decided_by !== null) return false
  if (found === null) return before === undefined ? false : dropAnswer(db, before)
  const score = found.state === 'score' ? found.score : null
  const candidates = JSON.stringify(found.state === 'asking' ? found.candidates : [])
  const why = found.state === 'asking' ? found.why : null
  const isSame =
    before?.state === found.state &&
    before.event_id === found.event &&
    before.score === score &&
    before.candidates === candidates &&
    before.why === why
  if (isSame) return false
  const category =
    before?.category ??
    db.get<{ category: string | null }>(sql.CATEGORY, asked.account_id, asked.conversation_id)?.category ??
    null
  db.run(
    sql.PUT_ANSWER,
    asked.id,
    asked.account_id,
    found.state,
    found.event,
    found.at,
    score,
    candidates,
    why,
    category,
    null,
    now
  )
  return true
}

/** A score stays when its message is deleted here: it was given. What is still a question goes with the words. */
function dropAnswer(db: WriteDb, before: sql.AnswerRow): boolean {
  const forgotten =
    before.event_id !== null && db.get(sql.IS_FORGOTTEN, before.account_id, before.event_id) !== undefined
  if (before.state === 'score' && forgotten) return false
  db.run(sql.DROP_ANSWER, before.asked_id)
  return true
}

/** What was said before the team decided otherwise changes nothing. */
function keepOptOut(db: WriteDb, user: string, at: number): boolean {
  const before = db.get<sql.OptOutRow>(sql.OPT_OUT, user)
  if (before && before.at >= at) return false
  db.run(sql.SET_OPT_OUT, user, 1, null, at)
  return true
}
