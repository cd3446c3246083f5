import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
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
  /** SHA-256 of the content, hex. Kept in the encrypted database only: it would tell which pictures lie here. */
  readonly hash: string
}

/** The encrypted files of pictures, clips and avatars. */
export interface MediaFolder {
  /** Stores a stream. Nothing stays behind when it breaks off. */
  put(source: AsyncIterable<Uint8Array>): Promise<StoredFile>
  /** Bytes `start` to `end`, both inclusive. */
  read(name: string, start: number, end: number): AsyncIterable<Uint8Array>
  remove(name: string): Promise<void>
  /** Puts one file in the place of another. */
  replace(name: string, by: string): Promise<void>
  /** Whether the file is there with the right length. */
  hasSize(name: string, size: number): Promise<boolean>
  /** SHA-256 of what the file holds now, hex. */
  hashOf(name: string, size: number): Promise<string>
  /** Everything that lies in the folder, half-written files included. */
  list(): Promise<string[]>
}

export function openMediaFolder(dataDir: string, key: Buffer): MediaFolder {
  const folder = join(dataDir, 'media')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const folderApi: MediaFolder = {
    async put(source) {
      const name = uuidv7()
      const temporary = join(folder, `${name}.part`)
      const { header, cipher } = startEncrypting(key)
      let size = 0
      let start = Buffer.alloc(0)
      const hash = createHash('sha256')
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length
          hash.update(chunk)
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
      return { name, size, contentType: await contentTypeOf(start), hash: hash.digest('hex') }
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
    remove: (name) => rm(join(folder, name), { force: true }),
    replace: (name, by) => rename(join(folder, by), join(folder, name)),
    async hasSize(name, size) {
      try {
        return (await stat(join(folder, name))).size === HEADER_LENGTH + size
      } catch (error) {
        // Only a file that is certainly not there counts as lost: a disk that is away for a moment comes back.
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
        throw error
      }
    },
    async hashOf(name, size) {
      const hash = createHash('sha256')
      if (size > 0) for await (const chunk of folderApi.read(name, 0, size - 1)) hash.update(chunk)
      return hash.digest('hex')
    },
    list: () => readdir(folder)
  }
  return folderApi
}
