import { crc32, createInflateRaw } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { errorText } from './archive-problem.ts'
import type { ZipFileReader } from './zip-file-reader.ts'

/** Packed bytes given to zlib at once: at deflate's best ratio (1,032) they become at most 16 MB. */
const SLICE_BYTES = 16 * 1024
const OUTPUT_BYTES = 64 * 1024
const DEFLATED = 8

/**
 * The unpacked bytes of an entry. yauzl's own stream drops what zlib had ready when damage comes up, and checks no
 * checksum; this hands out every byte before the damage, counts them against the declared size and compares the CRC.
 * Throws an Error with a sentence.
 */
export async function* readZipEntry(
  zip: ZipFile,
  reader: ZipFileReader,
  entry: Entry
): AsyncGenerator<Buffer, void, undefined> {
  let start: number
  try {
    start = (await zip.readLocalFileHeaderPromise(entry, { minimal: true })).fileDataStart
  } catch (error) {
    throw new Error(`It cannot be opened inside the zip: ${errorText(error)}.`, { cause: error })
  }
  let bytes = 0
  let checksum = 0
  const raw = reader.range(start, start + entry.compressedSize)
  const unpacked = entry.compressionMethod === DEFLATED ? inflate(raw, entry.uncompressedSize) : raw
  for await (const chunk of unpacked) {
    bytes += chunk.length
    if (bytes > entry.uncompressedSize) throw tooLong(entry.uncompressedSize)
    checksum = crc32(chunk, checksum)
    yield chunk
  }
  if (bytes < entry.uncompressedSize) {
    throw new Error(`It is damaged: ${bytes} of ${entry.uncompressedSize} bytes could be unpacked.`)
  }
  if (checksum !== entry.crc32) throw new Error('It is damaged: its checksum is wrong. What could be read was kept.')
}

/** Whether an entry can be unpacked whole and its checksum fits. */
export async function isIntact(zip: ZipFile, reader: ZipFileReader, entry: Entry): Promise<boolean> {
  try {
    for await (const _chunk of readZipEntry(zip, reader, entry));
    return true
  } catch {
    return false
  }
}

function tooLong(declared: number): Error {
  return new Error(`It was refused: it holds more than the ${declared} bytes that the zip declares.`)
}

async function* inflate(raw: AsyncIterable<Buffer>, declared: number): AsyncGenerator<Buffer, void, undefined> {
  const inflater = createInflateRaw({ chunkSize: OUTPUT_BYTES })
  let ready: Buffer[] = []
  let bytes = 0
  let ended = false
  let failure: Error | null = null
  let wake = (): void => {}
  // Flowing mode hands over each piece the moment zlib has it, so that a later error takes nothing away.
  inflater.on('data', (piece: Buffer) => {
    bytes += piece.length
    if (bytes > declared) inflater.destroy(tooLong(declared))
    else ready.push(piece)
  })
  inflater.on('end', () => {
    ended = true
    wake()
  })
  inflater.on('error', (error) => {
    failure = error.message.startsWith('It was')
      ? error
      : new Error(`It is damaged: ${errorText(error)}.`, { cause: error })
    wake()
  })
  const settled = (start: (done: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve
      start(resolve)
    })
  const take = (): Buffer[] => {
    const pieces = ready
    ready = []
    return pieces
  }
  try {
    for await (const chunk of raw) {
      for (let from = 0; from < chunk.length && failure === null && !ended; from += SLICE_BYTES) {
        const slice = chunk.subarray(from, from + SLICE_BYTES)
        await settled((done) => inflater.write(slice, () => done()))
        yield* take()
      }
      if (failure !== null || ended) break
    }
    if (failure === null && !ended) await settled(() => inflater.end())
    yield* take()
    if (failure !== null) throw failure as Error
  } finally {
    inflater.destroy()
  }
}
