import type { ReplyFileRow } from '../../../../../shared/contract/library-rows.ts'
import type { AttachmentRow } from '../../../../../shared/contract/rows.ts'
import type { ReplyAttachment } from '../../../../../shared/domain/library/canned-reply.ts'

/** What a version says of its file, with a look at it when it is here. */
export function replyFileRow(attachment: ReplyAttachment, row: ReplyFileRow | undefined): AttachmentRow {
  const { hash: id, name, bytes: size, type } = attachment
  const kind = type === 'image/gif' ? 'gif' : type.startsWith('video/') ? 'video' : 'photo'
  const unseen = { key: `canned:${id}`, kind, src: null, poster: null } as const
  return { id, name, size, item: row?.item ?? { ...unseen, width: null, height: null, durationMs: null, alt: null } }
}
