import type { WriteDb } from '../db/database.ts'
import { changed } from '../outbox/transitions.ts'
import { forgetClockOffsets } from '../sync/x-clock.ts'

interface LateRow {
  readonly id: string
  readonly account_id: string
  readonly conversation_id: string
}

/** Times that were computed from a clock which was ahead. A moment that a person chose (a scheduled reply) stays. */
const IN_FUTURE = `
  SELECT id, account_id, conversation_id FROM outbox
  WHERE state <> 'sent' AND state IN ('held', 'queued', 'unknown') AND updated_at > ?`

const HOLD_AGAIN = `
  UPDATE outbox SET held_until = ? + (held_until - created_at)
  WHERE id = ? AND state = 'held' AND scheduled_at IS NULL`

const WAIT_AGAIN = 'UPDATE outbox SET not_before = ? + max(0, not_before - updated_at) WHERE id = ? AND not_before > ?'

const REQUESTS_AGAIN = `
  UPDATE x_request SET held_until = ? + max(0, held_until - created_at), not_before = ? + max(0, not_before - updated_at)
  WHERE updated_at > ?`

/**
 * After the clock was set back: what should have waited for seconds must not wait for the whole jump. The waiting
 * starts again. Limits are none of this: they are counted by X's clock (sync/x-clock.ts).
 */
export function mendTimes(db: WriteDb, now: number): void {
  for (const row of db.all<LateRow>(IN_FUTURE, now)) {
    db.run(HOLD_AGAIN, now, row.id)
    db.run(WAIT_AGAIN, now, row.id, now)
    changed(db, row)
  }
  db.run(REQUESTS_AGAIN, now, now, now)
  forgetClockOffsets(db)
  db.touch('sync')
}
