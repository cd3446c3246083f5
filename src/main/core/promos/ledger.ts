import type { WriteDb } from '../db/database.ts'
import * as sql from './sql.ts'

/** What is written into the ledger. Its triggers carry it out, or refuse it. */
export interface LedgerEntry {
  readonly event: 'reserved' | 'given' | 'released' | 'expired' | 'revoked' | 'redeemed' | 'doubtful' | 'given-twice'
  readonly codeKey: number
  readonly hold?: string | null
  readonly accountId?: string | null
  readonly conversationId?: string | null
  readonly customerId?: string | null
  /** Who did it; null: Backchannel. */
  readonly member?: string | null
  readonly outboxId?: string | null
  readonly eventId?: string | null
  readonly reply?: string | null
  readonly why?: string | null
}

export function writeLedger(db: WriteDb, entry: LedgerEntry, at: number): void {
  db.run(
    sql.LEDGER,
    at,
    entry.event,
    entry.codeKey,
    entry.hold ?? null,
    entry.accountId ?? null,
    entry.conversationId ?? null,
    entry.customerId ?? null,
    entry.member ?? null,
    entry.outboxId ?? null,
    entry.eventId ?? null,
    entry.reply ?? null,
    entry.why ?? null
  )
  db.touch('promos')
}

/** Something becomes of a code that is kept or given. */
export function writeOfHold(
  db: WriteDb,
  hold: sql.StoredHold,
  entry: Pick<LedgerEntry, 'event' | 'why' | 'member' | 'eventId'>,
  at: number
): void {
  writeLedger(
    db,
    {
      ...entry,
      codeKey: hold.code_key,
      hold: hold.id,
      accountId: hold.account_id,
      conversationId: hold.conversation_id,
      customerId: hold.customer_id,
      outboxId: hold.outbox_id,
      reply: hold.reply_id
    },
    at
  )
}
