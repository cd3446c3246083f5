import type { MediaKind } from '../../../shared/domain/message.ts'
import type { IncomingMedia } from '../sync/incoming.ts'

const KINDS: Readonly<Record<string, MediaKind>> = {
  jpg: 'photo',
  jpeg: 'photo',
  png: 'photo',
  webp: 'photo',
  heic: 'photo',
  avif: 'photo',
  gif: 'gif',
  mp4: 'video',
  mov: 'video',
  m4v: 'video',
  webm: 'video',
  m4a: 'voice',
  mp3: 'voice',
  aac: 'voice',
  ogg: 'voice',
  oga: 'voice',
  opus: 'voice',
  wav: 'voice'
}

/** The prefixes of the API's media keys (x-api.md 1.3), so that a picture has one key through both doors. */
const KEY_PREFIX: Readonly<Partial<Record<MediaKind, string>>> = { photo: '3_', video: '7_', gif: '16_' }

interface ParsedUrl {
  readonly url: string | null
  readonly file: string
  readonly mediaId: string | null
  readonly gif: boolean
}

/**
 * The pictures and videos of one message.
 * @param urls the message's `mediaUrls`, unchecked
 * @param localFiles the archive's files of this message, relative to the data folder
 */
export function readMedia(messageId: string, urls: readonly unknown[], localFiles: readonly string[]): IncomingMedia[] {
  const parsed = urls.flatMap((url) => (typeof url === 'string' && url !== '' ? [parseUrl(url)] : []))
  const free = new Set(localFiles)
  const exact = parsed.map((media) => take(free, (path) => fileName(path) === `${messageId}-${media.file}`))
  const keys = new Set<string>()
  const found = parsed.map((media, index) => {
    // Videos are kept under another name than their address has.
    const localFile = exact[index] ?? take(free, () => true)
    return toMedia(media, localFile, keys)
  })
  if (parsed.length > 0) return found
  // Some archives hold a video without naming it in the message.
  return localFiles.map((path) => toMedia({ url: null, file: fileName(path), mediaId: null, gif: false }, path, keys))
}

function take(free: Set<string>, test: (path: string) => boolean): string | null {
  for (const path of free) {
    if (!test(path)) continue
    free.delete(path)
    return path
  }
  return null
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** `https://ton.twitter.com/dm/MESSAGE/MEDIA/FILE.jpg`, `https://video.twimg.com/dm_video/MEDIA/vid/…/FILE.mp4?tag=1` */
function parseUrl(raw: string): ParsedUrl {
  const url = URL.parse(raw)
  if (url === null) return { url: null, file: raw.slice(0, 200).toWellFormed(), mediaId: null, gif: false }
  const mediaId = /\/dm(?:\/[0-9]+|_video|_gif)\/([0-9]{1,19})\//.exec(url.pathname)?.[1] ?? null
  return {
    url: url.protocol === 'https:' && isHostOfX(url.hostname) && raw.length <= 2048 ? url.href : null,
    file: fileName(url.pathname).slice(0, 200),
    mediaId: mediaId === null || /^0+$/.test(mediaId) ? null : mediaId,
    gif: url.pathname.includes('/dm_gif/')
  }
}

/** A forged archive must not make the console fetch from a place of its choice. */
function isHostOfX(host: string): boolean {
  return /(?:^|\.)(?:twitter\.com|x\.com|twimg\.com)$/.test(host)
}

function toMedia(media: ParsedUrl, localFile: string | null, keys: Set<string>): IncomingMedia {
  const kind = media.gif ? 'gif' : (kindOf(media.file) ?? kindOf(localFile ?? '') ?? 'file')
  const prefix = KEY_PREFIX[kind]
  const base = media.mediaId !== null && prefix !== undefined ? prefix + media.mediaId : `archive:${media.file}`
  let key = base
  for (let count = 2; keys.has(key); count += 1) key = `${base}:${count}`
  keys.add(key)
  return {
    key,
    kind,
    url: media.url,
    previewUrl: null,
    width: null,
    height: null,
    durationMs: null,
    altText: null,
    localFile
  }
}

function kindOf(file: string): MediaKind | null {
  return KINDS[/\.([a-z0-9]{1,5})$/i.exec(file)?.[1]?.toLowerCase() ?? ''] ?? null
}
