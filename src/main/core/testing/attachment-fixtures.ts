import { clipWebm } from '../../practice/media/clip.ts'
import { encodeGif } from '../../practice/media/gif.ts'
import { paintPicture } from '../../practice/media/pictures.ts'
import { encodePng } from '../../practice/media/png.ts'
import type { TestCore } from './create-test-core.ts'

/** A real PNG; other seeds are other pictures. */
export function png(seed = 1, width = 40, height = 30): Buffer {
  return encodePng(paintPicture('mug', seed, width, height))
}

export function gif(frames = 3, width = 32, height = 24): Buffer {
  return encodeGif(
    Array.from({ length: frames }, (_, index) => paintPicture('teapot', 2, width, height, index / frames)),
    90
  )
}

/** Three seconds, VP8. */
export function webm(): Buffer {
  return clipWebm()
}

/** An MP4 that says what it is about; the film itself is noise of `bytes` bytes. `codec` null: sound only. */
export function mp4({
  seconds = 3,
  codec = 'avc1',
  bytes = 1_000,
  indexLast = false,
  brand = 'isom'
}: {
  readonly seconds?: number
  readonly codec?: string | null
  readonly bytes?: number
  /** As cameras write it: what the film is stands behind it. */
  readonly indexLast?: boolean
  readonly brand?: string
} = {}): Buffer {
  const header = Buffer.alloc(100)
  header.writeUInt32BE(1000, 12)
  header.writeUInt32BE(Math.round(seconds * 1000), 16)
  const handler = Buffer.alloc(25)
  handler.write(codec === null ? 'soun' : 'vide', 8, 'latin1')
  const sample = Buffer.alloc(78)
  sample.writeUInt16BE(640, 24)
  sample.writeUInt16BE(360, 26)
  const count = Buffer.from([0, 0, 0, 0, 0, 0, 0, 1])
  const table = box('stbl', box('stsd', Buffer.concat([count, box(codec ?? 'mp4a', sample)])))
  const track = box('trak', box('mdia', Buffer.concat([box('hdlr', handler), box('minf', table)])))
  const index = box('moov', Buffer.concat([box('mvhd', header), track]))
  const film = box('mdat', noise(bytes))
  const start = box('ftyp', Buffer.from(`${brand}\0\0\0\0${brand}mp42`, 'latin1'))
  return Buffer.concat(indexLast ? [start, film, index] : [start, index, film])
}

function box(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8)
  header.writeUInt32BE(8 + content.length, 0)
  header.write(type, 4, 'latin1')
  return Buffer.concat([header, content])
}

/** The same bytes each time, and no two kilobytes alike. */
function noise(length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let state = 12_345
  for (let at = 0; at < length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fff_ffff
    bytes[at] = state >> 16
  }
  return bytes
}

/** In pieces, as a host hands it over. */
export async function* pieces(bytes: Buffer, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** Attaches bytes to the draft of a conversation. @returns the attachment's id */
export async function attach(
  core: TestCore,
  conversation: string,
  bytes: Buffer,
  name = 'picture.png'
): Promise<string> {
  return (await core.core.attach({ conversation, name, body: pieces(bytes) })).attachment
}

/** Replies with what is attached. @returns the outbox id */
export async function replyWith(core: TestCore, conversation: string, bytes: Buffer, text = ''): Promise<string> {
  const attachment = await attach(core, conversation, bytes)
  return (await core.client.run('thread.reply', { conversation, text, attachment, hold: false })).outboxId
}
