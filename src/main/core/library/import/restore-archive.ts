import type { ConflictChoice, ImportConflict, ImportSkip } from '../../../../shared/domain/library/import-report.ts'
import type { ReplyAction, ReplyContent } from '../../../../shared/domain/library/canned-reply.ts'
import type { WriteDb } from '../../db/database.ts'
import { foldName } from '../../search/fold.ts'
import * as tags from '../../tags/sql.ts'
import type { ArchivedReply } from '../export/library-archive.ts'
import { changeRecord, isVisible, type ReplyFields, type ReplyRecord, toRecord, touchReply } from '../reply-record.ts'
import { addVersion, contentOf, createReply, type Writer } from '../save-reply.ts'
import * as library from '../sql.ts'
import type { ReadArchive } from './read-archive.ts'
import * as sql from './sql.ts'
import type { Written } from './written.ts'

export interface Restored {
  readonly written: readonly Written[]
  readonly new: number
  readonly updated: number
  readonly unchanged: number
  readonly conflicts: readonly ImportConflict[]
  readonly skipped: readonly ImportSkip[]
}

interface Restoring {
  readonly writer: Writer
  readonly madeTags: string[]
  readonly choiceOf: (reply: string) => ConflictChoice
}

/** Brings a library of ours back, versions and all. What is newer here stays. */
export function restoreArchive(db: WriteDb, archive: ReadArchive, given: Restoring): Restored {
  for (const { id, name } of archive.people) db.run(sql.ADD_FORMER_MEMBER, id, name, 0, 0, given.writer.now)
  const tagIds = new Map(archive.tags.map((tag): [string, string] => [tag.id, tagOf(db, tag, given)]))
  const written: Written[] = []
  const conflicts: ImportConflict[] = []
  const skipped: ImportSkip[] = []
  const counts = { new: 0, updated: 0, unchanged: 0 }
  for (const archived of archive.replies) {
    const reply = withTags(archived, tagIds)
    const record = recordOf(db, reply)
    const about = { file: archive.file, line: null }
    if (reply.versions.some(({ id }) => isOfAnother(db, id, reply.id))) {
      skipped.push({ ...about, code: 'does-not-fit', detail: 'versions', reply: newestOf(reply).title })
      continue
    }
    if (record === null) {
      insert(db, reply)
      counts.new += 1
      written.push({ ...about, reply: reply.id, before: null, approvable: false })
      continue
    }
    const relation = compare(db, record, reply, given.writer.author)
    if (relation === 'same') counts.unchanged += 1
    else if (relation === 'ahead') {
      catchUp(db, record, reply, given.writer)
      counts.updated += 1
      written.push({ ...about, reply: record.id, before: record, approvable: false })
    } else {
      const choice = given.choiceOf(record.id)
      conflicts.push({ reply: record.id, title: newestOf(reply).title, choice })
      const settled = settle(db, record, reply, { choice, writer: given.writer })
      // What was a draft there, or retired, is not approved by coming here.
      const approvable = reply.pending === null && reply.retiredAt === null
      if (settled) written.push({ ...about, ...settled, approvable })
    }
  }
  return { written, ...counts, conflicts, skipped }
}

/** The team's tag of the same id or name, or a new one. */
function tagOf(
  db: WriteDb,
  { id, name, colour, group }: ReadArchive['tags'][number],
  { writer, madeTags }: Restoring
): string {
  if (db.get(sql.HAS_TAG, id)) return id
  const known = db.get<{ id: string }>(tags.BY_NAME, foldName(name))
  if (known) return known.id
  db.run(tags.ADD, id, name, foldName(name), colour, group, writer.now, writer.now)
  db.touch('tags')
  madeTags.push(id)
  return id
}

function withTags(reply: ArchivedReply, ids: ReadonlyMap<string, string>): ArchivedReply {
  const actionOf = (action: ReplyAction): ReplyAction =>
    action.kind === 'tag' ? { ...action, tag: ids.get(action.tag) ?? action.tag } : action
  return {
    ...reply,
    versions: reply.versions.map((version) => ({
      ...version,
      content: { ...version.content, actions: version.content.actions.map(actionOf) }
    }))
  }
}

/** The same reply here: by its id, or by where both were imported from. */
function recordOf(db: WriteDb, { id, source }: ArchivedReply): ReplyRecord | null {
  const own = db.get<library.ReplyRow>(library.FIND, id)
  const same = source === null ? undefined : db.get<library.ReplyRow>(library.FIND_SOURCE, source.system, source.id)
  const row = own?.deleted_at === null ? own : (same ?? own)
  return row === undefined ? null : toRecord(row)
}

