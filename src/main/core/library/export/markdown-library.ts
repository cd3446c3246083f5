import type { ArchivedReply, LibraryArchive } from './library-archive.ts'
import { newestContent } from './newest-content.ts'
import { createNames, safeName } from './safe-names.ts'

/** A file to be written; `path` within the folder, with `/`. */
export type ExportedFile =
  | { readonly path: string; readonly text: string }
  /** What a reply takes along, by its hash. */
  | { readonly path: string; readonly hash: string }

/**
 * A file for each reply and each of its languages, in folders as in the library; with front matter that YAML reads. What a
 * reply takes along lies beside it.
 * @param here hashes of the files that can be written
 */
export function writeMarkdownLibrary({ replies }: LibraryArchive, here: ReadonlySet<string>): ExportedFile[] {
  const folderOf = (reply: ArchivedReply): string => reply.folder.map(safeName).join('/')
  const nameIn = createNames(replies.map(folderOf))
  return replies.flatMap((reply) => {
    const { attachment, ...content } = newestContent(reply)
    const folder = folderOf(reply)
    const file = attachment !== null && here.has(attachment.hash) ? attachment : null
    const languages = [
      { ending: '.md', language: content.language, body: content.body },
      ...content.variants.map(({ language, body }) => ({ ending: `.${language}.md`, language, body }))
    ]
    const fileEnding = file === null ? null : endingOf(file.type)
    const name = nameIn(
      folder,
      safeName(content.title),
      [...languages.map(({ ending }) => ending), fileEnding].filter((ending) => ending !== null)
    )
    const base = folder === '' ? name : `${folder}/${name}`
    const beside = file === null ? null : { file: `${name}${fileEnding}`, name: file.name }
    return [
      ...languages.map(({ ending, language, body }) => ({
        path: `${base}${ending}`,
        text: page(reply, language, body, beside)
      })),
      ...(file === null ? [] : [{ path: `${base}${fileEnding}`, hash: file.hash }])
    ]
  })
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': '.jpg',
  'image/tiff': '.tif',
  'video/quicktime': '.mov'
}

/** As a file of this media type is called. */
function endingOf(type: string): string {
  return ENDINGS[type] ?? `.${type.split('/')[1] ?? 'bin'}`
}

function page(
  reply: ArchivedReply,
  language: string | null,
  body: string,
  attachment: { readonly file: string; readonly name: string } | null
): string {
  const content = newestContent(reply)
  const fields: Record<string, unknown> = {
    id: reply.id,
    title: content.title,
    shortcut: content.shortcut,
    language,
    kind: reply.kind,
    folder: reply.folder,
    tags: reply.tags,
    scope: reply.scope,
    team: reply.team,
    stage: reply.retiredAt === null ? (reply.pending ?? 'approved') : 'retired',
    ...(attachment === null ? {} : { attachment })
  }
  // JSON is YAML, whatever a title holds.
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return ['---', ...lines, '---', '', body, ''].join('\n')
}
