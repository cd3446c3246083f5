import { AppError } from '../../../shared/contract/errors.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'

/** Kept for a month: a client that repeats a command later than that has been away longer than X's own memory. */
const KEEP_MS = 30 * 24 * 3_600_000

/** @throws {AppError} conflict when the id was used for another command. */
export function findReceipt(db: ReadDb, commandId: string, name: string): { result: unknown } | null {
  const row = db.get<{ name: string; result: string }>(
    'SELECT name, result FROM receipt WHERE command_id = ?',
    commandId
  )
  if (!row) return null
  if (row.name !== name) throw usedBefore(commandId, row.name)
  return { result: JSON.parse(row.result) as unknown }
}

export function usedBefore(commandId: string, name: string): AppError {
  return new AppError('conflict', 'The command id {commandId} was used for “{name}” before. Use a new one.', {
    commandId,
    name
  })
}

export function keepReceipt(db: WriteDb, commandId: string, name: string, result: unknown, now: number): void {
  db.run(
    'INSERT INTO receipt (command_id, name, result, at) VALUES (?, ?, ?, ?)',
    commandId,
    name,
    JSON.stringify(result ?? null),
    now
  )
}

/** Run at start: receipts are only needed as long as somebody could repeat the command. */
export function dropOldReceipts(db: WriteDb, now: number): void {
  db.run('DELETE FROM receipt WHERE at < ?', now - KEEP_MS)
}
