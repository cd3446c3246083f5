import type { MediaKind } from './message.ts'

/** The kinds of media X takes in a direct message, as it names them (x-api.md 1.9). */
export type AttachmentCategory = 'dm_image' | 'dm_gif' | 'dm_video'

/** What people call them. */
export const categoryKinds = {
  dm_image: 'photo',
  dm_gif: 'gif',
  dm_video: 'video'
} as const satisfies Record<AttachmentCategory, MediaKind>

const MEGABYTE = 1024 * 1024

/** X's limits in bytes. */
export const attachmentLimits: Readonly<Record<AttachmentCategory, number>> = {
  dm_image: 5 * MEGABYTE,
  dm_gif: 15 * MEGABYTE,
  dm_video: 512 * MEGABYTE
}

/** No attachment is larger than this, whatever it is. */
export const MAX_ATTACHMENT_BYTES = attachmentLimits.dm_video

/** Seconds. */
export const VIDEO_SECONDS = { least: 0.5, most: 140 } as const

export const GIF_LIMITS = { width: 1280, height: 1080, frames: 350 } as const

/** What X takes, in one sentence. Its API has no type for sound (x-api.md 1.9). */
export const WHAT_X_TAKES =
  'X takes one picture (JPG, PNG or WEBP up to 5 MB), GIF (up to 15 MB) or video (MP4, MOV or WEBM up to 512 MB and 140 seconds) per message.'

/** How long a file's name may be; longer ones are cut. */
const MAX_ATTACHMENT_NAME = 200

/** The name of a file as it is shown: no folder, no line breaks, not for ever. */
export function attachmentName(name: string): string {
  const last = name.split(/[\\/]/u).at(-1) ?? ''
  const clean = last
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, MAX_ATTACHMENT_NAME)
    .toWellFormed()
    .trim()
  return clean === '' ? 'Attachment' : clean
}

/** The whole sentence for a file that is larger than anything X takes. */
export const FILE_TOO_LARGE = `The file is too large. ${WHAT_X_TAKES}`
