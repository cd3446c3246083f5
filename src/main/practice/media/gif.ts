import type { Raster } from './png.ts'

/**
 * Writes an animated GIF that loops for ever. Colours are cut to a fixed palette of 6 x 7 x 6 steps.
 * @param delayMs how long each picture stands, in steps of 10 ms
 */
export function encodeGif(frames: readonly Raster[], delayMs: number): Buffer {
  const first = frames[0]
  if (first === undefined) throw new Error('A GIF needs a picture')
  const palette = Buffer.alloc(256 * 3)
  for (let index = 0; index < 252; index += 1) {
    palette[index * 3] = Math.round(((index / 42) | 0) * 51)
    palette[index * 3 + 1] = Math.round((((index % 42) / 6) | 0) * 42.5)
    palette[index * 3 + 2] = (index % 6) * 51
  }
  const parts: Buffer[] = [
    Buffer.from('GIF89a', 'latin1'),
    words(first.width, first.height),
    Buffer.from([0xf7, 0, 0]),
    palette,
    Buffer.from([0x21, 0xff, 11]),
    Buffer.from('NETSCAPE2.0', 'latin1'),
    Buffer.from([3, 1, 0, 0, 0])
  ]
  for (const frame of frames) {
    parts.push(
      Buffer.from([0x21, 0xf9, 4, 4]),
      words(Math.round(delayMs / 10)),
      Buffer.from([0, 0, 0x2c]),
      words(0, 0, frame.width, frame.height),
      Buffer.from([0, 8]),
      blocks(compress(indexed(frame))),
      Buffer.from([0])
    )
  }
  parts.push(Buffer.from([0x3b]))
  return Buffer.concat(parts)
}

function words(...values: number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) buffer.writeUInt16LE(value, index * 2)
  return buffer
}

/** Nearest palette entry, with a light ordered dither so that gradients stay smooth. */
function indexed({ width, height, rgb }: Raster): Uint8Array {
  const bayer = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]
  const result = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      const dither = ((bayer[(y % 4) * 4 + (x % 4)] ?? 0) + 0.5) / 16 - 0.5
      const step = (value: number | undefined, steps: number): number =>
        Math.max(0, Math.min(steps, Math.round(((value ?? 0) / 255) * steps + dither * 0.9)))
      result[at] = step(rgb[at * 3], 5) * 42 + step(rgb[at * 3 + 1], 6) * 6 + step(rgb[at * 3 + 2], 5)
    }
  }
  return result
}

/** GIF's variable-width LZW, codes packed from the low bit. */
function compress(pixels: Uint8Array): Buffer {
  const CLEAR = 256
  const bytes: number[] = []
  let held = 0
  let heldBits = 0
  let width = 9
  let next = 258
  let table = new Map<number, number>()
  const put = (code: number): void => {
    held |= code << heldBits
    heldBits += width
    while (heldBits >= 8) {
      bytes.push(held & 255)
      held >>>= 8
      heldBits -= 8
    }
  }
  put(CLEAR)
  let prefix = pixels[0] ?? 0
  for (let index = 1; index < pixels.length; index += 1) {
    const pixel = pixels[index] ?? 0
    const key = prefix * 256 + pixel
    const known = table.get(key)
    if (known !== undefined) {
      prefix = known
      continue
    }
    put(prefix)
    if (next < 4096) {
      if (next === 1 << width) width += 1
      table.set(key, next)
      next += 1
    } else {
      put(CLEAR)
      table = new Map()
      width = 9
      next = 258
    }
    prefix = pixel
  }
  put(prefix)
  put(CLEAR + 1)
  if (heldBits > 0) bytes.push(held & 255)
  return Buffer.from(bytes)
}

function blocks(data: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let from = 0; from < data.length; from += 255) {
    const part = data.subarray(from, from + 255)
    parts.push(Buffer.from([part.length]), part)
  }
  return Buffer.concat(parts)
}
