import type { Database } from '../../db/database.ts'
import type { Clock, Log } from '../../deps.ts'
import type { Live } from '../../live/live.ts'
import type { Shelf } from '../shelf.ts'
import { learnSent, learnUses, type Steps } from './lessons.ts'
import { stateOf, textsOf, toRankable } from './rankable.ts'
import type { Question, Ranked } from './ranked.ts'
import { createRanker, type Ranker } from './ranker.ts'
import { createReplyMatcher, type ReplyMatcher } from './reply-matcher.ts'
import * as sql from './sql.ts'
import { chosenWeights } from './weights.ts'

/** The window is drawn first. */
const START_MS = 1_000
/** One part of the work; a key press waits so long at most. */
const PART_MS = 6
const PAUSE_MS = 12
/** A reply is seldom approved alone; what was sent is looked through once for all of them. */
const SETTLED_MS = 5_000
/** Uses are taken back soon after; of older ones it is not asked. */
const MAY_BE_TAKEN_BACK = 200
const RETRY_MS = 60_000

/** Learns in the background which replies the team answers with, beginning when somebody asks for the first time. */
export interface Suggester {
  /** Null until enough is learned; then the topic `suggestions` is touched. */
  rank(question: Question, allowed: (reply: string) => boolean, limit: number): readonly Ranked[] | null
  stop(): void
}

interface Learned {
  readonly ranker: Ranker
  readonly matcher: ReplyMatcher
  readonly states: Map<string, string>
  /** Replies for which what was sent is still to be looked through. */
  readonly unmatched: Set<string>
  /** Ids of uses, in time. */
  readonly uses: { newest: string; recent: readonly string[] }
  readonly accounts: string
}

export function createSuggester(parts: {
  readonly db: Database
  readonly clock: Clock
  readonly live: Live
  readonly log: Log
  readonly shelf: Shelf
}): Suggester {
  const { db, clock, live, log, shelf } = parts
  let learned: Learned | null = null
  let ready = false
  let work: Steps | null = null
  const due = { replies: false, uses: false, sent: false }
  let cancel: (() => void) | null = null
  let cancelSettled = (): void => undefined
  let stopped = false

  const plan = (ms: number): void => {
    if (!stopped && cancel === null) cancel = clock.after(ms, step)
  }

  function start(): void {
    const accounts = accountsOf()
    learned = {
      ranker: createRanker(chosenWeights),
      matcher: createReplyMatcher(),
      states: new Map(),
      unmatched: new Set(),
      uses: { newest: '', recent: [] },
      accounts
    }
    ready = false
    work = null
    Object.assign(due, { replies: true, uses: true, sent: false })
  }

  function step(): void {
    cancel = null
    if (stopped || learned === null) return
    try {
      const until = performance.now() + PART_MS
      do {
        work ??= nextWork(learned)
        if (work === null) return
        if (work.next().done === true) work = null
      } while (performance.now() < until)
      plan(PAUSE_MS)
    } catch (error) {
      log.error('canned replies could not be learned', { error })
      work = null
      plan(RETRY_MS)
    }
  }

  function nextWork(from: Learned): Steps | null {
    if (due.replies) {
      due.replies = false
      return takeReplies(from)
    }
    if (due.uses) {
      due.uses = false
      return takeUses(from)
    }
    if (!ready) {
      ready = true
      due.sent = from.unmatched.size > 0
      live.touch('suggestions')
    }
    if (!due.sent) return null
    due.sent = false
    return takeSent(from)
  }

  function* takeReplies({ ranker, matcher, states, unmatched }: Learned): Steps {
    const { replies } = shelf.now()
    yield
    for (const [id, reply] of replies) {
      const state = stateOf(reply)
      if (states.get(id) === state) continue
      states.set(id, state)
      const rankable = toRankable(reply)
      if (rankable === null || reply.approvedVersion === null) {
        ranker.drop(id)
        matcher.drop(id)
      } else {
        ranker.put(rankable)
        matcher.put(id, textsOf(reply.approvedVersion.content))
        unmatched.add(id)
      }
      yield
    }
    for (const id of states.keys()) {
      if (replies.has(id)) continue
      states.delete(id)
      ranker.drop(id)
      matcher.drop(id)
      yield
    }
    if (ready) live.touch('suggestions')
  }

  function* takeUses({ ranker, uses }: Learned): Steps {
    const recent = db.all<{ id: string }>(sql.NEWEST_USES, MAY_BE_TAKEN_BACK).map(({ id }) => id)
    const there = new Set(recent)
    const oldest = recent.length < MAY_BE_TAKEN_BACK ? '' : (recent.at(-1) ?? '')
    for (const id of uses.recent) if (id >= oldest && !there.has(id)) ranker.forget(id)
    yield
    yield* learnUses(db, ranker, uses.newest === '' ? null : uses.newest)
    // What came meanwhile is touched on its own.
    Object.assign(uses, { newest: recent[0] ?? '', recent })
    if (ready) live.touch('suggestions')
  }

  function* takeSent({ ranker, matcher, unmatched }: Learned): Steps {
    const wanted = new Set(unmatched)
    unmatched.clear()
    const since = Math.min(
      ...[...shelf.now().replies.values()].map((reply) => reply.approvedVersion?.approvedAt ?? Infinity)
    )
    yield* learnSent(db, ranker, matcher, (reply) => wanted.has(reply), since)
    live.touch('suggestions')
  }

  function settled(): void {
    due.sent = learned !== null && learned.unmatched.size > 0
    if (due.sent) plan(0)
  }

  const accountsOf = (): string => JSON.stringify(db.all<{ id: string }>(sql.ACCOUNTS))

  const stopListening = live.listen((topics) => {
    if (learned === null) return
    // What was learned of an account goes with it.
    if (topics.has('accounts') && accountsOf() !== learned.accounts) start()
    if (topics.has('library-uses')) due.uses = true
    if (topics.has('library')) {
      due.replies = true
      cancelSettled()
      if (ready) cancelSettled = clock.after(SETTLED_MS, settled)
    }
    if (due.replies || due.uses) plan(PAUSE_MS)
  })

  return {
    rank(question, allowed, limit) {
      if (learned === null) {
        start()
        plan(START_MS)
      }
      return ready && learned !== null ? learned.ranker.rank(question, allowed, limit) : null
    },
    stop() {
      stopped = true
      cancel?.()
      cancelSettled()
      stopListening()
    }
  }
}
