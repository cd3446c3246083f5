import { splitConversationKey } from '../../../shared/domain/ids.ts'
import type { Database } from '../db/database.ts'
import type { Clock, Log } from '../deps.ts'
import type { Live } from '../live/live.ts'
import { readAnswersIn } from './answers.ts'
import * as sql from './sql.ts'

/** Ingest and the window come first. */
const PAUSE_MS = 5
/** Looked at in one transaction. */
const AT_ONCE = 100
const RETRY_MS = 60_000
/** At the start, surveys that are older than the longest time to answer are not looked at any more. */
const LOOKED_BACK_MS = 21 * 24 * 3_600_000
const THREAD = 'thread:'

/**
 * Follows what is committed: reads the answers to surveys out of conversations in which something changed, after the
 * commit. At the start it looks at all that may have been answered meanwhile.
 */
export interface SurveyReader {
  stop(): void
}

export function createSurveyReader(parts: {
  readonly db: Database
  readonly clock: Clock
  readonly live: Live
  readonly log: Log
}): SurveyReader {
  const { db, clock, live, log } = parts
  const due = new Set<string>()
  let fromStart = true
  let cancel: (() => void) | null = null
  let stopped = false

  const plan = (ms: number): void => {
    if (!stopped && cancel === null) cancel = clock.after(ms, step)
  }

  function step(): void {
    cancel = null
    if (stopped) return
    try {
      if (fromStart) {
        for (const row of db.all<{ account_id: string; conversation_id: string }>(
          sql.ASKED_SINCE,
          clock.now() - LOOKED_BACK_MS
        )) {
          due.add(`${row.account_id}/${row.conversation_id}`)
        }
        fromStart = false
      }
      const now = [...due].slice(0, AT_ONCE)
      const asked = now
        .map(splitConversationKey)
        .filter(({ accountId, conversationId }) => wasAsked(accountId, conversationId))
      if (asked.length > 0) {
        db.write((tx) => {
          for (const { accountId, conversationId } of asked) readAnswersIn(tx, accountId, conversationId, clock.now())
        })
      }
      for (const conversation of now) due.delete(conversation)
      if (due.size > 0) plan(PAUSE_MS)
    } catch (error) {
      // A full disk must not end the core: what is due is looked at again.
      log.error('answers to surveys could not be read', { error })
      plan(RETRY_MS)
    }
  }

  const wasAsked = (accountId: string, conversationId: string): boolean =>
    db.get(sql.ANY_ASKED_IN, accountId, conversationId) !== undefined

  const anyAsked = (): boolean => db.get(sql.ANY_ASKED) !== undefined

  // Where nobody was ever asked, nothing is planned.
  const stopListening = live.listen((topics) => {
    if (!anyAsked()) return
    for (const topic of topics) if (topic.startsWith(THREAD)) due.add(topic.slice(THREAD.length))
    if (due.size > 0) plan(PAUSE_MS)
  })
  if (anyAsked()) plan(PAUSE_MS)
  return {
    stop() {
      stopped = true
      cancel?.()
      stopListening()
    }
  }
}
