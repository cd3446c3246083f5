import type { ByteSource } from './byte-source.ts'
import type { VideoFacts } from './inspect-mp4.ts'

interface Element {
  readonly id: number
  readonly start: number
  readonly end: number
}

const SEGMENT = 0x18538067
const INFO = 0x1549a966
const TIMECODE_SCALE = 0x2ad7b1
const DURATION = 0x4489
const TRACKS = 0x1654ae6b
const TRACK_ENTRY = 0xae
const TRACK_TYPE = 0x83
const CODEC_ID = 0x86
const VIDEO = 0xe0
const PIXEL_WIDTH = 0xb0
const PIXEL_HEIGHT = 0xba
const PICTURE_TRACK = 1

/** Length and tracks stand in front of the first picture. */
const HEAD_BYTES = 2 * 1024 * 1024
const NANOSECONDS_PER_MS = 1_000_000

/** What the head of a WebM file says. A film recorded live says nothing of its length. @returns null for no WebM. */
export async function inspectWebm(source: ByteSource): Promise<VideoFacts | null> {
  const bytes = await source.read(0, HEAD_BYTES)
  const segment = elements(bytes, 0, bytes.length).find(({ id }) => id === SEGMENT)
  if (segment === undefined) return null
  const inside = elements(bytes, segment.start, segment.end)
  const info = inside.find(({ id }) => id === INFO)
  const tracks = inside.find(({ id }) => id === TRACKS)
  const facts = info === undefined ? [] : elements(bytes, info.start, info.end)
  const scale =
    unsigned(
      bytes,
      facts.find(({ id }) => id === TIMECODE_SCALE)
    ) ?? NANOSECONDS_PER_MS
  const ticks = float(
    bytes,
    facts.find(({ id }) => id === DURATION)
  )
  const picture = (tracks === undefined ? [] : elements(bytes, tracks.start, tracks.end))
    .filter(({ id }) => id === TRACK_ENTRY)
    .map((entry) => elements(bytes, entry.start, entry.end))
    .find(
      (entry) =>
        unsigned(
          bytes,
          entry.find(({ id }) => id === TRACK_TYPE)
        ) === PICTURE_TRACK
    )
  const video = picture?.find(({ id }) => id === VIDEO)
  const sizes = video === undefined ? [] : elements(bytes, video.start, video.end)
  const codec = picture?.find(({ id }) => id === CODEC_ID)
  return {
    durationMs: ticks === null ? null : Math.round((ticks * scale) / NANOSECONDS_PER_MS),
    width: unsigned(
      bytes,
      sizes.find(({ id }) => id === PIXEL_WIDTH)
    ),
    height: unsigned(
      bytes,
      sizes.find(({ id }) => id === PIXEL_HEIGHT)
    ),
    videoCodec:
      picture === undefined ? null : codec === undefined ? '' : bytes.toString('latin1', codec.start, codec.end)
  }
}

/** The elements side by side between two places. One of unknown or longer length ends where its surroundings end. */
function elements(bytes: Buffer, from: number, to: number): Element[] {
  const found: Element[] = []
  let at = from
  while (at < to) {
    const idLength = lengthOf(bytes[at])
    const sizeAt = at + idLength
    const sizeLength = lengthOf(bytes[sizeAt])
    const start = sizeAt + sizeLength
    if (idLength === 0 || idLength > 4 || sizeLength === 0 || start > to) break
    const id = bytes.readUIntBE(at, idLength)
    const size = sizeOf(bytes, sizeAt, sizeLength)
    const end = size === null ? to : Math.min(start + size, to)
    found.push({ id, start, end })
    at = end
  }
  return found
}

/** The first byte's leading zeros tell how long a number is; 0 when it makes no sense. */
function lengthOf(first: number | undefined): number {
  return first === undefined || first === 0 ? 0 : Math.clz32(first) - 23
}

/** @returns null for "unknown". */
function sizeOf(bytes: Buffer, at: number, length: number): number | null {
  let value = (bytes[at] ?? 0) & (0xff >> length)
  let unknown = value === 0xff >> length
  for (let index = 1; index < length; index += 1) {
    const next = bytes[at + index] ?? 0
    unknown &&= next === 0xff
    value = value * 256 + next
  }
  return unknown || !Number.isSafeInteger(value) ? null : value
}

function unsigned(bytes: Buffer, element: Element | undefined): number | null {
  if (element === undefined) return null
  const length = element.end - element.start
  return length < 1 || length > 6 ? null : bytes.readUIntBE(element.start, length)
}

function float(bytes: Buffer, element: Element | undefined): number | null {
  if (element === undefined) return null
  const length = element.end - element.start
  return length === 4 ? bytes.readFloatBE(element.start) : length === 8 ? bytes.readDoubleBE(element.start) : null
}
