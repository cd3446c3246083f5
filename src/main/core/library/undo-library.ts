import type { WriteDb } from '../db/database.ts'
import { isSame, type ReplyChange, type ReplyFields, toRecord, writeRecord } from './reply-record.ts'
import { foldTag } from './save-reply.ts'
import * as sql from './sql.ts'

/** What belongs together: one part of it would mean something else beside the other. */
const TOGETHER: readonly (readonly (keyof ReplyFields)[])[] = [
  ['kind'],
  ['folder'],
  ['scope', 'team'],
  ['owner'],
  ['approved'],
  ['newest', 'pending'],
  ['sentBack'],
  ['retiredAt'],
  ['deletedAt'],
  ['sourceHash']
]

/** Takes back what a command changed, where nobody has changed it since. */
export function undoLibrary(db: WriteDb, changes: readonly ReplyChange[], now: number): void {
  for (const change of changes) undoOne(db, change, now)
  db.touch('library')
}

function undoOne(db: WriteDb, { reply, before, after }: ReplyChange, now: number): void {
  const row = db.get<sql.ReplyRow>(sql.FIND, reply)
  if (!row) return
  const current = toRecord(row)
  const standing = TOGETHER.filter((group) =>
    group.every((name) => !(name in after) || isSame(current[name], after[name]))
  )
  const restored: Partial<ReplyFields> = Object.fromEntries(
    standing.flat().flatMap((name) => (name in before ? [[name, before[name]]] : []))
  )
  const next = { ...current, ...restored }
  const tags = before.tags && after.tags ? tagsBefore(current.tags, before.tags, after.tags) : current.tags
  // A version that was approved is pending again, unless a newer one is.
  const pending = next.approved === next.newest ? null : (next.pending ?? 'draft')
  writeRecord(db, { ...next, tags, pending }, now)
  if ('approved' in restored && after.approved) db.run(sql.SET_APPROVED, null, null, after.approved)
}

/** Tags that came later stay, and those that were taken away later stay away. */
function tagsBefore(current: readonly string[], before: readonly string[], after: readonly string[]): string[] {
  const folded = (tags: readonly string[]): Set<string> => new Set(tags.map(foldTag))
  const [had, has, now] = [folded(before), folded(after), folded(current)]
  const kept = current.filter((tag) => had.has(foldTag(tag)) || !has.has(foldTag(tag)))
  const back = before.filter((tag) => !has.has(foldTag(tag)) && !now.has(foldTag(tag)))
  return [...kept, ...back]
}
