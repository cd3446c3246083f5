import { v7 as uuidv7 } from 'uuid'
import type { DraftVersionRow } from '../../../shared/contract/rows.ts'
import { isBlank, type VersionReason, versionReasons } from '../../../shared/domain/draft.ts'
import { conversationKey } from '../../../shared/domain/ids.ts'
import { isRecent } from '../clock/is-recent.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { lostCharacters } from './draft-history.ts'
import type { DraftPlace } from './draft-place.ts'
import * as sql from './draft-sql.ts'

/** This many versions of each draft are kept, and none for longer than a month. */
const MOST = 50
const KEEP_MS = 30 * 24 * 3_600_000
/** A text that goes on growing in a window whose saves are refused is one version, not one per save. Milliseconds. */
const SAME_BURST_MS = 10 * 60_000

/** Puts a text into the history of a draft. The same text is kept once, with its last reason; a blank one not at all. */
export function keepVersion(db: WriteDb, place: DraftPlace, text: string, reason: VersionReason, now: number): void {
  if (isBlank(text)) return
  const { accountId, conversationId, mode } = place
  const versions = db.all<sql.StoredVersion>(sql.VERSIONS, accountId, conversationId, mode, -1)
  const same =
    versions.find((version) => version.text === text) ??
    versions.find(
      (version) =>
        reason === 'other-window' &&
        version.reason === reason &&
        isRecent(version.updated_at, SAME_BURST_MS, now) &&
        lostCharacters(version.text, text) === 0
    )
  if (same) db.run(sql.CHANGE_VERSION, text, reason, now, same.id)
  else db.run(sql.ADD_VERSION, uuidv7(), accountId, conversationId, mode, text, reason, now, now)
  for (const { id } of versions.filter((version) => version !== same).slice(MOST - 1)) db.run(sql.DROP_VERSION, id)
  db.touch(`draft:${conversationKey(accountId, conversationId)}`)
}

/** Newest first. */
export function listVersions(db: ReadDb, { accountId, conversationId, mode }: DraftPlace): DraftVersionRow[] {
  return db
    .all<sql.StoredVersion>(sql.VERSIONS, accountId, conversationId, mode, MOST)
    .map(({ id, text, reason, updated_at: at }) => ({
      id,
      text,
      reason: versionReasons.find((known) => known === reason) ?? 'typed',
      at
    }))
}

/** Run at start. */
export function dropOldVersions(db: WriteDb, now: number): void {
  db.run(sql.DROP_OLD_VERSIONS, now - KEEP_MS)
}
