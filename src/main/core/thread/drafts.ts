import { conversationKey } from '../../../shared/domain/ids.ts'
import type { WriteDb } from '../db/database.ts'
import * as sql from './sql.ts'

/** Saves what the agent has typed; an empty text removes the draft. Called within a second of typing and on blur. */
export function saveDraft(db: WriteDb, accountId: string, conversationId: string, text: string, now: number): void {
  const before = db.get<{ text: string }>(sql.DRAFT, accountId, conversationId)
  if (text.trim() === '') db.run(sql.DROP_DRAFT, accountId, conversationId)
  else db.run(sql.SAVE_DRAFT, accountId, conversationId, text, now)
  db.touch(`draft:${conversationKey(accountId, conversationId)}`)
  // The list only shows that there is a draft: it need not hear of every letter.
  if ((before === undefined) !== (text.trim() === '')) db.touch('inbox')
}

/** A reply that comes back from the outbox joins what has been typed since; nothing typed is ever overwritten. */
export function returnToDraft(
  db: WriteDb,
  accountId: string,
  conversationId: string,
  text: string,
  now: number
): string {
  const before = db.get<{ text: string }>(sql.DRAFT, accountId, conversationId)?.text ?? ''
  const joined = before.trim() === '' ? text : `${text}\n\n${before}`
  saveDraft(db, accountId, conversationId, joined, now)
  return joined
}
