import { fileTypeFromBuffer } from 'file-type'
import { imageSize } from 'image-size'
import { AppError } from '../../../shared/contract/errors.ts'
import {
  type AttachmentCategory,
  attachmentLimits,
  GIF_LIMITS,
  VIDEO_SECONDS,
  WHAT_X_TAKES
} from '../../../shared/domain/attachment.ts'
import type { ByteSource } from './byte-source.ts'
import { inspectGif } from './inspect-gif.ts'
import { inspectMp4, type VideoFacts } from './inspect-mp4.ts'
import { inspectWebm } from './inspect-webm.ts'

/** What X is told of a file, and what the console shows. Sizes in pixels, durations in ms; null where not known. */
export interface AttachmentFacts {
  readonly mediaType: string
  readonly category: AttachmentCategory
  readonly width: number | null
  readonly height: number | null
  readonly durationMs: number | null
}

type Sort = Pick<AttachmentFacts, 'mediaType' | 'category'>

/** X's media types (x-api.md 1.9), by what the first bytes of a file say it is. The extension counts for nothing. */
const sorts: Readonly<Record<string, Sort>> = {
  'image/jpeg': { mediaType: 'image/jpeg', category: 'dm_image' },
  'image/png': { mediaType: 'image/png', category: 'dm_image' },
  'image/apng': { mediaType: 'image/png', category: 'dm_image' },
  'image/webp': { mediaType: 'image/webp', category: 'dm_image' },
  'image/bmp': { mediaType: 'image/bmp', category: 'dm_image' },
  'image/tiff': { mediaType: 'image/tiff', category: 'dm_image' },
  'image/gif': { mediaType: 'image/gif', category: 'dm_gif' },
  'video/mp4': { mediaType: 'video/mp4', category: 'dm_video' },
  'video/x-m4v': { mediaType: 'video/mp4', category: 'dm_video' },
  'video/quicktime': { mediaType: 'video/quicktime', category: 'dm_video' },
  'video/webm': { mediaType: 'video/webm', category: 'dm_video' }
}

/** Enough for every picture's size: it stands behind the camera's notes. */
const PICTURE_HEAD = 512 * 1024

/** @param start the first bytes of the file. @throws {AppError} invalid-input with what to do instead */
export async function sortOf(start: Uint8Array): Promise<Sort> {
  const found = await fileTypeFromBuffer(start)
  const type = found?.mime.split(';')[0] ?? ''
  const sort = sorts[type]
  if (sort !== undefined) return sort
  if (type.startsWith('audio/')) {
    throw refused(
      'X takes no sound files in direct messages. Put the recording into an MP4 video, or send a link to it.'
    )
  }
  if (type === 'image/heic' || type === 'image/heif' || type === 'image/avif') {
    throw refused('X does not take HEIC or AVIF pictures. Save the picture as JPG or PNG and attach that.')
  }
  if (type.startsWith('video/')) {
    throw refused('X does not take this kind of video. Export it as MP4 (H.264 and AAC) and attach that.')
  }
  throw refused(`X does not take this file. ${WHAT_X_TAKES}`)
}

/** @throws {AppError} invalid-input */
export function checkSize(category: AttachmentCategory, size: number): void {
  if (size <= attachmentLimits[category]) return
  switch (category) {
    case 'dm_image':
      throw refused('The picture is larger than 5 MB, which is X’s limit. Make it smaller and attach it again.')
    case 'dm_gif':
      throw refused('The GIF is larger than 15 MB, which is X’s limit. Shorten it, or attach it as an MP4 video.')
    case 'dm_video':
      throw refused('The video is larger than 512 MB, which is X’s limit. Shorten or compress it and attach it again.')
  }
}

/** Looks into the whole file. @throws {AppError} invalid-input with what to do instead */
export async function inspect(sort: Sort, source: ByteSource): Promise<AttachmentFacts> {
  switch (sort.category) {
    case 'dm_image':
      return { ...sort, ...pictureSize(await source.read(0, PICTURE_HEAD)), durationMs: null }
    case 'dm_gif':
      return inspectedGif(sort, await source.read(0, source.size))
    case 'dm_video':
      return sort.mediaType === 'video/webm'
        ? inspectedVideo(sort, await inspectWebm(source))
        : inspectedVideo(sort, await inspectMp4(source))
  }
}

function pictureSize(head: Buffer): { width: number; height: number } {
  try {
    // A copy, so that a length that lies cannot lead beyond the file.
    const { width, height, orientation } = imageSize(new Uint8Array(head))
    if (width === 0 || height === 0) throw new RangeError('no picture is empty')
    // Pictures of a phone held upright lie on their side.
    return orientation !== undefined && orientation >= 5 ? { width: height, height: width } : { width, height }
  } catch {
    throw refused('The picture is damaged. Open it, save it anew and attach that.')
  }
}

function inspectedGif(sort: Sort, bytes: Buffer): AttachmentFacts {
  const facts = inspectGif(bytes)
  if (facts === null) throw refused('The GIF is damaged or incomplete. Save it anew and attach that.')
  const { width, height, frames } = facts
  if (width > GIF_LIMITS.width || height > GIF_LIMITS.height) {
    throw refused(
      `The GIF measures ${width} × ${height}; X takes at most 1280 × 1080. Make it smaller, or attach it as an MP4 video.`
    )
  }
  if (frames > GIF_LIMITS.frames) {
    throw refused(`The GIF has ${frames} frames; X takes at most 350. Shorten it, or attach it as an MP4 video.`)
  }
  return { ...sort, width, height, durationMs: null }
}

/** Of phones and new cameras; X wants H.264. */
const REFUSED_CODECS: Readonly<Record<string, string>> = {
  hvc1: 'HEVC',
  hev1: 'HEVC',
  dvh1: 'HEVC',
  dvhe: 'HEVC',
  av01: 'AV1',
  apch: 'ProRes',
  apcn: 'ProRes',
  ap4h: 'ProRes'
}

function inspectedVideo(sort: Sort, facts: VideoFacts | null): AttachmentFacts {
  if (facts === null) throw refused('The video is damaged or incomplete. Export it anew and attach that.')
  if (facts.videoCodec === null) {
    throw refused(
      'This file has sound only, and X takes no sound in direct messages. Put the recording into a video with a picture, or send a link to it.'
    )
  }
  const codec = REFUSED_CODECS[facts.videoCodec]
  if (codec !== undefined) {
    throw refused(`The video is in ${codec}, which X does not take. Export it as MP4 with H.264 ("most compatible").`)
  }
  const { durationMs } = facts
  if (durationMs === null) {
    throw refused('The video does not say how long it is, so X would refuse it. Export it as MP4 and attach that.')
  }
  if (durationMs > VIDEO_SECONDS.most * 1000) {
    throw refused(
      `The video lasts ${Math.ceil(durationMs / 1000)} seconds; X takes at most 140. Shorten it and attach it again.`
    )
  }
  if (durationMs < VIDEO_SECONDS.least * 1000) {
    throw refused('The video is shorter than half a second, which X does not take. Send a picture instead.')
  }
  return { ...sort, width: facts.width || null, height: facts.height || null, durationMs }
}

function refused(sentence: string): AppError {
  return new AppError('invalid-input', sentence)
}
