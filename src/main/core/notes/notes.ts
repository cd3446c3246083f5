import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import type { NoteRow } from '../../../shared/contract/rows.ts'
import { conversationKey } from '../../../shared/domain/ids.ts'
import { UNDO_REACHES_MS } from '../commands/undo.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { findConversationKey, refreshConversations } from '../inbox/refresh.ts'
import { foldForIndex } from '../search/fold.ts'
import { mentionsOf, noteMentions } from './mentions.ts'
import * as sql from './sql.ts'

/** @returns the note's id (UUIDv7). @throws {AppError} not-found */
export function addNote(
  db: WriteDb,
  place: { readonly accountId: string; readonly conversationId: string },
  text: string,
  now: number
): string {
  const { accountId, conversationId } = place
  if (findConversationKey(db, accountId, conversationId) === null) {
    throw new AppError('not-found', 'There is no conversation {conversationId}.', { conversationId })
  }
  const id = uuidv7()
  const { key } = db.run(sql.ADD, id, accountId, conversationId, text, now, now)
  db.run(sql.INDEX, key, foldForIndex(text))
  noteMentions(db, place, id, text, now)
  changed(db, accountId, conversationId)
  return id
}

/** @throws {AppError} not-found, also for a note that was deleted */
export function findNote(db: ReadDb, id: string): sql.StoredNote {
  const note = db.get<sql.StoredNote>(sql.FIND, id)
  if (!note || note.deleted_at !== null) throw new AppError('not-found', 'This note is not here any more.')
  return note
}

/** Gives a note this text, or, with null, takes it away. A deleted note comes back with its text. */
export function setNote(db: WriteDb, note: sql.StoredNote, text: string | null, now: number): void {
  db.run(sql.UNINDEX, note.key)
  if (text !== null) db.run(sql.INDEX, note.key, foldForIndex(text))
  db.run(sql.SET, text ?? note.text, now, text === null ? now : null, note.key)
  noteMentions(db, { accountId: note.account_id, conversationId: note.conversation_id }, note.id, text, now)
  changed(db, note.account_id, note.conversation_id)
}

/** A conversation without a message may have its place in the list for its note alone. */
function changed(db: WriteDb, accountId: string, conversationId: string): void {
  const key = findConversationKey(db, accountId, conversationId)
  if (key === null) db.touch(`thread:${conversationKey(accountId, conversationId)}`)
  else refreshConversations(db, [key])
}

/** The notes of a conversation between two moments (ms since 1970, both inclusive), oldest first. */
export function notesBetween(
  db: ReadDb,
  accountId: string,
  conversationId: string,
  from: number,
  to: number
): NoteRow[] {
  return db.all<sql.StoredNote>(sql.BETWEEN, accountId, conversationId, from, to).map((note) => ({
    kind: 'note',
    id: `note:${note.id}`,
    noteId: note.id,
    at: note.created_at,
    text: note.text,
    mentions: mentionsOf(db, note.id),
    editedAt: note.updated_at === note.created_at ? null : note.updated_at
  }))
}

/** When a note was written (ms since 1970); null when it is not here. */
export function noteTime(db: ReadDb, id: string): number | null {
  const note = db.get<sql.StoredNote>(sql.FIND, id)
  return !note || note.deleted_at !== null ? null : note.created_at
}

/** Run at start: what cannot be undone any more is gone for good. */
export function dropDeletedNotes(db: WriteDb, now: number): void {
  db.run(sql.DROP_MENTIONS_OF_DELETED, now - UNDO_REACHES_MS)
  db.run(sql.DROP_DELETED, now - UNDO_REACHES_MS)
}
