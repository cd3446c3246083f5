import type { AttachmentCategory } from '../../../../shared/domain/attachment.ts'

/** A row of canned_file. Sizes in bytes and pixels, times in ms. */
export interface KeptFileRow {
  readonly hash: string
  readonly file: string
  readonly media_type: string
  readonly category: AttachmentCategory
  readonly size: number
  readonly width: number | null
  readonly height: number | null
  readonly duration_ms: number | null
}

export const FIND = `
  SELECT hash, file, media_type, category, size, width, height, duration_ms FROM canned_file WHERE hash = ?`

export const KEEP = `
  INSERT INTO canned_file (hash, file, media_type, category, size, width, height, duration_ms, kept_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (hash) DO UPDATE SET kept_at = excluded.kept_at`

/** Named by no version (`+` takes the affinity away, with which no index would be used). Parameter: taken in before, ms since 1970. */
export const UNUSED = `
  SELECT c.hash FROM canned_file c
  WHERE c.kept_at < ? AND NOT EXISTS (
    SELECT 1 FROM canned_version v
    WHERE v.content ->> '$.attachment.hash' IS NOT NULL AND v.content ->> '$.attachment.hash' = +c.hash)`

export const DROP = 'DELETE FROM canned_file WHERE hash = ?'
