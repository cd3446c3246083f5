import type { VersionRow } from '../../../shared/contract/library-rows.ts'
import type { ReplyContent } from '../../../shared/domain/library/canned-reply.ts'
import { listAttributes } from '../attributes/attributes.ts'
import type { ReadDb } from '../db/database.ts'
import type { Live } from '../live/live.ts'
import { type ReplyRecord, toRecord } from './reply-record.ts'
import * as sql from './sql.ts'

/** A canned reply with what is written in it. */
export interface ShelvedReply extends ReplyRecord {
  readonly newestVersion: VersionRow
  /** What agents insert, when it is not retired. */
  readonly approvedVersion: VersionRow | null
}

/** The whole library at one moment. */
export interface Shelved {
  /** All that are not deleted, those of others included, by id. */
  readonly replies: ReadonlyMap<string, ShelvedReply>
  /** Names of the attributes that templates may name. */
  readonly attributes: readonly string[]
}

/** The library in memory. What a version says never changes: it is read and parsed once. */
export interface Shelf {
  /** As it was committed last. */
  now(): Shelved
  /** As it is inside of a transaction, what that has changed included. */
  read(db: ReadDb): Shelved
}

export function createShelf(db: ReadDb, live: Pick<Live, 'listen'>): Shelf {
  const contents = new Map<string, ReplyContent>()
  let current: Shelved | null = null

  function contentOf(from: ReadDb, version: string): ReplyContent {
    const known = contents.get(version)
    if (known) return known
    const content = parseContent(from.get<{ content: string }>(sql.CONTENT, version)?.content ?? '{}')
    contents.set(version, content)
    return content
  }

  function read(from: ReadDb): Shelved {
    const versions = new Map(
      from
        .all<sql.VersionHead>(sql.HEADS)
        .map((head): [string, VersionRow] => [head.id, toVersion(head, contentOf(from, head.id))])
    )
    const replies = new Map<string, ShelvedReply>()
    for (const row of from.all<sql.ReplyRow>(sql.ALL)) {
      const newestVersion = versions.get(row.newest_id)
      if (!newestVersion) continue
      const approvedVersion = row.approved_id === null ? null : (versions.get(row.approved_id) ?? null)
      replies.set(row.id, { ...toRecord(row), newestVersion, approvedVersion })
    }
    // What nothing stands on any more is read again when somebody goes back to it.
    for (const id of contents.keys()) if (!versions.has(id)) contents.delete(id)
    return { replies, attributes: listAttributes(from).map(({ name }) => name) }
  }

  live.listen((topics) => {
    if (topics.has('library') || topics.has('attributes')) current = null
  })
  return {
    now() {
      current ??= read(db)
      return current
    },
    read
  }
}

export function parseContent(json: string): ReplyContent {
  const content = JSON.parse(json) as ReplyContent
  // Those from before replies could take a file along.
  return 'attachment' in content ? content : { ...(content as Omit<ReplyContent, 'attachment'>), attachment: null }
}

export function toVersion(head: sql.VersionHead, content: ReplyContent): VersionRow {
  return {
    id: head.id,
    number: head.number,
    content,
    savedAt: head.saved_at,
    author: head.author_id,
    approvedBy: head.approved_by,
    approvedAt: head.approved_at
  }
}
