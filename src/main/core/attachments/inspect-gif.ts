export interface GifFacts {
  readonly width: number
  readonly height: number
  readonly frames: number
}

const IMAGE = 0x2c
const EXTENSION = 0x21

/** Size and number of frames of a GIF, walking its blocks. @returns null when it is cut off or no GIF. */
export function inspectGif(bytes: Buffer): GifFacts | null {
  if (bytes.length < 13 || !/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return null
  const width = bytes.readUInt16LE(6)
  const height = bytes.readUInt16LE(8)
  let at = 13 + colourTable(bytes[10] ?? 0)
  let frames = 0
  while (at < bytes.length) {
    const block = bytes[at]
    if (block === EXTENSION) {
      at = afterSubBlocks(bytes, at + 2)
    } else if (block === IMAGE) {
      if (at + 10 >= bytes.length) return null
      frames += 1
      // The descriptor, its own colours, and one byte that tells how the pixels are packed.
      at = afterSubBlocks(bytes, at + 10 + colourTable(bytes[at + 9] ?? 0) + 1)
    } else {
      // The trailer, or padding behind it.
      break
    }
    if (at < 0) return null
  }
  return frames === 0 ? null : { width, height, frames }
}

function colourTable(flags: number): number {
  return (flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 0x07) + 1)
}

/** Behind a chain of sub-blocks, each with its length in front; -1 when the file ends inside. */
function afterSubBlocks(bytes: Buffer, start: number): number {
  let at = start
  for (;;) {
    const length = bytes[at]
    if (length === undefined) return -1
    at += 1 + length
    if (length === 0) return at
  }
}
