import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import { parseHandle } from '../../../shared/domain/handle.ts'
import type { ScreeningList } from '../../../shared/domain/screening.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import * as sql from './sql.ts'

interface Listed {
  readonly id: string
  readonly list: ScreeningList
}

/** Somebody to be put on a list: by X's id where it is known, else by the handle. */
export interface ListedPerson {
  readonly user: string | null
  readonly handle: string | null
}

/** @throws {AppError} invalid-input, naming what is no handle; then nobody is added */
export function readHandles(db: ReadDb, typed: readonly string[]): ListedPerson[] {
  const wrong = typed.filter((handle) => parseHandle(handle) === null)
  if (wrong.length > 0) {
    const shown = wrong.slice(0, 3).map((handle) => `“${handle.slice(0, 40)}”`)
    const more = wrong.length > 3 ? ` and ${wrong.length - 3} more` : ''
    throw new AppError(
      'invalid-input',
      '{handles} cannot be a handle: up to 15 letters, digits and underscores. Nobody was added.',
      { handles: `${shown.join(', ')}${more}` }
    )
  }
  return typed.map((each) => {
    const handle = parseHandle(each) ?? each
    return { user: db.get<{ id: string }>(sql.USER_BY_HANDLE, handle)?.id ?? null, handle }
  })
}

/**
 * @param batch names the command, for undo
 * @returns how many are new on the list
 * @throws {AppError} conflict, for somebody who is on the other list
 */
export function addPeople(
  db: WriteDb,
  list: ScreeningList,
  people: readonly ListedPerson[],
  batch: string,
  now: number
): number {
  let added = 0
  for (const { user, handle } of people) {
    const listed =
      user === null ? db.get<Listed>(sql.PERSON_BY_HANDLE, handle) : db.get<Listed>(sql.PERSON_BY_USER, user)
    if (listed && listed.list !== list) {
      const name = handle === null ? nameOf(db, user ?? '') : `@${handle}`
      throw new AppError('conflict', '{name} is on the other list. Take them off it first. Nobody was added.', { name })
    }
    if (listed) continue
    db.run(sql.ADD_PERSON, uuidv7(), list, user, handle, batch, now, now)
    added += 1
  }
  if (added > 0) db.touch('screening')
  return added
}

function nameOf(db: ReadDb, user: string): string {
  const row = db.get<{ username: string | null }>('SELECT username FROM user WHERE id = ?', user)
  return row?.username ? `@${row.username}` : `User ${user}`
}

/** After X has told whose a handle is. @returns whether it is on a list */
export function knowPerson(db: WriteDb, user: string, handle: string, now: number): boolean {
  if (db.get(sql.PERSON_BY_HANDLE, handle) === undefined) return false
  db.run(sql.KNOW_PERSON, user, now, handle)
  db.run(sql.DROP_HANDLE, handle)
  db.touch('screening')
  return true
}

/** What X tells of who follows whom, as the account that asked sees it. */
export function noteConnection(
  db: WriteDb,
  accountId: string,
  user: string,
  connection: { readonly following: boolean; readonly follower: boolean },
  now: number
): void {
  db.run(sql.PUT_CONNECTION, accountId, user, connection.following ? 1 : 0, connection.follower ? 1 : 0, now)
}
