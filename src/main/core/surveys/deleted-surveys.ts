import { UNDO_REACHES_MS } from '../commands/undo.ts'
import type { WriteDb } from '../db/database.ts'
import * as sql from './sql.ts'

/** A survey that was deleted; the id. */
export interface SurveyBefore {
  readonly survey: string
}

export function restoreSurvey(db: WriteDb, { survey }: SurveyBefore, now: number): void {
  const row = db.get<sql.SurveyRecord>(sql.FIND, survey)
  // Nobody is asked because of what was resolved while it was away.
  if (row?.on_resolve === 'automatic') db.run(sql.SET_PROGRESS, now)
  db.run(sql.SET_DELETED, null, now, survey)
  db.touch('surveys')
}

/** Run at start. */
export function dropDeletedSurveys(db: WriteDb, now: number): void {
  db.run(sql.DROP_DELETED, now - UNDO_REACHES_MS)
}
