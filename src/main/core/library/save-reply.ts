import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ReplyContent, ReplyPlacement } from '../../../shared/domain/library/canned-reply.ts'
import type { WriteDb } from '../db/database.ts'
import { changeRecord, type ReplyRecord, touchReply } from './reply-record.ts'
import { markOutdated } from './outdated.ts'
import { parseContent } from './shelf.ts'
import * as sql from './sql.ts'

export interface Writer {
  /** Id of the member who writes. */
  readonly author: string
  readonly now: number
}

/** Where a reply was imported from; `hash` is of what came. */
interface Origin {
  readonly system: string
  readonly id: string
  readonly hash: string
}

/** Begins a reply, with a first version that is a draft. */
export function createReply(
  db: WriteDb,
  given: { readonly content: ReplyContent; readonly placement: ReplyPlacement; readonly origin?: Origin },
  { author, now }: Writer
): { reply: string; version: string } {
  const { content, placement, origin } = given
  const [reply, version] = [uuidv7(), uuidv7()]
  const { kind, folder, scope, team } = placement
  db.run(
    sql.ADD,
    reply,
    kind,
    JSON.stringify(folder),
    JSON.stringify(uniqueTags(placement.tags)),
    scope,
    team,
    author,
    version,
    now,
    now,
    origin?.system ?? null,
    origin?.id ?? null,
    origin?.hash ?? null
  )
  db.run(sql.ADD_VERSION, version, reply, 1, author, now, JSON.stringify(content))
  touchReply(db, reply)
  return { reply, version }
}

/** Adds a version as the draft; one that says the same as the newest is none. @returns its id */
export function saveVersion(db: WriteDb, record: ReplyRecord, content: ReplyContent, { author, now }: Writer): string {
  const newest = contentOf(db, record.newest)
  const marked = markOutdated(newest, content)
  return JSON.stringify(marked) === JSON.stringify(newest)
    ? record.newest
    : addVersion(db, record, marked, { author, now })
}

/** @returns the id of the new version */
export function addVersion(db: WriteDb, record: ReplyRecord, content: ReplyContent, { author, now }: Writer): string {
  const version = uuidv7()
  const number = db.get<{ number: number }>(sql.NEXT_NUMBER, record.id)?.number ?? 1
  db.run(sql.ADD_VERSION, version, record.id, number, author, now, JSON.stringify(content))
  changeRecord(db, record, { newest: version, pending: 'draft' }, now)
  return version
}

export function contentOf(db: WriteDb, version: string): ReplyContent {
  const row = db.get<{ content: string }>(sql.CONTENT, version)
  if (!row) throw new AppError('not-found', 'This version is not kept any more. Choose another one.')
  return parseContent(row.content)
}

/** The same word in another case is the same tag. */
export function uniqueTags(tags: readonly string[]): string[] {
  const folded = tags.map(foldTag)
  return tags.filter((_, at) => folded.indexOf(folded[at] ?? '') === at)
}

export function foldTag(tag: string): string {
  return tag.normalize('NFC').toLocaleLowerCase('en')
}
