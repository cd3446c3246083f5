import { Readable } from 'node:stream'
import type { ArchiveLimits } from './archive-limits.ts'
import { errorText } from './archive-problem.ts'
import type { ArchiveSource } from './archive-source.ts'
import type { SkipLog } from './skip-log.ts'
import { sentence } from './skip-log.ts'

/** A picture or video of the archive. `stream` fails with a sentence when the file turns out damaged. */
export interface ArchiveMedia {
  /** Bytes, as declared; a zip's stream never gives more. */
  readonly size: number
  readonly stream: Readable
}

/** Only files found while listing the archive can be opened, so that no path leads out of it. Null: not to be had. */
export async function openMedia(
  source: ArchiveSource,
  localFile: string,
  limits: ArchiveLimits,
  skipped: SkipLog
): Promise<ArchiveMedia | null> {
  const file = source.files.get(localFile)
  if (file === undefined || !localFile.includes('/')) return null
  try {
    if (file.problem !== null) throw new Error(file.problem.message)
    const size = await source.sizeOf(file)
    if (size > limits.mediaBytes) throw new Error(`It was refused: it is larger than ${limits.mediaBytes >> 20} MB.`)
    return { size, stream: Readable.from(source.read(file), { objectMode: false }) }
  } catch (error) {
    skipped.add(localFile, sentence(errorText(error)))
    return null
  }
}
