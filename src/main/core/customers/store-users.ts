import type { ReadDb, WriteDb } from '../db/database.ts'
import { refreshTitlesOf } from '../inbox/refresh.ts'
import { knowPerson, noteConnection } from '../screening/people.ts'
import { screenPeople } from '../screening/screen.ts'
import { indexUser } from '../search/index-rows.ts'
import type { IncomingUser } from '../sync/incoming.ts'
import * as sql from './sql.ts'

/**
 * Stores profiles as X returned them, and puts the names where the list and the search show them.
 * @param accountId the account that asked: what X tells of who follows whom is as that account sees it
 */
export function storeUsers(db: WriteDb, accountId: string, users: readonly IncomingUser[], now: number): void {
  if (users.length === 0) return
  const screened: string[] = []
  for (const user of users) {
    db.run(
      sql.UPSERT_PROFILE,
      user.id,
      user.username,
      user.name,
      user.avatarUrl,
      user.description,
      user.location,
      user.verified ? 1 : 0,
      user.protected ? 1 : 0,
      user.followers,
      user.following,
      user.createdAt,
      user.canReceiveDm === null ? null : user.canReceiveDm ? 1 : 0,
      now
    )
    const row = db.get<{ key: number }>(sql.USER_KEY, user.id)
    if (row) indexUser(db, row.key, user.name, user.username)
    if (noteScreened(db, accountId, user, now)) screened.push(user.id)
  }
  refreshTitlesOf(
    db,
    users.map((user) => user.id)
  )
  if (screened.length > 0) screenPeople(db, screened, now)
  db.touch('customers')
}

/** @returns whether the screening rules may see this person in another light now */
function noteScreened(db: WriteDb, accountId: string, user: IncomingUser, now: number): boolean {
  const listed = knowPerson(db, user.id, user.username, now)
  if (user.connection === null || user.id === accountId) return listed
  noteConnection(db, accountId, user.id, user.connection, now)
  return true
}

/** Who was met in conversations with X and is still unknown, at most `limit` ids. */
export function wantedUsers(db: ReadDb, limit: number): string[] {
  return db.all<{ id: string }>(sql.WANTED_USERS, limit).map(({ id }) => id)
}

/** X does not give these profiles (deleted, suspended): they are not asked for again. */
export function noteUsersGone(db: WriteDb, ids: readonly string[], now: number): void {
  for (const id of ids) db.run(sql.NOTE_USER_GONE, now, id)
}

/** @returns how many of these profiles X charges for today: each once per UTC day. */
export function noteUsersPaid(db: WriteDb, ids: readonly string[], day: number): number {
  let units = 0
  for (const id of ids) {
    if (db.get<{ paid_day: number | null }>(sql.USER_KEY, id)?.paid_day === day) continue
    db.run(sql.NOTE_USER_PAID, day, id)
    units += 1
  }
  return units
}
