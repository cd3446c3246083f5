import { stringify } from 'csv-stringify/sync'
import type { ReplyAction } from '../../../../shared/domain/library/canned-reply.ts'
import { guarded, writeList, writePath } from '../import/table-cells.ts'
import type { ArchivedReply, LibraryArchive } from './library-archive.ts'
import { newestContent } from './newest-content.ts'

/** The plain columns first; the last one says in which language of placeholders the bodies are written. */
const COLUMNS = [
  'title',
  'shortcut',
  'folder',
  'body',
  'language',
  'tags',
  'scope',
  'team',
  'kind',
  'active',
  'effective_from',
  'expires',
  'actions',
  'attachment',
  'id',
  'updated',
  'placeholders'
]

/**
 * A row for each reply and each of its languages, as it is written now. Cells that a spreadsheet would take for a formula get
 * an apostrophe in front, which the import takes away again.
 */
export function writeCsvLibrary({ replies, tags, people }: LibraryArchive): string {
  const names = new Map([...tags, ...people].map(({ id, name }) => [id, name]))
  return stringify([COLUMNS, ...replies.flatMap((reply) => rowsOf(reply, names))])
}

function rowsOf(reply: ArchivedReply, names: ReadonlyMap<string, string>): string[][] {
  const content = newestContent(reply)
  const texts = [{ language: content.language ?? '', body: content.body }, ...content.variants]
  return texts.map(({ language, body }) =>
    [
      content.title,
      content.shortcut ?? '',
      writePath(reply.folder),
      body,
      language,
      writeList(reply.tags),
      reply.scope,
      reply.team ?? '',
      reply.kind,
      String(reply.retiredAt === null),
      isoOf(content.effectiveFrom),
      isoOf(content.expiresAt),
      content.actions.length === 0 ? '' : JSON.stringify(content.actions.map((action) => byName(action, names))),
      content.attachment?.name ?? '',
      reply.id,
      isoOf(reply.updatedAt),
      'backchannel'
    ].map(guarded)
  )
}

function byName(action: ReplyAction, names: ReadonlyMap<string, string>): object {
  if (action.kind === 'tag') return { kind: 'tag', name: names.get(action.tag) ?? action.tag }
  if (action.kind !== 'assign') return action
  return { kind: 'assign', name: action.member === null ? null : (names.get(action.member) ?? action.member) }
}

function isoOf(at: number | null): string {
  return at === null ? '' : new Date(at).toISOString()
}
