import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'

/** X archives for tests, written by code into temporary folders. */

export const OWNER = '900'
export const CUSTOMER = '42'

export interface FixtureItem {
  readonly [kind: string]: unknown
}

/** A `messageCreate` as X writes it; `changes` replaces fields, undefined removes them. */
export function messageItem(id: string, text: string, changes: Record<string, unknown> = {}): FixtureItem {
  return {
    messageCreate: {
      recipientId: OWNER,
      reactions: [],
      urls: [],
      text,
      mediaUrls: [],
      senderId: CUSTOMER,
      id,
      createdAt: '2025-04-28T15:06:18.424Z',
      ...changes
    }
  }
}

export function conversationEntry(conversationId: unknown, messages: readonly unknown[]): FixtureItem {
  return { dmConversation: { conversationId, messages } }
}

/** The content of a data file: one assignment, pretty-printed like X's. */
export function dataFile(name: string, entries: unknown): string {
  return `window.YTD.${name}.part0 = ${JSON.stringify(entries, null, 2)}`
}

/** direct-messages.js with one conversation between OWNER and CUSTOMER. */
export function directMessages(messages: readonly unknown[]): string {
  return dataFile('direct_messages', [conversationEntry(`${CUSTOMER}-${OWNER}`, messages)])
}

export function accountFile(accountId = OWNER): string {
  const account = { accountId, username: 'acme_help', accountDisplayName: 'Acme Help', email: 'x@example.com' }
  return dataFile('account', [{ account }])
}

export type FixtureFiles = Readonly<Record<string, string | Buffer>>

/** A temporary folder that `remove` takes away again. */
export async function temporaryFolder(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'backchannel-archive-'))
  return { path, remove: () => rm(path, { recursive: true, force: true }) }
}

/** Writes an unpacked archive; the names are relative to `folder` and usually begin with `data/`. */
export async function writeFolder(folder: string, files: FixtureFiles): Promise<string> {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
  return folder
}

/** Writes a zip; `stored` leaves its entries unpacked, `zip64` forces the large format. */
export async function writeZip(
  path: string,
  files: FixtureFiles,
  options: { stored?: boolean; zip64?: boolean } = {}
): Promise<string> {
  const zip = new ZipFile()
  for (const [name, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content), name, {
      compress: options.stored !== true,
      forceZip64Format: options.zip64 === true
    })
  }
  zip.end({ forceZip64Format: options.zip64 === true, comment: '' })
  await pipeline(zip.outputStream, createWriteStream(path))
  return path
}

/** Replaces a name everywhere in a zip by another of the same length: yazl itself refuses to write unsafe names. */
export async function renameInZip(path: string, from: string, to: string): Promise<void> {
  if (Buffer.byteLength(from) !== Buffer.byteLength(to)) throw new Error('names must be equally long')
  const bytes = await readFile(path)
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at)
  await writeFile(path, bytes)
}

/** Offsets inside a central directory record (APPNOTE 4.3.12). */
export const CENTRAL = { flags: 8, method: 10, uncompressedSize: 24 } as const

/** Overwrites a field of an entry's record in the list at the end of the zip. */
export async function patchCentralRecord(path: string, name: string, offset: number, value: Buffer): Promise<void> {
  const bytes = await readFile(path)
  const signature = Buffer.from([0x50, 0x4b, 0x01, 0x02])
  for (let at = bytes.indexOf(signature); at >= 0; at = bytes.indexOf(signature, at + 1)) {
    const length = bytes.readUInt16LE(at + 28)
    if (bytes.toString('utf8', at + 46, at + 46 + length) !== name) continue
    value.copy(bytes, at + offset)
    await writeFile(path, bytes)
    return
  }
  throw new Error(`no entry ${name}`)
}
