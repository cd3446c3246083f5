import type { NoteBefore } from '../commands/undo.ts'
import type { WriteDb } from '../db/database.ts'
import { draftPlace } from '../thread/draft-place.ts'
import { returnToDraft } from '../thread/drafts.ts'
import { setNote } from './notes.ts'
import { FIND, type StoredNote } from './sql.ts'

/** A note becomes what it was; one that was not there yet goes back to where it was written. */
export function undoNote(db: WriteDb, undo: NoteBefore, now: number): void {
  const note = db.get<StoredNote>(FIND, undo.note)
  if (!note) return
  setNote(db, note, undo.text, now)
  if (undo.text === null) returnToDraft(db, draftPlace(undo.conversation, 'note'), note.text, now)
}
