import type { WriteDb } from '../db/database.ts'
import { keepChanges } from './change-replies.ts'
import type { LibraryParts } from './library-parts.ts'
import { changeRecord, findRecord } from './reply-record.ts'
import * as sql from './sql.ts'
import { undoLabels } from './undo-labels.ts'

/** Asks somebody to look at the newest versions. @returns how many were drafts */
export function submitReplies(db: WriteDb, replies: readonly string[], parts: LibraryParts): { changed: number } {
  const drafts = [...new Set(replies)]
    .map((id) => findRecord(db, id, parts.team.me()))
    .filter((record) => record.pending === 'draft')
  for (const record of drafts) changeRecord(db, record, { pending: 'in-review', sentBack: null }, parts.clock.now())
  return { changed: drafts.length }
}

/** Agents insert the newest versions from now on. @returns how many were not approved yet */
export function approveReplies(db: WriteDb, replies: readonly string[], parts: LibraryParts): { changed: number } {
  const now = parts.clock.now()
  const me = parts.team.me()
  const waiting = [...new Set(replies)].map((id) => findRecord(db, id, me)).filter((record) => record.pending !== null)
  const changes = waiting.flatMap((record) => {
    db.run(sql.SET_APPROVED, me, now, record.newest)
    return changeRecord(db, record, { approved: record.newest, pending: null, sentBack: null }, now) ?? []
  })
  keepChanges(db, changes, undoLabels.approved, now)
  return { changed: changes.length }
}
