import { t } from '../../i18n/t.ts'
import type { ThreadRow } from '../../../../shared/contract/rows.ts'

export interface Photo {
  /** Unique in the thread. */
  readonly id: string
  readonly src: string
  readonly alt: string
}

export function photoId(messageId: string, key: string): string {
  return `${messageId} ${key}`
}

/** All photos of a thread that can be looked at, in order. */
export function photosOf(rows: readonly ThreadRow[]): Photo[] {
  return rows.flatMap((row) =>
    row.kind === 'message'
      ? row.media.flatMap((item) =>
          item.kind === 'photo' && item.src !== null
            ? [
                {
                  id: photoId(row.id, item.key),
                  src: item.src,
                  alt: item.alt ?? t('Photo from {name}', { name: row.author.name })
                }
              ]
            : []
        )
      : []
  )
}
