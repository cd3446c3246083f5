import type { ByteSource } from './byte-source.ts'

/** Sizes in pixels, durations in ms. */
export interface VideoFacts {
  readonly durationMs: number | null
  readonly width: number | null
  readonly height: number | null
  /** Four letters of the picture track (`avc1`), or WebM's name of the codec; null when there is no picture. */
  readonly videoCodec: string | null
}

interface Box {
  readonly type: string
  readonly start: number
  readonly end: number
}

/** The index of a film of many hours is smaller. */
const MAX_INDEX_BYTES = 64 * 1024 * 1024
const MAX_TOP_BOXES = 10_000

/** What the index (`moov`) of an MP4 or MOV file says. @returns null when there is none: cut off, or no such file. */
export async function inspectMp4(source: ByteSource): Promise<VideoFacts | null> {
  let at = 0
  for (let count = 0; at + 8 <= source.size && count < MAX_TOP_BOXES; count += 1) {
    const header = await source.read(at, 16)
    if (header.length < 8) return null
    const size = boxSize(header, source.size - at)
    if (size === null) return null
    if (header.toString('latin1', 4, 8) === 'moov') {
      if (size > MAX_INDEX_BYTES || at + size > source.size) return null
      return readIndex(await source.read(at, size))
    }
    at += size
  }
  return null
}

/** Bytes of a box, its header included; null when it makes no sense. */
function boxSize(header: Buffer, rest: number): number | null {
  const short = header.readUInt32BE(0)
  if (short === 0) return rest
  if (short !== 1) return short >= 8 ? short : null
  if (header.length < 16) return null
  const long = header.readBigUInt64BE(8)
  return long >= 16n && long <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(long) : null
}

function readIndex(moov: Buffer): VideoFacts {
  const whole: Box = { type: 'moov', start: 0, end: moov.length }
  const inside = children(moov, whole)
  const header = inside.find((box) => box.type === 'mvhd')
  const fragments = inside.find((box) => box.type === 'mvex')
  const time = header === undefined ? null : readTimes(moov, header)
  // A film in fragments says how long it is elsewhere, if at all.
  const later = fragments === undefined ? undefined : children(moov, fragments).find((box) => box.type === 'mehd')
  const ticks = time === null ? 0 : time.duration > 0 ? time.duration : later === undefined ? 0 : readLater(moov, later)
  const durationMs = time === null || time.scale === 0 || ticks === 0 ? null : Math.round((ticks / time.scale) * 1000)
  const picture = inside
    .filter((box) => box.type === 'trak')
    .map((track) => readTrack(moov, track))
    .find((track) => track !== null)
  return {
    durationMs,
    width: picture?.width ?? null,
    height: picture?.height ?? null,
    videoCodec: picture?.codec ?? null
  }
}

/** The boxes inside a box whose content begins `skip` bytes after its header. */
function children(bytes: Buffer, parent: Box, skip = 8): Box[] {
  const found: Box[] = []
  let at = parent.start + skip
  while (at + 8 <= parent.end) {
    const size = boxSize(bytes.subarray(at, at + 16), parent.end - at)
    if (size === null || at + size > parent.end) break
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at, end: at + size })
    at += size
  }
  return found
}

function find(bytes: Buffer, parent: Box, path: readonly string[]): Box | undefined {
  let box: Box | undefined = parent
  for (const type of path) {
    if (box === undefined) return undefined
    box = children(bytes, box).find((child) => child.type === type)
  }
  return box
}

function readTimes(bytes: Buffer, { start, end }: Box): { scale: number; duration: number } | null {
  const long = bytes[start + 8] === 1
  if (end - start < (long ? 40 : 28)) return null
  return long
    ? { scale: bytes.readUInt32BE(start + 28), duration: known(Number(bytes.readBigUInt64BE(start + 32))) }
    : { scale: bytes.readUInt32BE(start + 20), duration: known(bytes.readUInt32BE(start + 24)) }
}

/** All bits set stands for "unknown". */
function known(duration: number): number {
  return duration === 0xffff_ffff || duration > Number.MAX_SAFE_INTEGER ? 0 : duration
}

function readLater(bytes: Buffer, { start, end }: Box): number {
  const long = bytes[start + 8] === 1
  if (end - start < (long ? 20 : 16)) return 0
  return long ? known(Number(bytes.readBigUInt64BE(start + 12))) : known(bytes.readUInt32BE(start + 12))
}

/** @returns null for a track without pictures. */
function readTrack(bytes: Buffer, track: Box): { codec: string; width: number; height: number } | null {
  const handler = find(bytes, track, ['mdia', 'hdlr'])
  if (handler === undefined || bytes.toString('latin1', handler.start + 16, handler.start + 20) !== 'vide') return null
  const samples = find(bytes, track, ['mdia', 'minf', 'stbl', 'stsd'])
  const [entry] = samples === undefined ? [] : children(bytes, samples, 16)
  if (entry === undefined || entry.end - entry.start < 36) return { codec: '', width: 0, height: 0 }
  return {
    codec: entry.type,
    width: bytes.readUInt16BE(entry.start + 32),
    height: bytes.readUInt16BE(entry.start + 34)
  }
}
