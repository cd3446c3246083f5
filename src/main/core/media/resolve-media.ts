import type { ReadDb } from '../db/database.ts'
import * as sql from './sql.ts'

/** Where the bytes behind a `media/…` path come from. */
export interface MediaSource {
  readonly accountId: string
  /** An address of X, or `archive:` with the name of a file. */
  readonly url: string
  /** The file itself, where the path names an attachment of a draft, a reply or a canned reply. */
  readonly file: string | null
  /** The message whose medium this is, if the attachment of our own reply would do as well. */
  readonly ownEventId: string | null
}

const AVATAR = /^([0-9]{1,19})\/avatar\/([0-9]{1,19})$/
const ATTACHMENT = /^([0-9]{1,19})\/attachment\/([0-9a-f-]{36})$/
const CANNED = /^canned\/([0-9a-f]{64})$/
const MESSAGE = /^([0-9]{1,19})\/message\/([^/]{1,600})\/([0-9]{1,2})(\/poster)?$/

/** @returns where the bytes come from, for a path that names something we know. */
export function resolveMedia(db: ReadDb, path: string): MediaSource | null {
  const avatar = AVATAR.exec(path)
  if (avatar) {
    const [, accountId = '', userId = ''] = avatar
    const url = db.get<{ avatar_url: string | null }>('SELECT avatar_url FROM user WHERE id = ?', userId)?.avatar_url
    return url ? { accountId, url, file: null, ownEventId: null } : null
  }
  const attached = ATTACHMENT.exec(path)
  if (attached) {
    const [, accountId = '', id = ''] = attached
    const file = db.get<{ file: string | null }>(sql.ATTACHED_FILE, id, accountId)?.file ?? null
    return file === null ? null : { accountId, url: `attachment:${id}`, file, ownEventId: null }
  }
  const canned = CANNED.exec(path)
  if (canned) {
    const [, hash = ''] = canned
    const file = db.get<{ file: string }>(sql.CANNED_FILE, hash)?.file ?? null
    return file === null ? null : { accountId: '', url: `attachment:${hash}`, file, ownEventId: null }
  }
  const message = MESSAGE.exec(path)
  if (!message) return null
  const [, accountId = '', writtenId = '', position = '0', poster] = message
  const eventId = decoded(writtenId)
  if (eventId === null) return null
  const row = db.get<{ url: string | null; preview_url: string | null }>(
    `SELECT mm.url, mm.preview_url FROM message m JOIN message_media mm ON mm.message_key = m.key
     WHERE m.account_id = ? AND m.event_id = ? AND mm.position = ?`,
    accountId,
    eventId,
    Number(position)
  )
  const url = poster === undefined ? row?.url : row?.preview_url
  return url ? { accountId, url, file: null, ownEventId: poster === undefined ? eventId : null } : null
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
