import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import { peerOf, splitConversationKey } from '../../../shared/domain/ids.ts'
import type { WriteDb } from '../db/database.ts'
import { enqueueReply } from '../outbox/enqueue.ts'
import type { SendGate } from '../send-check/gate.ts'
import { refusalOf, refusalSentence } from './refusal.ts'
import type { Survey } from './surveys.ts'
import * as sql from './sql.ts'

const HOUR_MS = 3_600_000
/** A canned reply that was used longer ago has nothing to do with the score. Milliseconds. */
const USED_MS = 7 * 24 * HOUR_MS

/** How a survey is sent. */
export interface Asking {
  readonly conversation: string
  readonly survey: Survey
  /** As the customer will read it. */
  readonly text: string
  /** Whose question it is: a member. */
  readonly member: string
  /** How long it can be taken back. ms */
  readonly holdMs: number
  /** It goes out by itself because the conversation was resolved, and leaves it so. */
  readonly automatic: boolean
}

/**
 * Puts a survey into the outbox like any other reply, and keeps that it was asked, in one transaction.
 * @throws {AppError} not-allowed when the customer must not be asked or the send check stops it; those of the outbox
 */
export function askSurvey(
  db: WriteDb,
  asking: Asking,
  gate: Pick<SendGate, 'check'>,
  now: number
): { outboxId: string; state: 'held' | 'queued'; asked: string } {
  const { conversation, survey, text, member, holdMs, automatic } = asking
  const target = splitConversationKey(conversation)
  const refused = refusalOf(db, target, survey.everyDays, now)
  if (refused) throw new AppError('not-allowed', refusalSentence(refused))
  gate.check(db, target, text)
  const reply = enqueueReply(db, target, text, { inConsole: true, holdMs, sendAt: null, resolves: automatic }, now)
  const { accountId, conversationId } = target
  const used = db.get<{ reply_id: string; version_id: string }>(sql.LAST_USE, accountId, conversationId, now - USED_MS)
  const id = uuidv7()
  db.run(
    sql.KEEP_ASKED,
    id,
    survey.id,
    survey.kind,
    accountId,
    conversationId,
    reply.outboxId,
    peerOf(conversationId, accountId),
    member,
    now,
    survey.windowHours * HOUR_MS,
    automatic ? 1 : 0,
    used?.reply_id ?? null,
    used?.version_id ?? null
  )
  db.touch('surveys')
  return { ...reply, asked: id }
}
