import type { WriteDb } from '../db/database.ts'
import { refreshTitlesOf } from '../inbox/refresh.ts'
import { indexUser } from '../search/index-rows.ts'
import type { IncomingUser } from '../sync/incoming.ts'
import * as sql from './sql.ts'

/** Stores profiles as X returned them, and puts the names where the list and the search show them. */
export function storeUsers(db: WriteDb, users: readonly IncomingUser[], now: number): void {
  if (users.length === 0) return
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
  }
  refreshTitlesOf(
    db,
    users.map((user) => user.id)
  )
  db.touch('customers')
}
