import type { ReplyContent } from '../../../../shared/domain/library/canned-reply.ts'
import type { TagColour } from '../../../../shared/domain/tag.ts'
import type { ReadDb } from '../../db/database.ts'
import { toRecord } from '../reply-record.ts'
import { parseContent } from '../shelf.ts'
import * as sql from '../sql.ts'
import type { ArchivedReply, ArchivedVersion, LibraryArchive } from './library-archive.ts'

const VERSIONS = `
  SELECT v.id, v.reply_id, v.number, v.author_id, v.saved_at, v.approved_by, v.approved_at, v.content
  FROM canned_version v JOIN canned_reply r ON r.id = v.reply_id
  WHERE r.deleted_at IS NULL ORDER BY v.reply_id, v.number`
const PEOPLE = 'SELECT id, name FROM team_member ORDER BY id'
const TAGS = 'SELECT id, name, colour, group_name FROM tag WHERE deleted_at IS NULL ORDER BY id'

interface StoredVersion extends sql.VersionHead {
  readonly content: string
}

interface TagRow {
  readonly id: string
  readonly name: string
  readonly colour: TagColour
  readonly group_name: string | null
}

/** All that is not deleted, private replies of others included, because nothing may be lost; in the order of ids. */
export function readLibrary(db: ReadDb): LibraryArchive {
  const versions = Map.groupBy(db.all<StoredVersion>(VERSIONS), (version) => version.reply_id)
  const replies = db
    .all<sql.ReplyRow>(sql.ALL)
    .map((row) => toArchived(row, (versions.get(row.id) ?? []).map(toArchivedVersion)))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const named = namedIn(replies)
  return {
    people: db.all<{ id: string; name: string }>(PEOPLE).filter(({ id }) => named.people.has(id)),
    tags: db
      .all<TagRow>(TAGS)
      .filter(({ id }) => named.tags.has(id))
      .map(({ id, name, colour, group_name: group }) => ({ id, name, colour, group })),
    replies
  }
}

function toArchived(row: sql.ReplyRow, versions: ArchivedVersion[]): ArchivedReply {
  const { folder, tags, source, sourceHash, deletedAt: _deleted, ...record } = toRecord(row)
  return {
    id: record.id,
    kind: record.kind,
    folder: [...folder],
    tags: [...tags],
    scope: record.scope,
    team: record.team,
    owner: record.owner,
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    retiredAt: record.retiredAt,
    approved: record.approved,
    newest: record.newest,
    pending: record.pending,
    sentBack: record.sentBack,
    source: source === null ? null : { system: source.system, id: source.id, hash: sourceHash },
    versions
  }
}

function toArchivedVersion(row: StoredVersion): ArchivedVersion {
  return {
    id: row.id,
    number: row.number,
    savedAt: row.saved_at,
    author: row.author_id,
    approvedBy: row.approved_by,
    approvedAt: row.approved_at,
    content: inOrder(parseContent(row.content))
  }
}

/** Fields in one order, whoever saved it. */
function inOrder({
  title,
  shortcut,
  body,
  language,
  variants,
  actions,
  effectiveFrom,
  expiresAt,
  attachment
}: ReplyContent): ReplyContent {
  return {
    title,
    shortcut,
    body,
    language,
    variants: variants.map((variant) => ({
      language: variant.language,
      body: variant.body,
      outdated: variant.outdated
    })),
    actions: actions.map(({ kind, ...rest }) => ({ kind, ...rest }) as ReplyContent['actions'][number]),
    effectiveFrom,
    expiresAt,
    attachment:
      attachment === null
        ? null
        : { hash: attachment.hash, name: attachment.name, type: attachment.type, bytes: attachment.bytes }
  }
}

function namedIn(replies: readonly ArchivedReply[]): { people: Set<string>; tags: Set<string> } {
  const [people, tags] = [new Set<string>(), new Set<string>()]
  for (const { owner, versions } of replies) {
    people.add(owner)
    for (const { author, approvedBy, content } of versions) {
      people.add(author)
      if (approvedBy !== null) people.add(approvedBy)
      for (const action of content.actions) {
        if (action.kind === 'tag') tags.add(action.tag)
        else if (action.kind === 'assign' && action.member !== null) people.add(action.member)
      }
    }
  }
  return { people, tags }
}
