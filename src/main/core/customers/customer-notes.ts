import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import type { CustomerNoteRow } from '../../../shared/contract/customer-rows.ts'
import { conversationKey } from '../../../shared/domain/ids.ts'
import { UNDO_REACHES_MS } from '../commands/undo.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { sameCustomer } from './links.ts'

/** What a note about a customer was; `text` null: it was not there. */
export interface CustomerNoteBefore {
  readonly note: string
  readonly text: string | null
}

interface Stored {
  readonly id: string
  readonly text: string
  readonly created_at: number
  readonly updated_at: number
}

const OF_USER = `
  SELECT id, text, created_at, updated_at FROM customer_note
  WHERE user_id = ? AND deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 100`
const IN_CONVERSATIONS = `
  SELECT n.id, n.text, n.created_at, n.updated_at, n.account_id, n.conversation_id, c.title
  FROM conversation c JOIN note n ON n.account_id = c.account_id AND n.conversation_id = c.id
  WHERE c.peer_id = ? AND n.deleted_at IS NULL ORDER BY n.created_at DESC, n.id DESC LIMIT 100`
const FIND = 'SELECT id, text, created_at, updated_at FROM customer_note WHERE id = ? AND deleted_at IS NULL'
const ADD = 'INSERT INTO customer_note (id, user_id, text, created_at, updated_at) VALUES (?, ?, ?, ?, ?)'
const SET = 'UPDATE customer_note SET text = ?, deleted_at = NULL, updated_at = ? WHERE id = ?'
const DELETE = 'UPDATE customer_note SET deleted_at = ?, updated_at = ? WHERE id = ?'
const DROP = 'DELETE FROM customer_note WHERE deleted_at < ?'

/** What is noted about a user itself, newest first. */
export function pinnedNotes(db: ReadDb, user: string): { id: string; text: string; at: number }[] {
  return db.all<Stored>(OF_USER, user).map(({ id, text, created_at: at }) => ({ id, text, at }))
}

export function notesAbout(db: ReadDb, user: string): CustomerNoteRow[] {
  const users = sameCustomer(db, user)
  const pinned = users
    .flatMap((id) => db.all<Stored>(OF_USER, id))
    .map((row) => ({ ...toRow(row), conversation: null, title: null }))
  const written = users
    .flatMap((id) =>
      db.all<Stored & { account_id: string; conversation_id: string; title: string }>(IN_CONVERSATIONS, id)
    )
    .map((row) => ({
      ...toRow(row),
      conversation: conversationKey(row.account_id, row.conversation_id),
      title: row.title
    }))
  return [...pinned.toSorted((a, b) => b.at - a.at), ...written.toSorted((a, b) => b.at - a.at)]
}

function toRow(row: Stored): Pick<CustomerNoteRow, 'id' | 'text' | 'at' | 'editedAt'> {
  const edited = row.updated_at > row.created_at
  return { id: row.id, text: row.text, at: row.created_at, editedAt: edited ? row.updated_at : null }
}

export function addCustomerNote(db: WriteDb, user: string, text: string, now: number): CustomerNoteBefore {
  const note = uuidv7()
  db.run(ADD, note, user, text, now, now)
  db.touch('customers')
  return { note, text: null }
}

/** @param text null deletes it @throws {AppError} not-found */
export function changeCustomerNote(db: WriteDb, note: string, text: string | null, now: number): CustomerNoteBefore {
  const stored = db.get<Stored>(FIND, note)
  if (!stored) throw new AppError('not-found', 'This note is not here any more.')
  setCustomerNote(db, note, text, now)
  return { note, text: stored.text }
}

/** Also the way back. */
export function setCustomerNote(db: WriteDb, note: string, text: string | null, now: number): void {
  if (text === null) db.run(DELETE, now, now, note)
  else db.run(SET, text, now, note)
  db.touch('customers')
}

export function dropDeletedCustomerNotes(db: WriteDb, now: number): void {
  db.run(DROP, now - UNDO_REACHES_MS)
}
