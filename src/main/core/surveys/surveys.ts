import { AppError } from '../../../shared/contract/errors.ts'
import type { SurveySettings } from '../../../shared/domain/survey/survey-settings.ts'
import type { ReadDb } from '../db/database.ts'
import { sameName } from '../team/team.ts'
import type { Team } from '../team/team.ts'
import * as sql from './sql.ts'

/** A survey as it is stored. */
export interface Survey extends SurveySettings {
  readonly id: string
}

function toSurvey(row: sql.SurveyRecord): Survey {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    texts: JSON.parse(row.texts) as SurveySettings['texts'],
    team: row.team,
    onResolve: row.on_resolve,
    everyDays: row.every_days,
    windowHours: row.window_hours
  }
}

export function allSurveys(db: ReadDb): Survey[] {
  return db.all<sql.SurveyRecord>(sql.ALL).map(toSurvey)
}

/** @throws {AppError} not-found */
export function findSurvey(db: ReadDb, id: string): Survey {
  const row = db.get<sql.SurveyRecord>(sql.FIND, id)
  if (!row || row.deleted_at !== null) throw new AppError('not-found', 'This survey is not here any more.')
  return toSurvey(row)
}

/** Those that whoever sits at this desk sends. */
export function surveysOf(db: ReadDb, team: Pick<Team, 'me' | 'groupsOf'>): Survey[] {
  const groups = team.groupsOf(team.me())
  return allSurveys(db).filter(
    (survey) => survey.team === null || groups.some((name) => sameName(name, survey.team ?? ''))
  )
}
