import { v7 as uuidv7 } from 'uuid'
import type { UndoRow } from '../../../shared/contract/rows.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'

/** How far back undo reaches. */
const KEEP_MS = 7 * 24 * 3_600_000

/** A state to go back to, per conversation. `null` means that there was no state row yet. */
export interface StateBefore {
  readonly conversation: string
  readonly status: 'open' | 'resolved'
  readonly statusAt: number
  readonly readToAt: number
  readonly markedUnread: number
}

/** Records how a command can be taken back, in the command's own transaction; survives a restart. */
export function keepUndo(db: WriteDb, label: string, before: readonly StateBefore[], now: number): void {
  db.run(
    'INSERT INTO undo_entry (id, label, payload, at) VALUES (?, ?, ?, ?)',
    uuidv7(),
    label,
    JSON.stringify(before),
    now
  )
  db.touch('undo')
}

interface UndoEntry {
  readonly id: string
  readonly label: string
  readonly payload: string
  readonly at: number
}

const NEXT =
  'SELECT id, label, payload, at FROM undo_entry WHERE undone_at IS NULL AND at >= ? ORDER BY sequence DESC LIMIT 1'

/** Takes the newest entry that is not undone; each can be taken once, whichever window asks. */
export function takeUndo(db: WriteDb, now: number): { label: string; before: StateBefore[] } | null {
  const entry = db.get<UndoEntry>(NEXT, now - KEEP_MS)
  if (!entry) return null
  db.run('UPDATE undo_entry SET undone_at = ? WHERE id = ?', now, entry.id)
  db.touch('undo')
  return { label: entry.label, before: JSON.parse(entry.payload) as StateBefore[] }
}

export function nextUndo(db: ReadDb, now: number): UndoRow[] {
  const entry = db.get<UndoEntry>(NEXT, now - KEEP_MS)
  return entry ? [{ id: entry.id, label: entry.label, at: entry.at }] : []
}

export function dropOldUndo(db: WriteDb, now: number): void {
  db.run('DELETE FROM undo_entry WHERE at < ?', now - KEEP_MS)
}
