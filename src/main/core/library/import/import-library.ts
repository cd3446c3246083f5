import type {
  ConflictChoice,
  ImportConflict,
  ImportFlag,
  ImportFormat,
  ImportLoss,
  LibraryImportReport
} from '../../../../shared/domain/library/import-report.ts'
import { systemNames } from '../../../../shared/domain/library/import-report.ts'
import { keepUndo } from '../../commands/undo.ts'
import type { WriteDb } from '../../db/database.ts'
import { isVisible, type ReplyRecord, toRecord } from '../reply-record.ts'
import * as library from '../sql.ts'
import type { Writer } from '../save-reply.ts'
import type { Shelf, Shelved } from '../shelf.ts'
import { applyImport } from './apply-import.ts'
import { approveImported, flagBroken, flagBrokenHere } from './approve-imported.ts'
import { flagReplies } from './flag-replies.ts'
import { readNames, withNamesHere } from './import-names.ts'
import type { ImportedReply } from './imported-reply.ts'
import { planImport } from './plan-import.ts'
import type { ReadAll } from './read-files.ts'
import { restoreArchive } from './restore-archive.ts'
import { changeOf, type Written } from './written.ts'
import { yieldShortcuts } from './yield-shortcuts.ts'

interface Choices {
  readonly approve: boolean
  readonly conflicts: ConflictChoice
  /** By id of our reply. */
  readonly choices: Readonly<Record<string, ConflictChoice>>
}

/** Remarks of one kind that a report lists: more would nobody read, and they have to cross to the window. */
const MOST_LISTED = 10_000
const MOST_PREVIEWED = 20

/** Brings in what was read, with one undo for all of it. To be called in a transaction: all of it comes, or nothing. */
export function importLibrary(
  db: WriteDb,
  read: ReadAll,
  choices: Choices,
  given: { shelf: Shelf; writer: Writer }
): LibraryImportReport {
  const { shelf, writer } = given
  const madeTags: string[] = []
  const choiceOf = (reply: string): ConflictChoice =>
    (Object.hasOwn(choices.choices, reply) ? choices.choices[reply] : undefined) ?? choices.conflicts
  const before = shelf.read(db)
  const restored = read.archives.map((archive) => restoreArchive(db, archive, { writer, madeTags, choiceOf }))
  const yielded = yieldShortcuts(
    db,
    before,
    restored.flatMap((each) => each.written),
    writer
  )

  const names = readNames(db)
  const { replies, losses } = withNamesHere(read.replies, names)
  const stays = attachedHere(before, replies)
  const planned = planImport(
    replies,
    read.archives.length > 0 ? shelf.read(db) : before,
    names,
    choiceOf,
    writer.author
  )
  const applied = applyImport(db, planned, { writer, members: byName(names), madeTags })

  const written = [...restored.flatMap((each) => each.written), ...applied]
  const shelved = shelf.read(db)
  const approved = choices.approve ? approveImported(db, before, shelved, written, writer) : 0
  keepOneUndo(db, written, madeTags, { writer, format: read.format })

  const count = (kind: (typeof planned)[number]['kind']): number => planned.filter((plan) => plan.kind === kind).length
  const sum = (pick: (one: (typeof restored)[number]) => number): number =>
    restored.reduce((total, one) => total + pick(one), 0)
  const flags: ImportFlag[] = [
    ...flagReplies(replies, takenShortcuts(before, replies, writer.author)),
    ...yielded,
    ...flagBroken(shelved, written),
    ...flagBrokenHere(before, shelved, written, writer.author)
  ]
  return report(read, replies, {
    new: count('new') + sum((one) => one.new),
    updated: count('update') + sum((one) => one.updated),
    unchanged: count('unchanged') + sum((one) => one.unchanged),
    approved,
    conflicts: [
      ...restored.flatMap((one) => one.conflicts),
      ...planned.flatMap((plan): ImportConflict[] =>
        plan.kind === 'conflict'
          ? [{ reply: plan.current.id, title: plan.incoming.content.title, choice: plan.choice }]
          : []
      )
    ],
    skipped: [...read.skipped, ...restored.flatMap((one) => one.skipped)],
    losses: [...read.losses.filter((loss) => !stays(loss)), ...losses],
    flags
  })
}

