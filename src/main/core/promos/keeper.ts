import type { Database } from '../db/database.ts'
import type { Clock, Log } from '../deps.ts'
import type { Live } from '../live/live.ts'
import { dropLeftovers } from './import/leftovers.ts'
import { lookThroughUnread } from './seen.ts'
import { settleHolds } from './settle.ts'
import * as sql from './sql.ts'

/** Between parts others get their turn. */
const PAUSE_MS = 1
/** A full disk must not end the core: it is tried again. */
const AGAIN_MS = 60_000
/** Timers reach no further than some days. */
const LONGEST_MS = 6 * 3_600_000

/** Keeps the holds of codes true as time passes and messages come in. */
export interface PromoKeeper {
  stop(): void
}

export function createPromoKeeper(parts: {
  readonly db: Database
  readonly clock: Clock
  readonly live: Live
  readonly log: Log
}): PromoKeeper {
  const { db, clock, live, log } = parts
  let cancel: (() => void) | null = null
  let stopped = false
  let working = false

  const plan = (ms: number): void => {
    if (stopped || db.get(sql.ANY_CODES) === undefined) return
    cancel?.()
    cancel = clock.after(ms, step)
  }

  function step(): void {
    cancel = null
    if (stopped) return
    // What is written here is heard of here.
    working = true
    try {
      if (dropLeftovers(db)) return plan(PAUSE_MS)
      const unread = db.get(sql.IS_UNREAD) !== undefined && db.write((tx) => lookThroughUnread(tx, clock.now()))
      if (unread) return plan(PAUSE_MS)
      if (db.get(sql.IS_HELD) === undefined) return
      const next = db.write((tx) => settleHolds(tx, clock.now()))
      if (next !== null) plan(Math.min(LONGEST_MS, Math.max(PAUSE_MS, next - clock.now())))
    } catch (error) {
      log.error('promo codes could not be looked after', { error })
      plan(AGAIN_MS)
    } finally {
      working = false
    }
  }

  const stopListening = live.listen((topics) => {
    if (working) return
    if (topics.has('promos') || topics.has('outbox') || topics.has('inbox') || drafts(topics)) plan(PAUSE_MS)
  })
  plan(PAUSE_MS)
  return {
    stop() {
      stopped = true
      cancel?.()
      stopListening()
    }
  }
}

function drafts(topics: ReadonlySet<string>): boolean {
  for (const topic of topics) if (topic.startsWith('draft:')) return true
  return false
}
