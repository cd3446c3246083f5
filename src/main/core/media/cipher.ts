import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Cipheriv, Decipheriv } from 'node:crypto'

/** Media files are as private as the texts: AES-256 in counter mode, so that a player can jump to any byte. */
const ALGORITHM = 'aes-256-ctr'
const BLOCK = 16

/** Bytes in front of each file: its first counter block. */
export const HEADER_LENGTH = BLOCK

/** The key of the media files, derived from the database key. */
export function mediaKey(databaseKeyHex: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(databaseKeyHex, 'hex'), '', 'backchannel media', 32))
}

export function startEncrypting(key: Buffer): { header: Buffer; cipher: Cipheriv } {
  // The last four bytes count blocks; a file would have to exceed 64 GB before they carry over.
  const header = Buffer.concat([randomBytes(BLOCK - 4), Buffer.alloc(4)])
  return { header, cipher: createCipheriv(ALGORITHM, key, header) }
}

/** @param offset first byte wanted. @returns a decipher for the block it lies in, and how many bytes to drop before it. */
export function decryptFrom(
  key: Buffer,
  header: Buffer,
  offset: number
): { decipher: Decipheriv; skip: number; blockStart: number } {
  const block = Math.floor(offset / BLOCK)
  const counter = Buffer.from(header)
  counter.writeUInt32BE(counter.readUInt32BE(BLOCK - 4) + block, BLOCK - 4)
  return {
    decipher: createDecipheriv(ALGORITHM, key, counter),
    skip: offset - block * BLOCK,
    blockStart: block * BLOCK
  }
}
