import { AppError } from '../../../shared/contract/errors.ts'
import type { ReplyKind, ReplyScope } from '../../../shared/domain/library/canned-reply.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import * as sql from './sql.ts'

/** What can be changed of a canned reply without a new version. Times are ms since 1970. */
export interface ReplyFields {
  readonly kind: ReplyKind
  readonly folder: readonly string[]
  readonly tags: readonly string[]
  readonly scope: ReplyScope
  /** For scope `team` only. */
  readonly team: string | null
  /** Id of a member. */
  readonly owner: string
  /** Id of the version that agents insert; null: none yet. */
  readonly approved: string | null
  /** Id of the newest version. */
  readonly newest: string
  /** How far the newest version is; null when it is the approved one. */
  readonly pending: 'draft' | 'in-review' | null
  readonly sentBack: string | null
  readonly retiredAt: number | null
  readonly deletedAt: number | null
  /** Of what was imported last, to tell what was changed since, there and here; null: written here. */
  readonly sourceHash: string | null
}

export interface ReplyRecord extends ReplyFields {
  readonly id: string
  readonly createdAt: number
  readonly updatedAt: number
  readonly source: { readonly system: string; readonly id: string } | null
}

export function toRecord(row: sql.ReplyRow): ReplyRecord {
  return {
    id: row.id,
    kind: row.kind,
    folder: namesOf(row.folder),
    tags: namesOf(row.tags),
    scope: row.scope,
    team: row.team,
    owner: row.owner_id,
    approved: row.approved_id,
    newest: row.newest_id,
    pending: row.pending,
    sentBack: row.sent_back,
    retiredAt: row.retired_at,
    deletedAt: row.deleted_at,
    sourceHash: row.source_hash,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    source:
      row.source_system === null || row.source_id === null ? null : { system: row.source_system, id: row.source_id }
  }
}

/** Most have none, and ten thousand are read at once. */
function namesOf(json: string): readonly string[] {
  return json === '[]' ? [] : (JSON.parse(json) as string[])
}

/** A private reply is shown to its owner alone. */
export function isVisible(reply: Pick<ReplyFields, 'scope' | 'owner'>, me: string): boolean {
  return reply.scope !== 'private' || reply.owner === me
}

/** @throws {AppError} not-found, also for one that was deleted, and for somebody else's private one */
export function findRecord(db: ReadDb, id: string, me: string): ReplyRecord {
  const row = db.get<sql.ReplyRow>(sql.FIND, id)
  const record = row === undefined || row.deleted_at !== null ? null : toRecord(row)
  if (record === null || !isVisible(record, me)) {
    throw new AppError('not-found', 'This canned reply is not here any more.')
  }
  return record
}

/** What a command changed of a reply: enough to go back, and to see whether somebody changed it since. */
export interface ReplyChange {
  readonly reply: string
  readonly before: Partial<ReplyFields>
  readonly after: Partial<ReplyFields>
}

/** @returns null when all of it is so already */
export function changeRecord(
  db: WriteDb,
  record: ReplyRecord,
  change: Partial<ReplyFields>,
  now: number
): ReplyChange | null {
  const names = (Object.keys(change) as (keyof ReplyFields)[]).filter((name) => !isSame(record[name], change[name]))
  if (names.length === 0) return null
  writeRecord(db, { ...record, ...change }, now)
  const only = (from: Partial<ReplyFields>): Partial<ReplyFields> =>
    Object.fromEntries(names.map((name) => [name, from[name]]))
  return { reply: record.id, before: only(record), after: only(change) }
}

export function writeRecord(db: WriteDb, record: ReplyRecord, now: number): void {
  db.run(
    sql.CHANGE,
    record.kind,
    JSON.stringify(record.folder),
    JSON.stringify(record.tags),
    record.scope,
    record.team,
    record.owner,
    record.approved,
    record.newest,
    record.pending,
    record.sentBack,
    record.retiredAt,
    record.deletedAt,
    record.sourceHash,
    now,
    record.id
  )
  touchReply(db, record.id)
}

/** A reply was written: the library in memory reads that one again. */
export function touchReply(db: WriteDb, id: string): void {
  db.touch('library')
  db.touch(`reply:${id}`)
}

export function isSame(a: ReplyFields[keyof ReplyFields] | undefined, b: ReplyFields[keyof ReplyFields] | undefined) {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
