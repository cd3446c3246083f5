import { keepUndo } from '../commands/undo.ts'
import { sameCustomer } from '../customers/links.ts'
import type { WriteDb } from '../db/database.ts'
import * as sql from './sql.ts'

/** What was known of people's wish; `before` null: nothing. */
export interface SurveyOptOutBefore {
  readonly surveyOptOut: readonly { readonly user: string; readonly before: sql.OptOutRow | null }[]
}

/** Somebody of the team says whether a customer is asked; whoever is one with them goes with them. */
export function setOptOut(db: WriteDb, user: string, out: boolean, member: string, now: number): void {
  const before = sameCustomer(db, user).map((id) => ({
    user: id,
    before: db.get<sql.OptOutRow>(sql.OPT_OUT, id) ?? null
  }))
  if (before.every((one) => (one.before?.opted_out === 1) === out)) return
  for (const one of before) db.run(sql.SET_OPT_OUT, one.user, out ? 1 : 0, member, now)
  keepUndo(db, out ? 'No more surveys' : 'Surveys allowed again', { surveyOptOut: before }, now)
  db.touch('surveys')
}

export function undoOptOut(db: WriteDb, people: SurveyOptOutBefore['surveyOptOut']): void {
  for (const { user, before } of people) {
    if (before === null) db.run(sql.DROP_OPT_OUT, user)
    else db.run(sql.SET_OPT_OUT, user, before.opted_out, before.member_id, before.at)
  }
  db.touch('surveys')
}
