import type { FileHandle } from 'node:fs/promises'
import { callbackify } from 'node:util'
import { RandomAccessReader } from 'yauzl'

const WINDOW_BYTES = 1 << 20
const CHUNK_BYTES = 64 * 1024

/**
 * Reads the list of a zip's files through a window of 1 MB: yauzl asks for it in two small reads per entry, which for
 * 100,000 entries are seconds instead of tenths.
 */
export class ZipFileReader extends RandomAccessReader {
  readonly #file: FileHandle
  #window = Buffer.alloc(0)
  #windowStart = 0

  constructor(file: FileHandle) {
    super()
    this.#file = file
  }

  override read(
    target: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void
  ): void {
    const from = position - this.#windowStart
    if (from >= 0 && from + length <= this.#window.length) {
      this.#window.copy(target, offset, from, from + length)
      callback(null, length)
      return
    }
    callbackify(async () => {
      // Not from `#window`: a second read under way may have moved it.
      const bytes = await this.#load(position, Math.max(length, WINDOW_BYTES))
      return bytes.copy(target, offset, 0, length)
    })(callback)
  }

  async #load(position: number, bytes: number): Promise<Buffer> {
    const target = Buffer.allocUnsafe(bytes)
    const { bytesRead } = await this.#file.read(target, 0, bytes, position)
    this.#window = target.subarray(0, bytesRead)
    this.#windowStart = position
    return this.#window
  }

  /** The bytes from `start` up to `end`, or as many of them as there are. */
  async *range(start: number, end: number): AsyncGenerator<Buffer, void, undefined> {
    for (let position = start; position < end;) {
      const target = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, end - position))
      const { bytesRead } = await this.#file.read(target, 0, target.length, position)
      if (bytesRead === 0) return
      position += bytesRead
      yield target.subarray(0, bytesRead)
    }
  }

  override close(callback: (error: Error | null) => void): void {
    callbackify(() => this.#file.close())(callback)
  }
}
