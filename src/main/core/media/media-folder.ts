import { createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Transform } from 'node:stream'
import { v7 as uuidv7 } from 'uuid'
import { decryptFrom, HEADER_LENGTH, startEncrypting } from './cipher.ts'
import { contentTypeOf, SNIFF_LENGTH } from './content-type.ts'

export interface StoredFile {
  /** Name inside the folder; made here, never taken from outside. */
  readonly name: string
  readonly size: number
  readonly contentType: string
}

/** The encrypted files of pictures, clips and avatars. */
export interface MediaFolder {
  /** Stores a stream. Nothing stays behind when it breaks off. */
  put(source: AsyncIterable<Uint8Array>): Promise<StoredFile>
  /** Bytes `start` to `end`, both inclusive. */
  read(name: string, start: number, end: number): AsyncIterable<Uint8Array>
  remove(name: string): Promise<void>
}

export function openMediaFolder(dataDir: string, key: Buffer): MediaFolder {
  const folder = join(dataDir, 'media')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return {
    async put(source) {
      const name = uuidv7()
      const temporary = join(folder, `${name}.part`)
      const { header, cipher } = startEncrypting(key)
      let size = 0
      let start = Buffer.alloc(0)
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length
          if (start.length < SNIFF_LENGTH)
            start = Buffer.concat([start, chunk.subarray(0, SNIFF_LENGTH - start.length)])
          done(null, chunk)
        }
      })
      try {
        const file = createWriteStream(temporary, { mode: 0o600 })
        file.write(header)
        await pipeline(source, measure, cipher, file)
        await rename(temporary, join(folder, name))
      } catch (error) {
        await rm(temporary, { force: true })
        throw error
      }
      return { name, size, contentType: await contentTypeOf(start) }
    },
    async *read(name, start, end) {
      const path = join(folder, name)
      const handle = await open(path)
      const header = Buffer.alloc(HEADER_LENGTH)
      try {
        await handle.read(header, 0, HEADER_LENGTH, 0)
      } finally {
        await handle.close()
      }
      const { decipher, skip, blockStart } = decryptFrom(key, header, start)
      const stream = createReadStream(path, { start: HEADER_LENGTH + blockStart, end: HEADER_LENGTH + end })
      let drop = skip
      for await (const chunk of stream) {
        const plain = decipher.update(chunk as Buffer)
        if (drop < plain.length) yield drop === 0 ? plain : plain.subarray(drop)
        drop = Math.max(0, drop - plain.length)
      }
    },
    remove: (name) => rm(join(folder, name), { force: true })
  }
}
