/** A file that can be read anywhere, whatever it lies in. */
export interface ByteSource {
  readonly size: number
  /** Up to `length` bytes from `start`; fewer at the end of the file. */
  read(start: number, length: number): Promise<Buffer>
}

export function bufferSource(bytes: Uint8Array): ByteSource {
  const buffer = Buffer.from(bytes)
  return {
    size: buffer.length,
    read: (start, length) => Promise.resolve(buffer.subarray(start, start + length))
  }
}
