import { v7 as uuidv7 } from 'uuid'
import type { WriteDb } from '../db/database.ts'
import { foldName } from '../search/fold.ts'
import * as sql from './sql.ts'

/** The team's tag of that name, or a new one, which is noted in `made`. @returns its id */
export function tagNamed(db: WriteDb, name: string, now: number, made: string[]): string {
  const known = db.get<{ id: string }>(sql.BY_NAME, foldName(name))
  if (known) return known.id
  const id = uuidv7()
  db.run(sql.ADD, id, name, foldName(name), 'gray', null, now, now)
  db.touch('tags')
  made.push(id)
  return id
}
