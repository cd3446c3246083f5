import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import { conversationKey, type ConversationKey, splitConversationKey } from '../../../shared/domain/ids.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { findConversationKey, refreshConversations } from '../inbox/refresh.ts'
import type { Attachment } from './attachment.ts'
import type { AttachmentFacts } from './inspect.ts'
import * as sql from './sql.ts'
import { resetUpload } from './upload-state.ts'

/** A conversation whose draft can take a file. */
export interface DraftTarget {
  readonly accountId: string
  readonly conversationId: string
}

/** @throws {AppError} not-found, not-allowed */
export function draftTarget(db: ReadDb, key: ConversationKey): DraftTarget {
  const target = splitConversationKey(key)
  const account = db.get<{ api_base: string | null }>('SELECT api_base FROM account WHERE id = ?', target.accountId)
  if (!account || findConversationKey(db, target.accountId, target.conversationId) === null) {
    throw new AppError('not-found', 'There is no such conversation.')
  }
  if (account.api_base === null) {
    throw new AppError('not-allowed', 'This account comes from an archive. Connect it to X before you answer.')
  }
  return target
}

/** A file that is kept and was looked into. */
export interface CheckedFile extends AttachmentFacts {
  /** As the media folder has it. */
  readonly file: string
  readonly name: string
  readonly size: number
}

/** Puts a file into a draft; the one before is set aside. @returns the attachment's id */
export function addToDraft(
  db: WriteDb,
  { accountId, conversationId }: DraftTarget,
  checked: CheckedFile,
  now: number
): string {
  const id = uuidv7()
  const { file, name, size, mediaType, category, width, height, durationMs } = checked
  setAsideOfDraft(db, accountId, conversationId, now)
  db.run(
    sql.INSERT,
    id,
    accountId,
    conversationId,
    file,
    name,
    size,
    mediaType,
    category,
    width,
    height,
    durationMs,
    now,
    now
  )
  touched(db, accountId, conversationId)
  return id
}

/** What the draft of a conversation takes along, or null. */
export function attachmentOfDraft(db: ReadDb, accountId: string, conversationId: string): Attachment | null {
  return db.get<Attachment>(sql.OF_DRAFT, accountId, conversationId) ?? null
}

/** What a reply in the outbox takes along, or null. */
export function attachmentOfReply(db: ReadDb, outboxId: string): Attachment | null {
  return db.get<Attachment>(sql.OF_REPLY, outboxId) ?? null
}

/**
 * The draft's attachment goes along with the reply, in the command's own transaction.
 * @throws {AppError} conflict when it is not the draft's any more
 */
export function attachToReply(
  db: WriteDb,
  target: { readonly accountId: string; readonly conversationId: string },
  attachmentId: string,
  outboxId: string,
  now: number
): void {
  const attachment = attachmentOfDraft(db, target.accountId, target.conversationId)
  if (attachment?.id !== attachmentId) {
    throw new AppError('conflict', 'The attachment is no longer in this draft. Attach it again; nothing was sent.')
  }
  db.run(sql.BIND, outboxId, now, attachmentId)
  touched(db, target.accountId, target.conversationId)
}

/**
 * A reply that is taken back returns its attachment to the draft. An upload that X holds already stays good.
 * @throws {AppError} conflict when the draft has another one by now: nothing an agent attached is ever dropped unasked
 */
export function returnAttachment(db: WriteDb, outboxId: string, now: number): void {
  const attachment = attachmentOfReply(db, outboxId)
  if (attachment === null) return
  const { account_id: accountId, conversation_id: conversationId } = attachment
  if (attachmentOfDraft(db, accountId, conversationId) !== null) {
    throw new AppError(
      'conflict',
      'The reply you are writing has an attachment of its own, and X takes one per message. Remove that first; nothing was changed.'
    )
  }
  db.run(sql.BIND, null, now, attachment.id)
  if (attachment.upload_state === 'refused-unshared') resetUpload(db, attachment, now)
  touched(db, accountId, conversationId)
}

/** For a reply that is discarded: its attachment can be had back for a while. */
export function setAsideOfReply(db: WriteDb, outboxId: string, now: number): void {
  const attachment = attachmentOfReply(db, outboxId)
  if (attachment) db.run(sql.SET_ASIDE, now, attachment.id)
}

/** Takes the attachment out of a draft; it can be had back for a while. */
export function setAsideOfDraft(db: WriteDb, accountId: string, conversationId: string, now: number): void {
  const attachment = attachmentOfDraft(db, accountId, conversationId)
  if (attachment) db.run(sql.SET_ASIDE, now, attachment.id)
  touched(db, accountId, conversationId)
}

/**
 * Puts what was taken out back into the draft; what is there now is set aside in its place.
 * @throws {AppError} not-found when it is gone
 */
export function takeBackAside(
  db: WriteDb,
  target: { readonly accountId: string; readonly conversationId: string },
  attachmentId: string,
  now: number
): void {
  const { accountId, conversationId } = target
  const aside = db.get<Attachment>(sql.FIND_ASIDE, attachmentId, accountId, conversationId)
  if (!aside) throw new AppError('not-found', 'This attachment is gone. Attach the file again.')
  setAsideOfDraft(db, accountId, conversationId, now)
  db.run(sql.BIND, null, now, attachmentId)
  if (aside.upload_state === 'refused-unshared') resetUpload(db, aside, now)
  touched(db, accountId, conversationId)
}

/** How long what was taken out can be had back, ms. */
const KEEP_ASIDE_MS = 24 * 3_600_000

/** Run at start. */
export function dropOldAside(db: WriteDb, now: number): void {
  db.run(sql.DROP_ASIDE, now - KEEP_ASIDE_MS)
}

/** Whether the agent has said that X may make this account's attachments reachable by their link. */
export function mayShare(db: ReadDb, accountId: string): boolean {
  return db.get<{ shared: number }>(sql.CONSENT, accountId)?.shared === 1
}

/**
 * Sending again what X refused because it is not shared would be refused again.
 * @throws {AppError} conflict with what to do instead
 */
export function refuseUnanswered(db: ReadDb, outboxId: string): void {
  if (attachmentOfReply(db, outboxId)?.upload_state !== 'refused-unshared') return
  throw new AppError(
    'conflict',
    'X takes this attachment only if it is shared. Allow that, or edit the reply and remove the attachment. Nothing was changed.'
  )
}

/**
 * The agent's yes: it holds for the account from now on, and the reply's upload is made again as a shared one.
 * @throws {AppError} conflict when nobody asked
 */
export function allowSharing(db: WriteDb, outboxId: string, now: number): void {
  const attachment = attachmentOfReply(db, outboxId)
  if (attachment?.upload_state !== 'refused-unshared') {
    throw new AppError('conflict', 'X did not ask for this. Nothing was changed.')
  }
  db.run(sql.SET_CONSENT, attachment.account_id, 1, now)
  resetUpload(db, attachment, now)
  db.touch('accounts')
}

/** The draft of a conversation has changed. */
function touched(db: WriteDb, accountId: string, conversationId: string): void {
  db.touch(`draft:${conversationKey(accountId, conversationId)}`)
  // A conversation without a message has its place in the list for its draft alone.
  const key = findConversationKey(db, accountId, conversationId)
  if (key !== null) refreshConversations(db, [key])
}
