import { keepUndo } from '../commands/undo.ts'
import type { WriteDb } from '../db/database.ts'
import { changeRecord, findRecord, type ReplyChange, type ReplyFields, type ReplyRecord } from './reply-record.ts'
import { contentOf } from './save-reply.ts'

interface Changer {
  /** Id of who sits at this desk. */
  readonly me: string
  readonly now: number
  /** What the undo is called, for the title of the one reply, or for how many. */
  readonly label: (what: string | number) => string
}

/**
 * Changes replies in one transaction with one undo.
 * @returns how many were not so already
 * @throws {AppError} not-found, and then nothing is changed
 */
export function changeReplies(
  db: WriteDb,
  replies: readonly string[],
  { me, now, label }: Changer,
  change: (record: ReplyRecord) => Partial<ReplyFields>
): { changed: number } {
  const changes = [...new Set(replies)].flatMap((id) => {
    const record = findRecord(db, id, me)
    return changeRecord(db, record, change(record), now) ?? []
  })
  keepChanges(db, changes, label, now)
  return { changed: changes.length }
}

export function keepChanges(db: WriteDb, changes: readonly ReplyChange[], label: Changer['label'], now: number): void {
  const [first] = changes
  if (!first) return
  keepUndo(db, label(changes.length === 1 ? titleOf(db, first) : changes.length), { library: changes }, now)
}

function titleOf(db: WriteDb, change: ReplyChange): string {
  return contentOf(db, newestOf(db, change.reply)).title
}

function newestOf(db: WriteDb, reply: string): string {
  return db.get<{ newest: string }>('SELECT newest_id AS newest FROM canned_reply WHERE id = ?', reply)?.newest ?? ''
}
