import { conversationKey } from '../../../shared/domain/ids.ts'
import { storeUsers } from '../customers/store-users.ts'
import type { Database, WriteDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import { claimLost } from '../outbox/reconcile.ts'
import { noteCost } from '../sync/cost-meter.ts'
import type { IncomingUser } from '../sync/incoming.ts'
import { ingest, isEventNumber } from '../sync/ingest.ts'
import type { Activity } from '../x/parse-activity.ts'
import * as sql from './sql.ts'
import type { Typing } from './typing.ts'

/** Stores what the stream tells about one account. */
export type RecordActivity = (activities: readonly Activity[], users: readonly IncomingUser[]) => void

/** Deliveries remembered: X repeats some, mostly soon after a reconnect. */
const REMEMBERED = 5_000
/** A signal that comes later than this tells of the past. */
const STALE_TYPING_MS = 60_000

/**
 * One transaction per line of the stream. Messages go through the same `ingest` as those that were read; they move no
 * cursor, because the stream proves nothing about what lies between, and are charged when delivered.
 */
export function createActivityRecorder(parts: {
  readonly accountId: string
  readonly db: Database
  readonly clock: Clock
  readonly typing: Typing
}): RecordActivity {
  const { accountId, db, clock, typing } = parts
  const delivered = new Set<string>()

  const isFirst = (delivery: string): boolean => {
    if (delivered.has(delivery)) return false
    delivered.add(delivery)
    const [oldest] = delivered
    if (delivered.size > REMEMBERED && oldest !== undefined) delivered.delete(oldest)
    return true
  }

  const storeMessages = (
    tx: WriteDb,
    activities: readonly Extract<Activity, { kind: 'message' }>[],
    now: number
  ): void => {
    if (activities.length === 0) return
    ingest(
      tx,
      accountId,
      activities.map((each) => each.event),
      { source: 'stream', now }
    )
    // What the account itself sent is not billed (x-api.md 5).
    const billed = activities.filter((each) => each.received && isFirst(`message ${each.event.id ?? ''}`))
    noteCost(tx, accountId, 'dm-received', billed.length, now)
    claimLost(tx, accountId, now)
  }

  const storeReceipt = (tx: WriteDb, receipt: Extract<Activity, { kind: 'read' }>): void => {
    const { conversationId, readerId, toEventId, at } = receipt
    if (readerId === accountId) return
    const number = toEventId === null || !isEventNumber(toEventId) ? null : BigInt(toEventId)
    tx.run(sql.NOTE_RECEIPT, accountId, conversationId, readerId, at, number)
    tx.touch(`thread:${conversationKey(accountId, conversationId)}`)
  }

  const storeEncryptedChat = (tx: WriteDb, chat: Extract<Activity, { kind: 'encrypted-chat' }>, now: number): void => {
    const { conversationId, senderId, at, deliveryId } = chat
    if (senderId === accountId || (deliveryId !== null && !isFirst(`chat ${deliveryId}`))) return
    tx.run(sql.NOTE_ENCRYPTED_CHAT, accountId, conversationId, senderId, at ?? now)
    noteCost(tx, accountId, 'chat-received', 1, now)
    tx.touch('encrypted-chats')
  }

  return (activities, users) => {
    const now = clock.now()
    const messages = activities.filter((each) => each.kind === 'message')
    if (activities.some((each) => each.kind !== 'typing')) {
      db.write((tx) => {
        // First the messages: they say who is met, and profiles of nobody are not kept.
        storeMessages(tx, messages, now)
        if (messages.length > 0 || activities.some((each) => each.kind === 'encrypted-chat')) {
          storeUsers(tx, accountId, users, now)
        }
        for (const activity of activities) {
          if (activity.kind === 'read') storeReceipt(tx, activity)
          if (activity.kind === 'encrypted-chat') storeEncryptedChat(tx, activity, now)
        }
        tx.touch('sync')
      })
    }
    for (const { event } of messages) {
      if (event.senderId !== null) typing.end(accountId, event.conversationId, event.senderId)
    }
    for (const activity of activities) {
      if (activity.kind !== 'typing' || activity.userId === accountId) continue
      if (activity.at !== null && now - activity.at > STALE_TYPING_MS) continue
      typing.begin(accountId, activity.conversationId, activity.userId)
    }
  }
}
