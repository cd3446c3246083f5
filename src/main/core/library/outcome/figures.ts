import type { ReplyFiguresRow } from '../../../../shared/contract/library-rows.ts'
import { conversationKey } from '../../../../shared/domain/ids.ts'
import type { ReadDb } from '../../db/database.ts'
import type { Clock, Log } from '../../deps.ts'
import type { Live } from '../../live/live.ts'
import type { QueryDefinition } from '../../live/query-definition.ts'
import { inParts } from '../../jobs/in-parts.ts'
import type { UseCounts, Uses } from '../use-counts.ts'
import { ANSWER_MS, answeredOf, contentOf, editedOf, LOOKED_AT, MOST_VERSIONS, newest } from './measured.ts'
import * as sql from './sql.ts'

/** Answers to what left longer ago are not waited for: the app may have been closed, and X is read up to here. Ms. */
const WATCHED_MS = 14 * 24 * 3_600_000
/** Longer than any survey waits for its answer, and an agent for the decision what it means. Ms. */
const SURVEYED_MS = 60 * 24 * 3_600_000
/** Longer timers are cut by the system; looking again is free. Milliseconds. */
const LONGEST_WAIT_MS = 3_600_000

/** What became of every reply, in short, for the table of the library. */
export interface Figures {
  readonly queries: { 'library.figures': QueryDefinition<'library.figures'> }
  stop(): void
}

interface Known {
  /** Null: never sent. */
  readonly row: ReplyFiguresRow | null
  /** Keys of conversations whose next message may be the answer. */
  readonly watched: readonly string[]
  /** When somebody will be taken not to answer any more; Infinity: nobody. */
  readonly dueAt: number
}

/**
 * Works the figures out in parts when somebody asks for the first time, and from then on only those of replies of which
 * something has changed: a use, its leaving, its answer, that nobody answered in time, or a score that a customer gave.
 */
export function createFigures(parts: {
  readonly db: ReadDb
  readonly clock: Pick<Clock, 'now' | 'after'>
  readonly live: Pick<Live, 'listen' | 'touch'>
  readonly log: Pick<Log, 'error'>
  readonly uses: UseCounts
}): Figures {
  const { db, clock, live, log, uses } = parts
  const known = new Map<string, Known>()
  /** Replies to look at when a conversation changes. */
  const watchers = new Map<string, Set<string>>()
  const dirty = new Set<string>()
  let counted: ReadonlyMap<string, Uses> = new Map()
  let unsent: readonly string[] = []
  let rows: readonly ReplyFiguresRow[] = []
  let recount = true
  /** Whether somebody has asked since it was told that something changed. */
  let asked = false
  let working = false
  let stopped = false
  let cancel = (): void => undefined

  function takeCounts(): void {
    recount = false
    const now = uses.now()
    for (const [id, { uses: count, lastAt }] of now) {
      const before = counted.get(id)
      if (before?.uses !== count || before.lastAt !== lastAt) dirty.add(id)
    }
    counted = now
    // What was on its way may have left, or may not leave any more.
    for (const id of unsent) dirty.add(id)
    unsent = db.all<{ id: string }>(sql.UNSENT).map(({ id }) => id)
  }

  /** @returns whether it says something else than before */
  function take(id: string): boolean {
    const before = known.get(id)
    for (const key of before?.watched ?? []) {
      const replies = watchers.get(key)
      replies?.delete(id)
      if (replies?.size === 0) watchers.delete(key)
    }
    const next = read(db, id, clock.now())
    known.set(id, next)
    for (const key of next.watched) {
      const replies = watchers.get(key)
      if (replies) replies.add(id)
      else watchers.set(key, new Set([id]))
    }
    return JSON.stringify(next.row) !== JSON.stringify(before?.row ?? null)
  }

  function* work(): Generator<void, boolean> {
    let changed = false
    while (!stopped && (recount || dirty.size > 0)) {
      if (recount) takeCounts()
      for (const id of dirty) {
        if (stopped) return false
        dirty.delete(id)
        if (take(id)) changed = true
        yield
      }
    }
    return changed
  }

  async function lookAgain(): Promise<void> {
    // Commits that follow each other are looked at together, and none of them waits.
    await new Promise((resolve) => setImmediate(resolve))
    const changed = await inParts(work())
    if (stopped) return
    plan()
    if (!changed) return
    rows = [...known.values()].flatMap(({ row }) => row ?? [])
    asked = false
    live.touch('library-figures')
  }

  function start(): void {
    if (working || stopped || !asked || (!recount && dirty.size === 0)) return
    working = true
    lookAgain().then(
      () => {
        working = false
        start()
      },
      (error: unknown) => {
        // It is tried again with the next commit.
        working = false
        log.error('what became of canned replies could not be counted', { error })
      }
    )
  }

  function takeDue(): void {
    const now = clock.now()
    for (const [id, { dueAt }] of known) if (dueAt <= now) dirty.add(id)
  }

  function plan(): void {
    cancel()
    cancel = () => undefined
    let next = Infinity
    for (const { dueAt } of known.values()) next = Math.min(next, dueAt)
    if (next === Infinity) return
    cancel = clock.after(Math.min(Math.max(0, next - clock.now()), LONGEST_WAIT_MS), () => {
      takeDue()
      if (dirty.size === 0) plan()
      start()
    })
  }

  const stopListening = live.listen((topics) => {
    if (topics.has('library-uses') || topics.has('outbox')) recount = true
    if (topics.has('accounts')) {
      counted = new Map()
      recount = true
    }
    if (topics.has('surveys')) {
      for (const { id } of db.all<{ id: string }>(sql.SURVEYED_SINCE, clock.now() - SURVEYED_MS)) dirty.add(id)
    }
    for (const topic of watchers.size === 0 ? [] : topics) {
      if (!topic.startsWith('thread:')) continue
      for (const id of watchers.get(topic.slice('thread:'.length)) ?? []) dirty.add(id)
    }
    start()
  })
  return {
    queries: {
      'library.figures': {
        topics: () => ['library-figures'],
        rows() {
          asked = true
          takeDue()
          start()
          return rows
        }
      }
    },
    stop() {
      stopped = true
      stopListening()
      cancel()
    }
  }
}

function read(db: ReadDb, reply: string, now: number): Known {
  const versions = db.all<{ id: string }>(sql.NEWEST_VERSIONS, reply, MOST_VERSIONS)
  const uses = newest(versions.flatMap(({ id }) => db.all<sql.AnswerRow>(sql.ANSWERS, reply, id, LOOKED_AT)))
  const scores = newest(versions.flatMap(({ id }) => db.all<sql.ScoreRow>(sql.SCORES, id, LOOKED_AT)))
  const open = uses.filter(({ answered_at: answered }) => answered === null)
  const left = open.flatMap(({ sent_at: at }) => at ?? []).filter((at) => now - at < ANSWER_MS)
  return {
    row: uses.length === 0 ? null : toRow(reply, uses, scores, now),
    watched: open
      .filter(({ sent_at: at }) => at !== null && now - at < WATCHED_MS)
      .map((use) => conversationKey(use.account_id, use.conversation_id)),
    dueAt: Math.min(Infinity, ...left.map((at) => at + ANSWER_MS))
  }
}

function toRow(
  id: string,
  uses: readonly sql.AnswerRow[],
  scores: readonly sql.ScoreRow[],
  now: number
): ReplyFiguresRow {
  const { count, of } = editedOf(uses)
  return Object.freeze({ id, changed: { count, of }, answered: answeredOf(uses, now), content: contentOf(scores) })
}
