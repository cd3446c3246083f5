import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import * as yauzl from 'yauzl'
import type { ArchiveLimits } from './archive-limits.ts'
import type { ArchiveProblem } from './archive-problem.ts'
import { errorText, notAnArchive, refused, unreadable } from './archive-problem.ts'
import type { ArchiveSource, SourceFile } from './archive-source.ts'
import { isMessageFile, isWanted } from './archive-source.ts'
import type { SkipLog } from './skip-log.ts'
import { quoted } from './skip-log.ts'
import { isIntact, readZipEntry } from './zip-entry.ts'
import { ZipFileReader } from './zip-file-reader.ts'
import { findDataPrefix, unsafeName } from './zip-names.ts'

/** Lists the .zip that X sent. Entries are read where they lie; nothing is unpacked to disk. */
export async function openZip(
  path: string,
  limits: ArchiveLimits,
  skipped: SkipLog
): Promise<ArchiveSource | ArchiveProblem> {
  let file: FileHandle
  let first: string
  try {
    file = await open(path, 'r')
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    first = buffer.toString('latin1', 0, bytesRead)
  } catch (error) {
    return unreadable(`${path} cannot be read: ${errorText(error)}. Check the permissions of the file.`)
  }
  if (!first.startsWith('PK')) {
    await file.close()
    return notAnArchive(path)
  }
  const reader = new ZipFileReader(file)
  let zip: yauzl.ZipFile
  try {
    const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false }
    zip = await yauzl.fromRandomAccessReaderPromise(reader, (await file.stat()).size, options)
  } catch (error) {
    await file.close()
    return unreadable(
      /end of central directory/i.test(errorText(error))
        ? `${path} is cut off: the list of files at the end of the zip is missing. Copy or download it again.`
        : `${path} is a damaged zip (${errorText(error)}). Copy or download it again.`
    )
  }
  // yauzl reports a failing close as an event; without a listener it would end the process.
  zip.on('error', () => {})
  const entries = new Map<string, yauzl.Entry>()
  const listing = await listEntries(zip, path, entries, limits, skipped)
  if (listing !== null) {
    zip.close()
    return listing
  }
  const prefix = findDataPrefix(entries.keys())
  if (prefix === null) {
    zip.close()
    return notAnArchive(path)
  }
  return zipSource(zip, reader, entries, prefix, limits)
}

/** Fills `entries` with what may be of use, by full name. Returns why the zip as a whole is out of the question. */
async function listEntries(
  zip: yauzl.ZipFile,
  path: string,
  entries: Map<string, yauzl.Entry>,
  limits: ArchiveLimits,
  skipped: SkipLog
): Promise<ArchiveProblem | null> {
  if (zip.entryCount > limits.entries) {
    return refused(`${path} was refused: it claims to hold ${zip.entryCount} files, which no X archive does.`)
  }
  try {
    for await (const entry of zip.eachEntry()) {
      const name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true)
      const unsafe = unsafeName(name)
      if (unsafe !== null) skipped.add(quoted(name), `${unsafe} It was refused.`)
      else if (!mayBeWanted(name)) continue
      else if (entries.has(name)) skipped.add(name, 'The zip holds it twice; the first one was read.')
      else entries.set(name, slim(entry))
    }
    return null
  } catch (error) {
    if (/strong encryption/i.test(errorText(error))) return encrypted(path)
    if (![...entries.keys()].some((name) => isMessageFile(name.slice(name.lastIndexOf('/') + 1)))) {
      return unreadable(`${path} is a damaged zip (${errorText(error)}). Copy or download it again.`)
    }
    skipped.add(
      path,
      `The list of files inside the zip is damaged (${errorText(error)}); what it names before was read.`
    )
    return null
  }
}

/** The data folder is not known yet while listing, so every script and every file of a media folder is kept. */
function mayBeWanted(name: string): boolean {
  const parts = name.split('/')
  const file = parts.at(-1) ?? ''
  return file !== '' && (isWanted(file) || isWanted(`${parts.at(-2) ?? ''}/${file}`))
}

function encrypted(path: string): ArchiveProblem {
  return unreadable(`${path} is locked with a password. Unpack it first and choose the folder.`)
}

/** Keeps of an entry what opening it needs: a zip with 100,000 pictures would hold 100 MB of names and extras else. */
function slim(entry: yauzl.Entry): yauzl.Entry {
  const { compressedSize, uncompressedSize, crc32, compressionMethod, relativeOffsetOfLocalHeader } = entry
  const { generalPurposeBitFlag, externalFileAttributes } = entry
  return Object.assign(new yauzl.Entry(), {
    compressedSize,
    uncompressedSize,
    crc32,
    compressionMethod,
    relativeOffsetOfLocalHeader,
    generalPurposeBitFlag,
    externalFileAttributes
  })
}

function zipSource(
  zip: yauzl.ZipFile,
  reader: ZipFileReader,
  all: ReadonlyMap<string, yauzl.Entry>,
  prefix: string,
  limits: ArchiveLimits
): ArchiveSource {
  const files = new Map<string, SourceFile>()
  for (const [name, entry] of all) {
    const path = name.slice(prefix.length)
    if (!name.startsWith(prefix) || !isWanted(path)) continue
    files.set(path, { path, size: entry.uncompressedSize, problem: entryProblem(path, entry, limits) })
  }
  return {
    files,
    async *read(file) {
      const entry = all.get(prefix + file.path)
      if (entry === undefined) throw new Error('It is not in the archive.')
      if (file.problem !== null) throw new Error(file.problem.message)
      yield* readZipEntry(zip, reader, entry)
    },
    async isTrustworthy(file) {
      const entry = all.get(prefix + file.path)
      // In a stored entry damage stays where it is; unpacking spreads it over all that refers back to it.
      return entry === undefined || entry.compressionMethod === STORED || (await isIntact(zip, reader, entry))
    },
    sizeOf: (file) => Promise.resolve(file.size),
    close() {
      if (!zip.isOpen) return Promise.resolve()
      return new Promise((resolve) => {
        zip.once('close', resolve)
        zip.once('error', () => resolve())
        zip.close()
      })
    }
  }
}

const STORED = 0
const DEFLATED = 8
const FILE_TYPE = 0xf000
const SYMBOLIC_LINK = 0xa000

/** What forbids reading an entry. Declared sizes can be believed here: `readZipEntry` stops where they prove untrue. */
function entryProblem(path: string, entry: yauzl.Entry, limits: ArchiveLimits): ArchiveProblem | null {
  const { compressedSize, uncompressedSize, compressionMethod } = entry
  if (entry.isEncrypted()) return unreadable(`${path} is locked with a password. Unpack the zip and choose the folder.`)
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) {
    return unreadable(`${path} is packed by method ${compressionMethod}. Unpack the zip and choose the folder.`)
  }
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK) {
    return unreadable(`${path} is a link to another place and was not followed.`)
  }
  if (uncompressedSize > limits.ratioFreeBytes && uncompressedSize > compressedSize * limits.ratio) {
    return refused(
      `${path} was refused: it would grow from ${compressedSize} to ${uncompressedSize} bytes (a "zip bomb"), which no file of X does.`
    )
  }
  return null
}
