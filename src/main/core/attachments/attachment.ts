import type { AttachmentCategory } from '../../../shared/domain/attachment.ts'

/** How far the upload to X is. `refused-unshared`: X took the upload, but not in a message, because it is not shared. */
export type UploadState = 'none' | 'uploading' | 'finalizing' | 'processing' | 'ready' | 'refused-unshared'

/** A file in a draft or in a reply, as the database has it. Sizes in bytes and pixels, times in ms. */
export interface Attachment {
  readonly id: string
  readonly account_id: string
  readonly conversation_id: string
  readonly outbox_id: string | null
  readonly file: string | null
  readonly name: string
  readonly size: number
  readonly media_type: string
  readonly category: AttachmentCategory
  readonly width: number | null
  readonly height: number | null
  readonly duration_ms: number | null
  readonly upload_state: UploadState
  readonly shared: number
  readonly media_id: string | null
  readonly media_key: string | null
  readonly next_segment: number
  readonly processed_percent: number | null
  readonly expires_at: number | null
  readonly not_before: number | null
  readonly failures: number
  readonly restarts: number
  readonly updated_at: number
}
