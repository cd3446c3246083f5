import type { ArchiveProblem } from './archive-problem.ts'

/** One file of an archive. `path` is relative to the archive's data folder, with slashes: `direct-messages.js`. */
export interface SourceFile {
  readonly path: string
  /** Unpacked bytes, as declared by the zip or the file system; 0 where not asked for yet (see `sizeOf`). */
  readonly size: number
  /** Why it must not or cannot be read (zip bomb, encrypted, …), or null. */
  readonly problem: ArchiveProblem | null
}

/** Where an archive's files lie: a folder or a zip. Nothing is ever written or unpacked to a named path. */
export interface ArchiveSource {
  readonly files: ReadonlyMap<string, SourceFile>
  /**
   * The unpacked bytes of a file in chunks of at most 128 KiB. Throws an Error with a sentence when the file turns out
   * damaged; everything before the damage has been yielded by then.
   */
  read(file: SourceFile): AsyncGenerator<Buffer, void, undefined>
  /**
   * False when what comes behind a damage in this file can be wrong without looking wrong: a packed entry whose
   * checksum does not fit. Reads it once.
   */
  isTrustworthy(file: SourceFile): Promise<boolean>
  /** Unpacked bytes, as declared. */
  sizeOf(file: SourceFile): Promise<number>
  close(): Promise<void>
}

/** `direct-messages.js`, `direct-messages-part1.js`, `direct-messages-group.js`, older `direct-message.js`. */
const MESSAGE_FILE = /^direct-messages?(?![a-z]).*\.js$/i
const MEDIA_FOLDER = /^direct_messages?(?:_group)?_media$/i

/** Whether a file name of the data folder is one with direct messages (and not one of the text-less header files). */
export function isMessageFile(name: string): boolean {
  return MESSAGE_FILE.test(name) && !/header/i.test(name)
}

/** `direct-message-headers.js` of the 1:1 conversations: who with whom, without texts. */
export function isDirectHeadersFile(name: string): boolean {
  return MESSAGE_FILE.test(name) && /header/i.test(name) && !/group/i.test(name)
}

export function isMediaFolder(name: string): boolean {
  return MEDIA_FOLDER.test(name)
}

/** Whether a path relative to the data folder is of any use to the import. */
export function isWanted(path: string): boolean {
  const parts = path.split('/')
  if (parts.length === 1) return path.toLowerCase().endsWith('.js')
  return parts.length === 2 && isMediaFolder(parts[0] ?? '')
}
