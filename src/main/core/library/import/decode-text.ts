/** A file's text. `odd`: lines, from 1 on, that were written in another encoding than the rest. */
export interface DecodedText {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  readonly odd: readonly number[]
}

const NEWLINE = 10

/**
 * Reads UTF-8 and UTF-16, with their marks and without, and windows-1252. A file of mixed encodings, as it comes of tables
 * that were pasted together, is read line by line: what is not UTF-8 is windows-1252 there.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const wide = wideEncoding(bytes)
  if (wide !== null) return { text: new TextDecoder(wide).decode(bytes), encoding: wide, odd: [] }
  const whole = strictUtf8(bytes)
  if (whole !== null) return { text: whole, encoding: 'utf-8', odd: [] }
  return decodeLines(bytes)
}

function decodeLines(bytes: Uint8Array): DecodedText {
  const western = new TextDecoder('windows-1252')
  const parts: string[] = []
  const odd: number[] = []
  let proper = 0
  let line = 0
  for (let start = 0; start < bytes.length;) {
    const found = bytes.indexOf(NEWLINE, start)
    const end = found === -1 ? bytes.length : found + 1
    const slice = bytes.subarray(start, end)
    line += 1
    const utf8 = strictUtf8(slice, start > 0)
    if (utf8 === null) {
      parts.push(western.decode(slice))
      odd.push(line)
    } else {
      parts.push(utf8)
      if (/[^\u0000-\u007F]/u.test(utf8)) proper += 1
    }
    start = end
  }
  // All of it is windows-1252: then no line is odd.
  if (proper === 0) return { text: western.decode(bytes), encoding: 'windows-1252', odd: [] }
  return { text: parts.join(''), encoding: 'utf-8', odd }
}

const first = new TextDecoder('utf-8', { fatal: true })
const later = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** @param keepsMark a mark within a text is a character */
function strictUtf8(bytes: Uint8Array, keepsMark = false): string | null {
  try {
    return (keepsMark ? later : first).decode(bytes)
  } catch {
    return null
  }
}

/** By its mark; without one by the zeros that every second byte of Western text is. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [one, two] = bytes
  if (one === 0xff && two === 0xfe) return 'utf-16le'
  if (one === 0xfe && two === 0xff) return 'utf-16be'
  const looked = Math.min(bytes.length & ~1, 2_000)
  if (looked < 4) return null
  const zeros = [0, 0]
  for (let index = 0; index < looked; index += 1) if (bytes[index] === 0) zeros[index & 1] = (zeros[index & 1] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > looked * 0.2 && even < looked * 0.02) return 'utf-16le'
  return even > looked * 0.2 && odd < looked * 0.02 ? 'utf-16be' : null
}
