import { peerOf } from '../../../shared/domain/ids.ts'
import type { ReadDb } from '../db/database.ts'
import { forecastWindows, sendsTogether } from '../sync/rate-budget.ts'
import { forecastReplies, type WaitingReply } from './forecast.ts'

/** Names of the operations in the rate budget. */
export const SEND_TO_PARTICIPANT = 'send-to-participant'
const SEND_TO_CONVERSATION = 'send-to-conversation'

/** A queue longer than this is not played through to its end. */
const LONGEST = 2_000

interface WaitingRow {
  readonly id: string
  readonly conversation_id: string
  readonly held_until: number | null
  readonly not_before: number | null
  readonly state: string
  readonly scheduled_at: number | null
}

const WAITING = `
  SELECT id, conversation_id, state, held_until, not_before, scheduled_at FROM outbox
  WHERE account_id = ? AND state <> 'sent' AND state IN ('held', 'queued')
  ORDER BY coalesce(scheduled_at, created_at), sequence LIMIT ${LONGEST}`

export function sendEndpoint(accountId: string, conversationId: string): string {
  return peerOf(conversationId, accountId) === null ? SEND_TO_CONVERSATION : SEND_TO_PARTICIPANT
}

/** When the replies of an account that leave by themselves will do so. @returns ms since 1970 by outbox id. */
export function forecastOf(db: ReadDb, accountId: string, now: number): Map<string, number> {
  const replies = db.all<WaitingRow>(WAITING, accountId).map((row): WaitingReply => ({
    id: row.id,
    // One that was written for later holds up nothing.
    conversation: row.state === 'held' && row.scheduled_at !== null ? row.id : row.conversation_id,
    endpoint: sendEndpoint(accountId, row.conversation_id),
    notBefore: Math.max(row.held_until ?? 0, row.not_before ?? 0)
  }))
  if (replies.length === 0) return new Map()
  const windows = new Map(
    [SEND_TO_PARTICIPANT, SEND_TO_CONVERSATION].map((endpoint) => [
      endpoint,
      forecastWindows(db, accountId, endpoint, now)
    ])
  )
  return forecastReplies(replies, { windows, together: sendsTogether(db, accountId) }, now)
}
