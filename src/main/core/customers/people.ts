import type { ReadDb } from '../db/database.ts'
import type { Person } from '../../../shared/contract/rows.ts'

/** What a user row says about who somebody is. */
export interface PersonRow {
  readonly id: string
  readonly name: string | null
  readonly username: string | null
}

/** Before X has told who somebody is, the id is all there is; it must not look like a name. */
export function displayName(row: PersonRow): string {
  if (row.name !== null && row.name.trim() !== '') return row.name
  if (row.username !== null && row.username !== '') return `@${row.username}`
  return row.id === '' ? 'Somebody' : `User ${row.id}`
}

/** The name of a user by the id. */
export function personName(db: ReadDb, userId: string): string {
  const row = db.get<PersonRow>('SELECT id, name, username FROM user WHERE id = ?', userId)
  return displayName(row ?? { id: userId, name: null, username: null })
}

/** The address the hosts serve an avatar under; null when X gave none. */
export function avatarPath(accountId: string, userId: string, avatarUrl: string | null): string | null {
  return avatarUrl === null ? null : `media/${accountId}/avatar/${userId}`
}

export function toPerson(accountId: string, row: PersonRow & { readonly avatar_url: string | null }): Person {
  return {
    id: row.id,
    name: displayName(row),
    handle: row.username,
    avatar: avatarPath(accountId, row.id, row.avatar_url)
  }
}
