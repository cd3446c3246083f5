import type { ScreeningPersonRow, ScreeningRow } from '../../../shared/contract/screening-rows.ts'
import { displayName } from '../customers/people.ts'
import type { ReadDb } from '../db/database.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { currentRules } from './rules.ts'
import * as sql from './sql.ts'

export function screeningQueries(db: ReadDb): {
  'screening.rules': QueryDefinition<'screening.rules'>
  'screening.people': QueryDefinition<'screening.people'>
} {
  return {
    'screening.rules': { topics: () => ['screening', 'customers'], rows: () => [readRules(db)] },
    'screening.people': {
      topics: () => ['screening', 'customers'],
      rows: ({ list, limit }) => db.all<sql.PersonRow>(sql.PEOPLE, list, limit).map(toRow)
    }
  }
}

function readRules(db: ReadDb): ScreeningRow {
  const { rules, appliedTo } = currentRules(db)
  const people = db.get<{ allowed: number; held: number }>(sql.COUNT_PEOPLE) ?? { allowed: 0, held: 0 }
  const last = appliedTo === null ? 0 : (db.get<{ key: number | null }>(sql.LAST_KEY)?.key ?? 0)
  return {
    id: 'rules',
    rules,
    ...people,
    connections: db.get<{ count: number }>(sql.COUNT_CONNECTIONS)?.count ?? 0,
    applying: appliedTo === null ? null : last === 0 ? 0 : Math.min(1, appliedTo / last)
  }
}

function toRow({ id, user_id: user, handle, name, username }: sql.PersonRow): ScreeningPersonRow {
  const shown = username ?? handle
  return {
    id,
    user,
    name:
      user === null || name === null
        ? shown === null
          ? displayName({ id: user ?? '', name, username })
          : `@${shown}`
        : name,
    handle: shown
  }
}
