import { type LibraryArchive, writeArchive } from './library-archive.ts'

/** The content of a file, as it stands in the export under its hash. */
export interface ArchivedBytes {
  readonly hash: string
  readonly body: AsyncIterable<Uint8Array>
}

const END = '\n}\n'

/**
 * The whole library with the files of its replies, each once and in base64; in pieces, because all of it at once may be too
 * large for one text. Always the same for the same library.
 */
export async function* archivePieces(library: LibraryArchive, files: readonly ArchivedBytes[]): AsyncGenerator<string> {
  const text = writeArchive(library)
  if (files.length === 0) return yield text
  yield text.slice(0, -END.length)
  for (const [index, { hash, body }] of files.entries()) {
    yield `${index === 0 ? ',\n  "files": [' : ','}\n    {\n      "hash": "${hash}",\n      "data": "`
    yield* base64(body)
    yield '"\n    }'
  }
  yield `\n  ]${END}`
}

/** Three bytes are four letters: what is over waits for the next chunk. */
async function* base64(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let over: Buffer = Buffer.alloc(0)
  for await (const chunk of body) {
    const bytes = Buffer.concat([over, chunk])
    const whole = bytes.length - (bytes.length % 3)
    over = bytes.subarray(whole)
    if (whole > 0) yield bytes.toString('base64', 0, whole)
  }
  yield over.toString('base64')
}
