import type { MediaItem } from '../../../shared/contract/rows.ts'
import type { MediaKind } from '../../../shared/domain/message.ts'

/** A message's picture, clip or voice message as it is stored. */
export interface StoredMedia {
  readonly position: number
  readonly media_key: string
  readonly kind: MediaKind
  readonly url: string | null
  readonly preview_url: string | null
  readonly width: number | null
  readonly height: number | null
  readonly duration_ms: number | null
  readonly alt: string | null
}

/** The addresses under which the hosts serve a message's media: `media/ACCOUNT/message/EVENT/POSITION[/poster]`. */
export function mediaItem(accountId: string, eventId: string, row: StoredMedia): MediaItem {
  const base = `media/${accountId}/message/${encodeURIComponent(eventId)}/${row.position}`
  return {
    key: row.media_key,
    kind: row.kind,
    src: row.url === null ? null : base,
    poster: row.preview_url === null ? null : `${base}/poster`,
    width: row.width,
    height: row.height,
    durationMs: row.duration_ms,
    alt: row.alt
  }
}
