import type { VersionRow } from '../../../shared/contract/library-rows.ts'
import type { ReplyContent } from '../../../shared/domain/library/canned-reply.ts'
import { listAttributes } from '../attributes/attributes.ts'
import type { ReadDb } from '../db/database.ts'
import type { Live } from '../live/live.ts'
import { keepFragments } from './containment.ts'
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

/** More replies than this are read with all others. */
const MOST_APART = 500

export function createShelf(db: ReadDb, live: Pick<Live, 'listen'>): Shelf {
  const contents = new Map<string, ReplyContent>()
  let current: Shelved | null = null
  /** Ids of those that were written since. */
  const changed = new Set<string>()

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
      const reply = toShelved(row, versions)
      if (reply) replies.set(row.id, reply)
    }
    // What nothing stands on any more is read again when somebody goes back to it.
    for (const id of contents.keys()) if (!versions.has(id)) contents.delete(id)
    return { replies, attributes: listAttributes(from).map(({ name }) => name) }
  }

  function readOne(id: string): ShelvedReply | null {
    const row = db.get<sql.ReplyRow>(sql.FIND, id)
    if (row === undefined || row.deleted_at !== null) return null
    const heads = db.all<sql.VersionHead>(sql.HEADS_OF, row.newest_id, row.approved_id)
    return toShelved(row, new Map(heads.map((head) => [head.id, toVersion(head, contentOf(db, head.id))])))
  }

  /** The others stay the same objects, so that whoever made something of them need not make it again. */
  function withChanged(before: Shelved, ids: ReadonlySet<string>): Shelved {
    const replies = new Map(before.replies)
    let fragments = false
    for (const id of ids) {
      const [was, is] = [before.replies.get(id), readOne(id)]
      if (is) replies.set(id, is)
      else replies.delete(id)
      fragments ||= was?.kind === 'fragment' || is?.kind === 'fragment'
      for (const version of [was?.newest, was?.approved]) {
        if (version && version !== is?.newest && version !== is?.approved) contents.delete(version)
      }
    }
    const after = { replies, attributes: before.attributes }
    if (!fragments) keepFragments(before, after)
    return after
  }

  live.listen((topics) => {
    if (topics.has('attributes')) current = null
    if (!topics.has('library') || current === null) return
    const ids = [...topics].flatMap((topic) => (topic.startsWith(REPLY) ? [topic.slice(REPLY.length)] : []))
    for (const id of ids) changed.add(id)
    if (ids.length === 0 || changed.size > MOST_APART) current = null
  })
  return {
    now() {
      if (current === null) current = read(db)
      else if (changed.size > 0) current = withChanged(current, changed)
      changed.clear()
      return current
    },
    read
  }
}

const REPLY = 'reply:'

function toShelved(row: sql.ReplyRow, versions: ReadonlyMap<string, VersionRow>): ShelvedReply | null {
  const newestVersion = versions.get(row.newest_id)
  if (!newestVersion) return null
  const approvedVersion = row.approved_id === null ? null : (versions.get(row.approved_id) ?? null)
  return { ...toRecord(row), newestVersion, approvedVersion }
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
