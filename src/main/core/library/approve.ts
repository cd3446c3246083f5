import type { ReplyContent } from '../../../shared/domain/library/canned-reply.ts'
import type { WriteDb } from '../db/database.ts'
import { keepChanges } from './change-replies.ts'
import { refuseBreaking, refuseBroken, refuseTakenShortcuts, touchesFragments, withChanged } from './checks.ts'
import { refuseMissingFiles } from './files/kept-files.ts'
import type { LibraryParts } from './library-parts.ts'
import { changeRecord, findRecord, type ReplyRecord } from './reply-record.ts'
import type { Shelved, ShelvedReply } from './shelf.ts'
import * as sql from './sql.ts'
import { undoLabels } from './undo-labels.ts'

/**
 * Asks somebody to look at the newest versions.
 * @returns how many were drafts
 * @throws {AppError} not-found, not-allowed for one that has a mistake, and then nothing is changed
 */
export function submitReplies(
  db: WriteDb,
  replies: readonly string[],
  { shelf, team, clock }: LibraryParts
): { changed: number } {
  const drafts = pending(db, replies, team.me()).filter((record) => record.pending === 'draft')
  const before = shelf.read(db)
  refuseBroken(approved(before, drafts), shelvedOf(before, drafts))
  refuseMissingFiles(db, contentsOf(before, drafts))
  for (const record of drafts) changeRecord(db, record, { pending: 'in-review', sentBack: null }, clock.now())
  return { changed: drafts.length }
}

/**
 * Agents insert the newest versions from now on.
 * @returns how many were not approved yet
 * @throws {AppError} not-found, conflict for a shortcut that another reply has, not-allowed for one that has a mistake or
 * would break another one, and then nothing is changed
 */
export function approveReplies(
  db: WriteDb,
  replies: readonly string[],
  { shelf, team, clock }: LibraryParts
): { changed: number } {
  const [me, now] = [team.me(), clock.now()]
  const waiting = pending(db, replies, me)
  const before = shelf.read(db)
  // Those that are approved together may contain each other.
  const after = approved(before, waiting)
  refuseBroken(after, shelvedOf(before, waiting))
  refuseMissingFiles(db, contentsOf(before, waiting))
  const inUse = waiting.filter(({ retiredAt }) => retiredAt === null).map(({ id }) => id)
  refuseTakenShortcuts(after, new Set(inUse), me)
  if (touchesFragments(before, inUse)) refuseBreaking(before, after, me)
  const changes = waiting.flatMap((record) => {
    db.run(sql.SET_APPROVED, me, now, record.newest)
    return changeRecord(db, record, { approved: record.newest, pending: null, sentBack: null }, now) ?? []
  })
  keepChanges(db, changes, undoLabels.approved, now)
  return { changed: changes.length }
}

function pending(db: WriteDb, replies: readonly string[], me: string): ReplyRecord[] {
  return [...new Set(replies)].map((id) => findRecord(db, id, me)).filter((record) => record.pending !== null)
}

function shelvedOf(shelved: Shelved, records: readonly ReplyRecord[]): ShelvedReply[] {
  return records.flatMap(({ id }) => shelved.replies.get(id) ?? [])
}

function contentsOf(shelved: Shelved, records: readonly ReplyRecord[]): ReplyContent[] {
  return shelvedOf(shelved, records).map(({ newestVersion }) => newestVersion.content)
}

function approved(shelved: Shelved, records: readonly ReplyRecord[]): Shelved {
  const ids = records.map(({ id }) => id)
  return withChanged(shelved, ids, (reply) => ({
    ...reply,
    approved: reply.newest,
    approvedVersion: reply.newestVersion,
    pending: null
  }))
}
