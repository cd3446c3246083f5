import type { WriteDb } from '../db/database.ts'
import { foldForIndex } from './fold.ts'

/** Puts a message's text into the index. Called in the transaction that stores the message. */
export function indexMessage(db: WriteDb, key: number, text: string): void {
  if (text !== '') db.run('INSERT INTO message_index (rowid, body) VALUES (?, ?)', key, foldForIndex(text))
}

/** The text of a message was corrected. */
export function reindexMessage(db: WriteDb, key: number, text: string): void {
  db.run('DELETE FROM message_index WHERE rowid = ?', key)
  indexMessage(db, key, text)
}

/** Names change: the row is replaced. */
export function indexUser(db: WriteDb, key: number, name: string, username: string): void {
  db.run('DELETE FROM user_index WHERE rowid = ?', key)
  db.run(
    'INSERT INTO user_index (rowid, name, username) VALUES (?, ?, ?)',
    key,
    foldForIndex(name),
    foldForIndex(username)
  )
}