/** `same`: nothing to do, also when ours is newer. `ahead`: all that is here is in the file, too. `apart`: both went on. */
function compare(db: WriteDb, record: ReplyRecord, reply: ArchivedReply, me: string): 'same' | 'ahead' | 'apart' {
  if (!isVisible(record, me)) return 'same'
  if (record.id !== reply.id) {
    return JSON.stringify(contentOf(db, record.newest)) === JSON.stringify(newestOf(reply)) ? 'same' : 'apart'
  }
  if (record.deletedAt !== null) return 'ahead'
  const here = new Set(db.all<{ id: string }>(sql.VERSION_IDS, record.id).map(({ id }) => id))
  const there = new Set(reply.versions.map(({ id }) => id))
  const allHere = there.isSubsetOf(here)
  const allThere = here.isSubsetOf(there)
  if (allHere && (record.updatedAt > reply.updatedAt || isAlike(record, reply))) return 'same'
  return allThere && record.updatedAt <= reply.updatedAt ? 'ahead' : 'apart'
}

function isAlike(record: ReplyRecord, reply: ArchivedReply): boolean {
  const fields = Object.entries(fieldsOf(reply)) as [keyof ReplyFields, unknown][]
  return fields.every(([name, value]) => JSON.stringify(record[name]) === JSON.stringify(value))
}

function fieldsOf({ source, ...reply }: ArchivedReply): ReplyFields {
  const { kind, folder, tags: words, scope, team, owner, approved, newest, pending, sentBack, retiredAt } = reply
  const sourceHash = source?.hash ?? null
  return {
    kind,
    folder,
    tags: words,
    scope,
    team,
    owner,
    approved,
    newest,
    pending,
    sentBack,
    retiredAt,
    deletedAt: null,
    sourceHash
  }
}

function insert(db: WriteDb, reply: ArchivedReply): void {
  const { source } = reply
  db.run(
    sql.ADD_REPLY,
    reply.id,
    reply.kind,
    JSON.stringify(reply.folder),
    JSON.stringify(reply.tags),
    reply.scope,
    reply.team,
    reply.owner,
    reply.approved,
    reply.newest,
    reply.pending,
    reply.sentBack,
    reply.createdAt,
    reply.updatedAt,
    reply.retiredAt,
    source?.system ?? null,
    source?.id ?? null,
    source?.hash ?? null
  )
  addVersions(db, reply)
}

/** Only in a file that somebody changed by hand. */
function isOfAnother(db: WriteDb, version: string, reply: string): boolean {
  const owner = db.get<{ reply: string }>(sql.REPLY_OF_VERSION, version)
  return owner !== undefined && owner.reply !== reply
}

/** Ids of versions are drawn at random: one that is here already is the same. Both desks may have counted on from one. */
function addVersions(db: WriteDb, reply: ArchivedReply): void {
  const numberOf = (number: number): number =>
    db.get(sql.HAS_NUMBER, reply.id, number) === undefined
      ? number
      : (db.get<{ number: number }>(library.NEXT_NUMBER, reply.id)?.number ?? number)
  for (const { id, number, content, author, savedAt, approvedBy, approvedAt } of reply.versions) {
    if (db.get(sql.REPLY_OF_VERSION, id)) {
      if (approvedBy !== null) db.run(library.SET_APPROVED, approvedBy, approvedAt, id)
    } else
      db.run(
        sql.ADD_VERSION,
        id,
        reply.id,
        numberOf(number),
        JSON.stringify(content),
        author,
        savedAt,
        approvedBy,
        approvedAt
      )
  }
  touchReply(db, reply.id)
}

function catchUp(db: WriteDb, record: ReplyRecord, reply: ArchivedReply, { now }: Writer): void {
  addVersions(db, reply)
  changeRecord(db, record, fieldsOf(reply), now)
}

/** @returns what was written; null when ours stays alone */
function settle(
  db: WriteDb,
  record: ReplyRecord,
  reply: ArchivedReply,
  { choice, writer }: { readonly choice: ConflictChoice; readonly writer: Writer }
): Pick<Written, 'reply' | 'before'> | null {
  const content = newestOf(reply)
  const { kind, folder, tags: words, scope, team } = reply
  if (choice === 'keep') return null
  if (choice === 'both') {
    const placement = { kind, folder, tags: words, scope, team }
    return { reply: createReply(db, { content, placement }, writer).reply, before: null }
  }
  addVersion(db, record, content, writer)
  const row = db.get<library.ReplyRow>(library.FIND, record.id)
  if (row) changeRecord(db, toRecord(row), { kind, folder, tags: words, scope, team }, writer.now)
  return { reply: record.id, before: record }
}

function newestOf({ versions, newest }: ArchivedReply): ReplyContent {
  const found = versions.find(({ id }) => id === newest)
  if (!found) throw new TypeError('The shape of the file was checked.')
  return found.content
}
