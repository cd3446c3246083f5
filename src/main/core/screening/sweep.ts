import type { ScreeningRules } from '../../../shared/domain/screening.ts'
import type { Database } from '../db/database.ts'
import type { Clock, Log } from '../deps.ts'
import { refreshConversations } from '../inbox/refresh.ts'
import type { Live } from '../live/live.ts'
import { makeScreen } from './decide.ts'
import { currentRules } from './rules.ts'
import { moveOf, place } from './screen.ts'
import * as sql from './sql.ts'

/** Looked at in one transaction: few enough that no key press waits for it. */
const AT_ONCE = 200
/** Between the parts others get their turn. */
const PAUSE_MS = 1

/** Applies changed rules to what is here already, part by part; goes on after a restart. */
export interface Sweep {
  stop(): void
}

export function createSweep(parts: {
  readonly db: Database
  readonly clock: Clock
  readonly live: Live
  readonly log: Log
}): Sweep {
  const { db, clock, live, log } = parts
  let cancel: (() => void) | null = null
  let stopped = false

  const plan = (ms: number): void => {
    if (stopped || cancel !== null || currentRules(db).appliedTo === null) return
    cancel = clock.after(ms, step)
  }

  function step(): void {
    cancel = null
    if (stopped) return
    try {
      db.write((tx) => {
        const { id, rules, appliedTo } = currentRules(tx)
        if (id === null || appliedTo === null) return
        const screen = makeScreen(rules)
        const rows = tx.all<sql.FactsRow>(sql.NEXT_FACTS, appliedTo, AT_ONCE)
        const moved: number[] = []
        for (const facts of rows) {
          const decision = moveOf(tx, screen, facts)
          if (decision === null) continue
          place(tx, facts, decision, clock.now())
          moved.push(facts.key)
        }
        if (moved.length > 0) refreshConversations(tx, moved)
        const last = rows.length < AT_ONCE ? null : (rows.at(-1)?.key ?? null)
        tx.run(sql.SET_APPLIED, last, clock.now(), id)
        tx.touch('screening')
      })
      plan(PAUSE_MS)
    } catch (error) {
      // A full disk must not end the core: it is tried again.
      log.error('screening rules could not be applied', { error })
      plan(60_000)
    }
  }

  const stopListening = live.listen((topics) => {
    if (topics.has('screening')) plan(PAUSE_MS)
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

/** How many conversations rules would move, and where to. */
export interface Preview {
  readonly looked: number
  readonly inbox: number
  readonly requests: number
  readonly spam: number
}

/** Counts without moving anything; between the parts others get their turn. */
export async function previewRules(db: Database, rules: ScreeningRules): Promise<Preview> {
  const screen = makeScreen(rules)
  const counts = { looked: 0, inbox: 0, requests: 0, spam: 0 }
  for (let after = 0; ;) {
    const rows = db.all<sql.FactsRow>(sql.NEXT_FACTS, after, AT_ONCE)
    for (const facts of rows) {
      counts.looked += 1
      const decision = moveOf(db, screen, facts)
      if (decision !== null && decision.place !== facts.place) counts[decision.place] += 1
    }
    const last = rows.at(-1)
    if (!last || rows.length < AT_ONCE) return counts
    after = last.key
    await new Promise((resolve) => setImmediate(resolve))
  }
}
