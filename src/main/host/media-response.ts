import type { Core, MediaFile } from '../core/core-interface.ts'
import { pageHeaders } from './page-headers.ts'

export interface MediaResponse {
  readonly status: number
  readonly headers: Record<string, string>
  /** Null for HEAD and for refusals. */
  readonly body: AsyncIterable<Uint8Array> | null
}

/** Only what a page shows inside itself keeps its type; everything else is a download, SVG and HTML above all. */
const SHOWN = /^(image\/(png|jpeg|gif|webp|avif|bmp)|video\/[\w.+-]+|audio\/[\w.+-]+)$/

/** The bytes that a Range header asks for; null when there is none that matters here (then the whole file is sent). */
function parseRange(header: string | null | undefined): { start: number; end: number | null } | null {
  const match = /^bytes=(\d{1,15})-(\d{1,15})?$/.exec(header?.trim() ?? '')
  if (!match) return null
  const start = Number(match[1])
  const end = match[2] === undefined ? null : Number(match[2])
  return end !== null && end < start ? null : { start, end }
}

/** The path behind `/media/`, or null when the address is not one of a picture, clip or avatar. */
function mediaPath(pathname: string): string | null {
  if (!pathname.startsWith('/media/')) return null
  try {
    const decoded = decodeURIComponent(pathname.slice('/media/'.length))
    const segments = decoded.split('/')
    const bad = /[\\\0]/.test(decoded) || segments.some((part) => part === '' || part === '.' || part === '..')
    return bad ? null : decoded
  } catch {
    return null
  }
}

/** Answers a request for `media/…`, with 206 for a range, 404 when the file cannot be had now, 416 beyond its end. */
export async function mediaResponse(
  core: Pick<Core, 'media'>,
  pathname: string,
  rangeHeader: string | null | undefined,
  method: string
): Promise<MediaResponse> {
  const path = mediaPath(pathname)
  const range = parseRange(rangeHeader)
  const file = path === null ? null : await core.media(path, range)
  if (file === null) return refusal(404, {})
  if (range !== null && (range.start >= file.size || file.end < file.start)) {
    await discard(file)
    return refusal(416, { 'content-range': `bytes */${file.size}` })
  }
  const partial = range !== null
  const headers: Record<string, string> = {
    ...mediaHeaders(),
    'content-type': file.contentType,
    'content-length': String(file.end - file.start + 1),
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=3600',
    ...(partial ? { 'content-range': `bytes ${file.start}-${file.end}/${file.size}` } : {})
  }
  if (!SHOWN.test(file.contentType)) {
    headers['content-type'] = 'application/octet-stream'
    headers['content-disposition'] = 'attachment'
  }
  if (method === 'HEAD') await discard(file)
  return { status: partial ? 206 : 200, headers, body: method === 'HEAD' ? null : file.body }
}

function refusal(status: number, headers: Record<string, string>): MediaResponse {
  return {
    status,
    headers: { ...mediaHeaders(), 'cache-control': 'no-store', 'content-length': '0', ...headers },
    body: null
  }
}

/** A file opened as a page of its own must not run anything. */
function mediaHeaders(): Record<string, string> {
  return { ...pageHeaders(), 'content-security-policy': "default-src 'none'; sandbox" }
}

/** Closes the file or the download behind a body that nobody reads. */
async function discard(file: MediaFile): Promise<void> {
  await file.body[Symbol.asyncIterator]().return?.()
}