/** A table of ours names files without holding them: what the reply has here stays, and nothing is lost. */
function attachedHere(shelved: Shelved, replies: readonly ImportedReply[]): (loss: ImportLoss) => boolean {
  const keyOf = (file: string, line: number | null, name: string): string => `${file}\n${line ?? ''}\n${name}`
  const here = new Set(
    replies.flatMap(({ source, file, line }) => {
      const own = source.system === 'backchannel' ? shelved.replies.get(source.id) : undefined
      const name = own?.newestVersion.content.attachment?.name
      return name === undefined ? [] : [keyOf(file, line, name)]
    })
  )
  return ({ code, file, line, detail }) => code === 'attachment' && here.has(keyOf(file, line, detail))
}

function byName({ members, present }: ReturnType<typeof readNames>): ReadonlyMap<string, string> {
  return new Map([...present.values()].map((id): [string, string] => [members.get(id) ?? '', id]))
}

function keepOneUndo(
  db: WriteDb,
  written: readonly Written[],
  madeTags: readonly string[],
  { writer, format }: { readonly writer: Writer; readonly format: ImportFormat | null }
): void {
  const changes = written.map((each) => changeOf(each, recordNow(db, each.reply), writer.now))
  if (changes.length === 0 || format === null) return
  const system = systemNames[format]
  const label =
    changes.length === 1
      ? `Imported a canned reply from ${system}`
      : `Imported ${changes.length} canned replies from ${system}`
  keepUndo(db, label, { library: changes, madeTags }, writer.now)
}

function recordNow(db: WriteDb, reply: string): ReplyRecord {
  const row = db.get<library.ReplyRow>(library.FIND, reply)
  if (!row) throw new TypeError('What was just written is there.')
  return toRecord(row)
}

/** Of other replies than those that come in anew, as far as this desk sees them. A table of ours names replies by their ids. */
function takenShortcuts(shelved: Shelved, replies: readonly ImportedReply[], me: string): ReadonlySet<string> {
  const coming = new Set(replies.map(({ source }) => `${source.system}\n${source.id}`))
  return new Set(
    [...shelved.replies.values()].flatMap((reply) => {
      const { id, source, newestVersion, approvedVersion } = reply
      const keys = [`backchannel\n${id}`, ...(source === null ? [] : [`${source.system}\n${source.id}`])]
      if (!isVisible(reply, me) || keys.some((key) => coming.has(key))) return []
      return [newestVersion.content.shortcut, approvedVersion?.content.shortcut].flatMap((shortcut) => shortcut ?? [])
    })
  )
}

function report(
  read: ReadAll,
  replies: readonly ImportedReply[],
  done: Pick<
    LibraryImportReport,
    'new' | 'updated' | 'unchanged' | 'approved' | 'conflicts' | 'skipped' | 'losses' | 'flags'
  >
): LibraryImportReport {
  const listed = { skipped: done.skipped, losses: done.losses, flags: done.flags, conflicts: done.conflicts }
  const more = Object.values(listed).reduce((sum, list) => sum + Math.max(0, list.length - MOST_LISTED), 0)
  return {
    ...done,
    format: read.format,
    conflicts: done.conflicts.slice(0, MOST_LISTED),
    skipped: done.skipped.slice(0, MOST_LISTED),
    losses: done.losses.slice(0, MOST_LISTED),
    flags: done.flags.slice(0, MOST_LISTED),
    columns: read.columns.slice(0, 200),
    placeholders: counted(read.placeholders),
    preview: replies.slice(0, MOST_PREVIEWED).map(({ content, placement, usageCount }) => ({
      title: content.title,
      shortcut: content.shortcut,
      folder: placement.folder,
      body: content.body.slice(0, 500),
      uses: usageCount
    })),
    more
  }
}

function counted(mapped: ReadAll['placeholders']): LibraryImportReport['placeholders'] {
  const counts = new Map<string, { from: string; to: string; count: number }>()
  for (const { from, to } of mapped) {
    const known = counts.get(`${from}\n${to}`)
    if (known) known.count += 1
    else counts.set(`${from}\n${to}`, { from: from.slice(0, 200), to: to.slice(0, 200), count: 1 })
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count).slice(0, 500)
}
