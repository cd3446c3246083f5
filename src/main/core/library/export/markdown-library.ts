import type { ArchivedReply, LibraryArchive } from './library-archive.ts'
import { newestContent } from './newest-content.ts'
import { createNames, safeName } from './safe-names.ts'

/** A file to be written; `path` within the folder, with `/`. */
export interface TextFile {
  readonly path: string
  readonly text: string
}

/** A file for each reply and each of its languages, in folders as in the library; with front matter that YAML reads. */
export function writeMarkdownLibrary({ replies }: LibraryArchive): TextFile[] {
  const folderOf = (reply: ArchivedReply): string => reply.folder.map(safeName).join('/')
  const nameIn = createNames(replies.map(folderOf))
  return replies.flatMap((reply) => {
    const content = newestContent(reply)
    const folder = folderOf(reply)
    const texts = [
      { ending: '.md', text: page(reply, content.language, content.body) },
      ...content.variants.map(({ language, body }) => ({
        ending: `.${language}.md`,
        text: page(reply, language, body)
      }))
    ]
    const name = nameIn(
      folder,
      safeName(content.title),
      texts.map(({ ending }) => ending)
    )
    const base = folder === '' ? name : `${folder}/${name}`
    return texts.map(({ ending, text }) => ({ path: `${base}${ending}`, text }))
  })
}

function page(reply: ArchivedReply, language: string | null, body: string): string {
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
    stage: reply.retiredAt === null ? (reply.pending ?? 'approved') : 'retired'
  }
  // JSON is YAML, whatever a title holds.
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
  return ['---', ...lines, '---', '', body, ''].join('\n')
}
