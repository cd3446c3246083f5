import { type Audience, type Keyword, openDoor, type ScreeningRules } from '../../../shared/domain/screening.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { newerId } from '../db/newer-id.ts'
import * as sql from './sql.ts'

/** The rules that hold, with their id; null when nobody has made any. */
export function currentRules(db: ReadDb): { id: string | null; rules: ScreeningRules; appliedTo: number | null } {
  const row = db.get<sql.RulesRow>(sql.CURRENT_RULES)
  return row
    ? { id: row.id, rules: toRules(row), appliedTo: row.applied_to }
    : { id: null, rules: openDoor, appliedTo: null }
}

/** From now on these hold. What is here already follows in the background (sweep.ts). */
export function putRules(db: WriteDb, rules: ScreeningRules, now: number): void {
  db.run(sql.STOP_APPLYING)
  const { audience, following, followers, keywords } = rules
  const id = newerId(currentRules(db).id)
  db.run(sql.ADD_RULES, id, audience, following ? 1 : 0, followers ? 1 : 0, JSON.stringify(keywords), now)
  db.touch('screening')
}

/** Rules of an earlier day; null: the ones nobody had made. */
export function rulesOf(db: ReadDb, id: string | null): ScreeningRules {
  const row = id === null ? undefined : db.get<sql.RulesRow>(sql.FIND_RULES, id)
  return row ? toRules(row) : openDoor
}

/** Whether everybody gets in, so that nobody need be looked at. */
export function isOpenDoor(db: ReadDb, rules: ScreeningRules): boolean {
  return rules.audience === 'everyone' && rules.keywords.length === 0 && db.get(sql.ANYBODY_HELD) === undefined
}

function toRules(row: sql.RulesRow): ScreeningRules {
  return {
    audience: row.audience as Audience,
    following: row.following === 1,
    followers: row.followers === 1,
    keywords: JSON.parse(row.keywords) as Keyword[]
  }
}
