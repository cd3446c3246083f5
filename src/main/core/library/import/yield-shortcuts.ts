import type { ImportFlag } from '../../../../shared/domain/library/import-report.ts'
import type { WriteDb } from '../../db/database.ts'
import { foldShortcut } from '../checks.ts'
import { changeRecord, isVisible, toRecord } from '../reply-record.ts'
import { contentOf, type Writer } from '../save-reply.ts'
import type { Shelved } from '../shelf.ts'
import * as library from '../sql.ts'
import type { Written } from './written.ts'

/**
 * A library that is brought back is approved already. Where a reply of ours that it does not know has the shortcut, ours
 * stays in use and theirs becomes a draft: a fragment of the same name would speak in replies that were approved with ours.
 */
export function yieldShortcuts(
  db: WriteDb,
  before: Shelved,
  written: readonly Written[],
  { author, now }: Writer
): ImportFlag[] {
  const come = new Set(written.map(({ reply }) => reply))
  const taken = new Set(
    [...before.replies.values()].flatMap((reply) => {
      const shortcut = reply.approvedVersion?.content.shortcut ?? null
      const stays = reply.retiredAt === null && isVisible(reply, author) && !come.has(reply.id)
      return shortcut !== null && stays ? [foldShortcut(shortcut)] : []
    })
  )
  if (taken.size === 0) return []
  return written.flatMap(({ reply, file, line }): ImportFlag[] => {
    const row = db.get<library.ReplyRow>(library.FIND, reply)
    const record = row === undefined ? null : toRecord(row)
    if (record === null || record.approved === null || record.retiredAt !== null || !isVisible(record, author))
      return []
    const { shortcut, title } = contentOf(db, record.approved)
    if (shortcut === null || !taken.has(foldShortcut(shortcut))) return []
    changeRecord(db, record, { approved: null, pending: record.pending ?? 'draft' }, now)
    return [{ code: 'shortcut-taken', detail: shortcut, file, line, reply: title }]
  })
}
