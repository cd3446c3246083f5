import type { WriteDb } from '../db/database.ts'
import type { Attachment, UploadState } from './attachment.ts'
import * as sql from './sql.ts'

/** X has begun to take the file. @param expiresAt until when it can be used, ms since 1970 */
export function noteBegun(
  db: WriteDb,
  { id }: Attachment,
  upload: {
    readonly mediaId: string
    readonly mediaKey: string | null
    readonly shared: boolean
    readonly expiresAt: number
  },
  now: number
): void {
  db.run(sql.STARTED, upload.mediaId, upload.mediaKey, upload.shared ? 1 : 0, upload.expiresAt, now, id)
}

/** X has the segment that came next. */
export function noteAppended(db: WriteDb, { id, next_segment: segment }: Attachment, now: number): void {
  db.run(sql.APPENDED, segment + 1, now, id)
}

/** @param percent of X's processing. @param notBefore when to ask again, ms since 1970 */
export function setUploadState(
  db: WriteDb,
  { id }: Attachment,
  state: UploadState,
  now: number,
  { percent = null, notBefore = null }: { readonly percent?: number | null; readonly notBefore?: number | null } = {}
): void {
  db.run(sql.SET_UPLOAD_STATE, state, percent, notBefore, now, id)
}

/** Back to the beginning: X has to be given everything again. @param restarts how often X has lost it by now */
export function resetUpload(db: WriteDb, { id }: Attachment, now: number, restarts = 0): void {
  db.run(sql.RESET_UPLOAD, restarts, now, id)
}

/** X says until when the upload can be used; the earlier moment counts. */
export function noteExpiry(db: WriteDb, { id }: Attachment, until: number): void {
  db.run(sql.EXPIRES_BY, until, until, id)
}

/** It did not work this time. @param notBefore when to try again, ms since 1970 */
export function postponeUpload(db: WriteDb, { id }: Attachment, notBefore: number, now: number): void {
  db.run(sql.POSTPONE, notBefore, now, id)
}
