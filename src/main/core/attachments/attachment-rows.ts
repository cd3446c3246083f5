import type { AttachmentRow, MediaItem, ReplyQuestion, UploadProgress } from '../../../shared/contract/rows.ts'
import { categoryKinds } from '../../../shared/domain/attachment.ts'
import type { OutboxState } from '../../../shared/domain/message.ts'
import type { ReadDb } from '../db/database.ts'
import type { IncomingMedia } from '../sync/incoming.ts'
import { attachmentOfReply } from './attachments.ts'
import { segmentsOf } from './segments.ts'
import type { Attachment } from './attachment.ts'

/** What the composer and the outbox show of an attachment. */
export function attachmentRow(attachment: Attachment): AttachmentRow {
  const { id, name, size } = attachment
  return { id, name, size, item: attachmentItem(attachment) }
}

/** The medium as a message shows it. */
export function attachmentItem(attachment: Attachment): MediaItem {
  return {
    key: `attachment:${attachment.id}`,
    kind: categoryKinds[attachment.category],
    src: attachment.file === null ? null : `media/${attachment.account_id}/attachment/${attachment.id}`,
    poster: null,
    width: attachment.width,
    height: attachment.height,
    durationMs: attachment.duration_ms,
    alt: null
  }
}

/** How far the upload is; null before it has begun and when nothing is left to do. */
export function uploadProgress(attachment: Attachment): UploadProgress | null {
  switch (attachment.upload_state) {
    case 'none':
    case 'ready':
    case 'refused-unshared':
      return null
    case 'uploading':
    case 'finalizing':
      return {
        phase: 'uploading',
        percent: Math.floor((attachment.next_segment / Math.max(1, segmentsOf(attachment.size))) * 100)
      }
    case 'processing':
      return { phase: 'processing', percent: attachment.processed_percent }
  }
}

/** What the agent is asked about a reply that waits for a look. */
export function replyQuestion(state: OutboxState, attachment: Attachment | null): ReplyQuestion | null {
  return state === 'needs-attention' && attachment?.upload_state === 'refused-unshared' ? 'share' : null
}

/** The message's medium until X names it: what the reply took along. */
export function ownMedia(db: ReadDb, outboxId: string): IncomingMedia[] {
  const attachment = attachmentOfReply(db, outboxId)
  if (attachment === null) return []
  const { id, category, width, height, duration_ms: durationMs } = attachment
  return [
    {
      key: attachment.media_key ?? `attachment:${id}`,
      kind: categoryKinds[category],
      url: `attachment:${id}`,
      previewUrl: null,
      width,
      height,
      durationMs,
      altText: null,
      localFile: null
    }
  ]
}
