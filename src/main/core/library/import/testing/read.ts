import type { ImportFormat } from '../../../../../shared/domain/library/import-report.ts'
import type { ImportedReply, InputFile, ReadReplies } from '../imported-reply.ts'
import { type ReadAll, readFiles } from '../read-files.ts'

/** Files by name: JSON of a value, the text of a string, or bytes. */
function inputFiles(files: Readonly<Record<string, unknown>>): InputFile[] {
  return Object.entries(files).map(([name, content]) => ({
    name,
    bytes:
      content instanceof Uint8Array
        ? content
        : new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content))
  }))
}

export function read(
  files: Readonly<Record<string, unknown>>,
  format: ImportFormat | null = null,
  attributes: readonly string[] = []
): ReadAll {
  const reading = readFiles(inputFiles(files), { format, attributes })
  for (;;) {
    const step = reading.next()
    if (step.done === true) return step.value
  }
}

/** The only reply of the files. */
export function readOne(files: Readonly<Record<string, unknown>>, format: ImportFormat | null = null): ImportedReply {
  const { replies, skipped } = read(files, format)
  const [reply] = replies
  if (!reply || replies.length !== 1) throw new Error(`${replies.length} replies, ${JSON.stringify(skipped)}`)
  return reply
}

/** What was lost, as `code: detail`. */
export function lossesOf({ losses }: Pick<ReadReplies, 'losses'>): string[] {
  return losses.map(({ code, detail }) => (detail === '' ? code : `${code}: ${detail}`)).toSorted()
}
