import { v7 as uuidv7 } from 'uuid'
import type { DraftSaved } from '../../../shared/contract/commands.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import { isBlank } from '../../../shared/domain/draft.ts'
import { conversationKey } from '../../../shared/domain/ids.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { draftIsDone } from '../follow-ups/keep-promises.ts'
import { findConversationKey, refreshConversations } from '../inbox/refresh.ts'
import { afterSave } from './draft-history.ts'
import type { DraftPlace } from './draft-place.ts'
import * as sql from './draft-sql.ts'
import { keepVersion } from './draft-versions.ts'

export interface DraftText {
  readonly text: string
  /** The revision that the text grew from; null when there was no draft. */
  readonly base: string | null
  /** The name of the new state, drawn by the writer. */
  readonly revision: string
  /** The agent has seen that the draft is another and decided for this text. */
  readonly replaces: boolean
}

/**
 * Saves what the agent has typed; a blank text removes the draft. Called within a second of typing and on blur. A text
 * that grew from another state than the stored one never takes its place: it goes to the history instead.
 */
export function saveDraft(db: WriteDb, place: DraftPlace, draft: DraftText, now: number): DraftSaved {
  const stored = readDraft(db, place)
  if (stored !== null && stored.revision !== draft.base) {
    if (stored.text !== draft.text) keepVersion(db, place, draft.text, 'other-window', now)
    return { saved: false, current: { text: stored.text, revision: stored.revision } }
  }
  if (draft.replaces && stored !== null) keepVersion(db, place, stored.text, 'other-window', now)
  return { saved: true, current: putDraft(db, place, stored, { ...draft, returned: false }, now) }
}

/**
 * An earlier version becomes the draft. What is on the screen and what is stored go to the history first.
 * @throws {AppError} not-found
 */
export function restoreDraft(
  db: WriteDb,
  place: DraftPlace,
  input: { readonly version: string; readonly text: string; readonly revision: string },
  now: number
): { text: string } {
  const { accountId, conversationId, mode } = place
  const version = db.get<{ text: string }>(sql.VERSION, input.version, accountId, conversationId, mode)
  if (!version) throw new AppError('not-found', 'This version is not kept any more. Choose another one.')
  const stored = readDraft(db, place)
  keepVersion(db, place, stored?.text ?? '', 'replaced', now)
  keepVersion(db, place, input.text, 'replaced', now)
  putDraft(db, place, null, { text: version.text, revision: input.revision, returned: false }, now)
  return { text: version.text }
}

/**
 * Takes the draft away because its text went somewhere else: sent, or added as a note. A draft that another window
 * wrote meanwhile stays.
 * @param revision the state that the text was written in; null when it was written without a draft (the command line)
 */
export function spendDraft(db: WriteDb, place: DraftPlace, text: string, revision: string | null, now: number): void {
  const stored = readDraft(db, place)
  const own = stored !== null && (stored.revision === revision || stored.text.trim() === text.trim())
  if (own) {
    // Rewritten and sent faster than it was saved: what the draft had before goes nowhere else.
    const { keep } = afterSave({ text: stored.fullest, at: stored.fullest_at }, text, now)
    if (keep !== null) keepVersion(db, place, keep, 'typed', now)
    dropDraft(db, place)
  }
  keepVersion(db, place, text, 'sent', now)
}

/** A reply that comes back from the outbox joins what has been typed since; nothing typed is ever overwritten. */
export function returnToDraft(db: WriteDb, place: DraftPlace, text: string, now: number): string {
  const stored = readDraft(db, place)
  const joined = stored === null ? text : `${text}\n\n${stored.text}`
  putDraft(db, place, stored, { text: joined, revision: uuidv7(), returned: true }, now)
  return joined
}

/** The draft as it is stored; null when there is none. */
export function readDraft(db: ReadDb, { accountId, conversationId, mode }: DraftPlace): sql.StoredDraft | null {
  return db.get<sql.StoredDraft>(sql.DRAFT, accountId, conversationId, mode) ?? null
}

function putDraft(
  db: WriteDb,
  place: DraftPlace,
  stored: sql.StoredDraft | null,
  next: { readonly text: string; readonly revision: string; readonly returned: boolean },
  now: number
): DraftSaved['current'] {
  const { accountId, conversationId, mode } = place
  if (isBlank(next.text)) {
    keepVersion(db, place, stored?.fullest ?? '', 'cleared', now)
    dropDraft(db, place)
    return null
  }
  const before = stored === null ? { text: next.text, at: now } : { text: stored.fullest, at: stored.fullest_at }
  const { fullest, keep } = afterSave(before, next.text, now)
  if (keep !== null) keepVersion(db, place, keep, 'typed', now)
  const returned = next.returned ? 1 : 0
  db.run(
    sql.PUT_DRAFT,
    accountId,
    conversationId,
    mode,
    next.text,
    next.revision,
    returned,
    fullest.text,
    fullest.at,
    now
  )
  db.touch(`draft:${conversationKey(accountId, conversationId)}`)
  // The list only shows that there is a draft: it need not hear of every letter.
  if (stored === null) refreshPlace(db, place)
  return { text: next.text, revision: next.revision }
}

function dropDraft(db: WriteDb, place: DraftPlace): void {
  const { accountId, conversationId, mode } = place
  if (db.run(sql.DROP_DRAFT, accountId, conversationId, mode).changes === 0) return
  if (mode === 'reply') draftIsDone(db, place)
  db.touch(`draft:${conversationKey(accountId, conversationId)}`)
  refreshPlace(db, place)
}

/** A conversation without a message has its place in the list for its draft alone. */
function refreshPlace(db: WriteDb, { accountId, conversationId }: DraftPlace): void {
  const key = findConversationKey(db, accountId, conversationId)
  if (key !== null) refreshConversations(db, [key])
}
