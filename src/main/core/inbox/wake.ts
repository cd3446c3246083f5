import type { Database } from '../db/database.ts'
import type { Clock, Log } from '../deps.ts'
import type { Live } from '../live/live.ts'
import { findConversationKey, refreshConversations } from './refresh.ts'
import { DUE_TO_WAKE, NEXT_FOLLOW_UP, NEXT_WAKE, WAKE } from './sql.ts'

/** Brings back what was snoozed when its time comes, and tells the queues when a promise becomes due. */
export interface Waker {
  /** Looks at the clock: at the start, after a sleep, and after the clock was set. */
  check(): void
  stop(): void
}

/** Ten thousand can be snoozed until the same moment; the queues must stay quick while they come back. */
const AT_ONCE = 500
/** Longer timers are cut by the system; looking again is free. Milliseconds. */
const LONGEST_WAIT_MS = 3_600_000

interface PlaceRow {
  readonly account_id: string
  readonly conversation_id: string
}

/** @param parts.watching false on the command line, where nothing happens by itself */
export function createWaker(parts: {
  readonly db: Database
  readonly clock: Clock
  readonly live: Live
  readonly log: Log
  readonly watching: boolean
}): Waker {
  const { db, clock, live, log } = parts
  let cancel = (): void => undefined
  let plannedFor: number | null = null
  let stopped = false

  /** @returns whether there may be more */
  const wakeSome = (now: number): boolean => {
    const due = db.all<PlaceRow>(DUE_TO_WAKE, now, AT_ONCE)
    if (due.length === 0) return false
    db.write((tx) => {
      for (const { account_id: account, conversation_id: conversation } of due) {
        tx.run(WAKE, now, now, now, account, conversation)
      }
      const keys = due.map((row) => findConversationKey(tx, row.account_id, row.conversation_id))
      refreshConversations(
        tx,
        keys.filter((key) => key !== null)
      )
    })
    return due.length === AT_ONCE
  }

  const plan = (): void => {
    if (!parts.watching || stopped) return
    const now = clock.now()
    const wake = db.get<{ at: number | null }>(NEXT_WAKE)?.at ?? null
    const promise = db.get<{ at: number | null }>(NEXT_FOLLOW_UP, now)?.at ?? null
    const next = Math.min(wake ?? Infinity, promise ?? Infinity)
    const at = next === Infinity ? null : Math.min(next, now + LONGEST_WAIT_MS)
    if (at === plannedFor) return
    cancel()
    plannedFor = at
    if (at !== null) cancel = clock.after(Math.max(0, at - now), check)
  }

  function check(): void {
    if (stopped) return
    plannedFor = null
    try {
      const more = wakeSome(clock.now())
      // A promise that has become due changes its queue, though no row has changed.
      live.touch('inbox')
      if (more) cancel = clock.after(0, check)
      else plan()
    } catch (error) {
      // Nobody waits for a timer's work: a full disk must not end the core. It is tried again in a minute.
      log.error('snoozed conversations could not be brought back', { error })
      cancel = clock.after(60_000, check)
    }
  }

  const stopListening = live.listen((topics) => {
    if (topics.has('inbox')) plan()
  })
  check()
  return {
    check,
    stop() {
      stopped = true
      cancel()
      stopListening()
    }
  }
}
