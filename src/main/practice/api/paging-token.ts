import { createHash } from 'node:crypto'

export type Direction = 'next' | 'previous'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUV'

/** An opaque token of 24 base32hex characters that names an event, a direction and the list it belongs to. */
export function writePagingToken(scope: string, direction: Direction, eventId: string): string {
  const bytes = Buffer.alloc(15)
  bytes[0] = direction === 'next' ? 0x0a : 0x0b
  bytes.writeBigUInt64BE(BigInt(eventId), 1)
  bytes.set(seal(scope, bytes.subarray(0, 9)), 9)
  return base32(bytes)
}

/** @returns null for anything that this list did not hand out. */
export function readPagingToken(scope: string, token: string): { direction: Direction; eventId: string } | null {
  const bytes = fromBase32(token)
  if (bytes?.length !== 15) return null
  if (!bytes.subarray(9).equals(seal(scope, bytes.subarray(0, 9)))) return null
  return { direction: bytes[0] === 0x0a ? 'next' : 'previous', eventId: String(bytes.readBigUInt64BE(1)) }
}

function seal(scope: string, head: Uint8Array): Buffer {
  return createHash('sha256').update(scope).update(head).digest().subarray(0, 6)
}

function base32(bytes: Buffer): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  let text = ''
  for (let from = 0; from < bits.length; from += 5) text += DIGITS[parseInt(bits.slice(from, from + 5), 2)] ?? ''
  return text
}

function fromBase32(text: string): Buffer | null {
  let bits = ''
  for (const character of text) {
    const value = DIGITS.indexOf(character)
    if (value < 0) return null
    bits += value.toString(2).padStart(5, '0')
  }
  const bytes: number[] = []
  for (let from = 0; from + 8 <= bits.length; from += 8) bytes.push(parseInt(bits.slice(from, from + 8), 2))
  return Buffer.from(bytes)
}
