import { fileTypeFromBuffer } from 'file-type'

/** Bytes that file-type wants to see. */
export const SNIFF_LENGTH = 4_100

/** Shown by the console. Everything else is offered as plain bytes, so that no file can become a page or a script. */
const SHOWN =
  /^(image\/(jpeg|png|gif|webp|avif|bmp)|video\/(mp4|webm|quicktime)|audio\/(mpeg|mp4|x-m4a|wav|ogg|webm|aac))$/

/** The type of a file by its first bytes: X serves DM media as `application/octet-stream` (x-api.md 1.10). */
export async function contentTypeOf(start: Uint8Array): Promise<string> {
  const found = await fileTypeFromBuffer(start)
  if (!found) return 'application/octet-stream'
  const type = found.mime === 'audio/vnd.wave' ? 'audio/wav' : (found.mime.split(';')[0] ?? '')
  return SHOWN.test(type) ? type : 'application/octet-stream'
}
