import { AppError } from '../../../shared/contract/errors.ts'
import { isOnScale, scales } from '../../../shared/domain/survey/survey.ts'
import { keepUndo } from '../commands/undo.ts'
import type { WriteDb } from '../db/database.ts'
import * as sql from './sql.ts'

/** An answer to go back to; null: there was none. */
export interface SurveyAnswerBefore {
  readonly surveyAnswer: { readonly asked: string; readonly before: sql.AnswerRow | null }
  readonly conversation: string
}

/**
 * An agent says what an answer means: that stands, whatever is read later.
 * @param score null: it is no score
 * @throws {AppError} not-found, invalid-input
 */
export function decideAnswer(db: WriteDb, id: string, score: number | null, member: string, now: number): void {
  const asked = db.get<sql.AskedRow>(sql.FIND_ASKED, id)
  if (!asked || asked.sent_at === null) {
    throw new AppError('not-found', 'This survey has not been sent, or is not here any more.')
  }
  if (score !== null) checkScore(asked.kind, score)
  const before = db.get<sql.AnswerRow>(sql.ANSWER, id) ?? null
  if (before?.decided_by !== undefined && before.score === score && before.state !== 'asking') return
  const category =
    before?.category ??
    db.get<{ category: string | null }>(sql.CATEGORY, asked.account_id, asked.conversation_id)?.category ??
    null
  db.run(
    sql.PUT_ANSWER,
    id,
    asked.account_id,
    score === null ? 'none' : 'score',
    before?.event_id ?? null,
    before?.at ?? now,
    score,
    '[]',
    null,
    category,
    member,
    now
  )
  const conversation = `${asked.account_id}/${asked.conversation_id}`
  keepUndo(db, labelOf(before, score), { surveyAnswer: { asked: id, before }, conversation }, now)
  db.touch('surveys')
}

function checkScore(kind: sql.AskedRow['kind'], score: number): void {
  if (kind === 'open') {
    throw new AppError('invalid-input', 'This survey asked for words, not for a score.')
  }
  if (isOnScale(kind, score)) return
  const { lowest, highest } = scales[kind]
  throw new AppError('invalid-input', 'This survey asks for a score from {lowest} to {highest}.', { lowest, highest })
}

function labelOf(before: sql.AnswerRow | null, score: number | null): string {
  if (score === null) return before?.state === 'score' ? 'Score removed' : 'Not a score'
  return before?.state === 'score' ? 'Score corrected' : 'Score noted'
}

export function undoAnswer(db: WriteDb, { asked, before }: SurveyAnswerBefore['surveyAnswer'], now: number): void {
  if (db.get(sql.FIND_ASKED, asked) === undefined) return
  if (before === null) db.run(sql.DROP_ANSWER, asked)
  else {
    const { asked_id: id, account_id: account, state, event_id: event, at, score, candidates, why, category } = before
    db.run(sql.PUT_ANSWER, id, account, state, event, at, score, candidates, why, category, before.decided_by, now)
  }
  db.touch('surveys')
}
