import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReportRow } from '../../../shared/contract/report-rows.ts'
import { openClock } from '../../../shared/domain/business-hours.ts'
import { startingPlan } from '../../../shared/domain/sla.ts'
import type { Database } from '../db/database.ts'
import { applyStates, letIn, resolved, snoozed, undoStates } from '../inbox/change-states.ts'
import { measureResponses } from '../sla/measure.ts'
import { putInForce, readPlan } from '../sla/plan.ts'
import { ingest } from '../sync/ingest.ts'
import { temporaryDatabase } from '../testing/temporary-database.ts'
import { makeReport } from './report.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** A Monday. */
const START = Date.UTC(2026, 10, 23)
const DAYS = 6
const CONVERSATIONS = 4
const hours = startingPlan('UTC', 'everybody').hours

const kinds = [
  'asks',
  'asks',
  'asks',
  'answers',
  'answers',
  'resolves',
  'reopens',
  'snoozes',
  'undoes',
  'spam'
] as const
const stepOf = fc.record({
  kind: fc.constantFrom(...kinds),
  conversation: fc.integer({ min: 0, max: CONVERSATIONS - 1 }),
  minutes: fc.integer({ min: 1, max: 300 })
})
type Step = typeof stepOf extends fc.Arbitrary<infer T> ? T : never

/** Slow and simple: everything is remembered, and each figure is looked up in all of it. */
interface Remembered {
  readonly messages: { readonly at: number; readonly out: boolean }[]
  /** What it was from a moment on. */
  readonly states: { readonly at: number; readonly state: 'open' | 'snoozed' | 'resolved'; readonly spam: boolean }[]
  readonly resolutions: { at: number; back: number | null }[]
  waits: { readonly asked: number; readonly answered: number }[]
  asked: number | null
  settled: boolean
}

function createNaive() {
  const all = Array.from({ length: CONVERSATIONS }, (): Remembered => ({
    messages: [],
    states: [],
    resolutions: [],
    waits: [],
    asked: null,
    settled: false
  }))
  const now = (of: Remembered) => of.states.at(-1) ?? { at: 0, state: 'open' as const, spam: false }
  const become = (
    of: Remembered,
    at: number,
    change: { state?: 'open' | 'snoozed' | 'resolved'; spam?: boolean }
  ): void => void of.states.push({ ...now(of), ...change, at })
  return {
    all,
    now,
    asks(of: Remembered, at: number): void {
      if (of.settled) of.asked = null
      of.settled = false
      of.messages.push({ at, out: false })
      of.asked ??= at
      const last = of.resolutions.at(-1)
      if (now(of).state === 'resolved' && last) last.back = at
      become(of, at, { state: 'open' })
    },
    answers(of: Remembered, at: number): void {
      of.messages.push({ at, out: true })
      // Who answers has let them in.
      become(of, at, { spam: false })
      if (of.asked !== null) of.waits.push({ asked: of.asked, answered: at })
      of.asked = null
    },
    resolves(of: Remembered, at: number): void {
      if (now(of).state !== 'resolved') of.resolutions.push({ at, back: null })
      of.settled = true
      become(of, at, { state: 'resolved' })
    },
    undoes(of: Remembered, at: number, state: 'open' | 'snoozed', settled: boolean): void {
      of.resolutions.pop()
      of.settled = settled
      become(of, at, { state })
    },
    reopens(of: Remembered, at: number): void {
      const last = of.resolutions.at(-1)
      if (now(of).state === 'resolved' && last) last.back = at
      of.settled = false
      become(of, at, { state: 'open' })
    },
    become
  }
}

type Naive = ReturnType<typeof createNaive>

function expected({ all }: Naive, from: number, to: number, end: number) {
  const counted = all.filter((of) => of.states.at(-1)?.spam !== true)
  const within = (at: number): boolean => at >= from && at < to
  const waits = counted.flatMap((of) => of.waits.filter(({ answered }) => within(answered)))
  const resolutions = counted.flatMap((of) =>
    of.resolutions.flatMap(({ at }, nth) => {
      if (!within(at)) return []
      const before = of.resolutions[nth - 1]
      const asked = of.messages.find(
        (message) => !message.out && message.at > (before?.at ?? 0) && message.at <= at
      )?.at
      const begun = Math.min(asked ?? Infinity, before?.back ?? Infinity)
      return [begun === Infinity ? null : { wall: at - begun, open: minutesOpen(begun, at) * MINUTE }]
    })
  )
  const messages = counted.flatMap((of) => of.messages.filter(({ at }) => within(at)))
  const took = resolutions.filter((one) => one !== null)
  return {
    messagesIn: messages.filter(({ out }) => !out).length,
    messagesOut: messages.filter(({ out }) => out).length,
    conversations: counted.filter((of) => of.messages.some(({ at }) => within(at))).length,
    started: counted.filter((of) => of.messages[0] !== undefined && within(of.messages[0].at)).length,
    resolved: resolutions.length,
    reopened: counted.flatMap((of) => of.resolutions.filter(({ back }) => back !== null && within(back))).length,
    answers: waits.length,
    longestWait: Math.max(0, ...waits.map(({ asked, answered }) => answered - asked)),
    resolutionMedian: nearest(
      took.map(({ wall }) => wall),
      0.5
    ),
    resolutionP90: nearest(
      took.map(({ wall }) => wall),
      0.9
    ),
    resolutionOpenMedian: nearest(
      took.map(({ open }) => open),
      0.5
    ),
    // Of all of them: what became spam later was open until then.
    backlog: all.filter((of) => {
      const last = of.states.findLast(({ at }) => at < Math.min(to, end + 1))
      return last !== undefined && !last.spam && last.state !== 'resolved'
    }).length
  }
}

/** Minute by minute. */
function minutesOpen(from: number, to: number): number {
  let open = 0
  for (let at = from; at < to; at += MINUTE) {
    const date = new Date(at)
    const weekday = date.getUTCDay()
    if (weekday >= 1 && weekday <= 5 && date.getUTCHours() >= 9 && date.getUTCHours() < 18) open += 1
  }
  return open
}

function nearest(values: readonly number[], part: number): number | null {
  return values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * part) - 1)] ?? null
}

/** Does the same with the real tables. */
function play(db: Database, naive: Naive, steps: readonly Step[]): number {
  let at = START
  let nth = 0
  for (const { kind, conversation, minutes } of steps) {
    at += minutes * MINUTE
    nth += 1
    const now = at
    const of = naive.all[conversation] as Remembered
    const key = `7/7-${100 + conversation}`
    const written = of.messages.length > 0
    const state = naive.now(of)
    const write = (out: boolean): void => {
      const event = {
        id: String(1_790_000_000_000_000_000n + BigInt(nth)),
        kind: 'message' as const,
        conversationId: `7-${100 + conversation}`,
        at: now,
        senderId: out ? '7' : String(100 + conversation),
        text: 'x',
        links: [],
        media: [],
        reactions: [],
        userIds: [],
        name: null
      }
      db.write((tx) => ingest(tx, '7', [event], { source: 'read', now }))
    }
    const change = (to: Parameters<typeof applyStates>[3]): ReturnType<typeof applyStates> =>
      db.write((tx) => applyStates(tx, [key], now, to))
    if (kind === 'asks') {
      write(false)
      naive.asks(of, now)
    } else if (kind === 'answers') {
      write(true)
      naive.answers(of, now)
    } else if (written && kind === 'resolves' && state.state !== 'resolved') {
      change(resolved(now))
      naive.resolves(of, now)
    } else if (written && kind === 'undoes' && state.state !== 'resolved') {
      const was = { state: state.state, settled: of.settled }
      const before = change(resolved(now))
      naive.resolves(of, now)
      at += MINUTE
      db.write((tx) => undoStates(tx, before, at))
      naive.undoes(of, at, was.state, was.settled)
    } else if (written && kind === 'reopens' && state.state === 'resolved') {
      change((before) => ({ ...before, status: 'open', statusAt: now, snoozedUntil: null, settledTo: 0 }))
      naive.reopens(of, now)
    } else if (written && kind === 'snoozes' && state.state === 'open') {
      change(snoozed(null, now))
      naive.become(of, now, { state: 'snoozed' })
    } else if (written && kind === 'spam') {
      if (state.spam) {
        if (state.state === 'resolved') {
          const last = of.resolutions.at(-1)
          if (last) last.back = now
        }
        change(letIn(now))
        naive.become(of, now, { spam: false, state: 'open' })
      } else {
        change((before) => ({ ...before, place: 'spam', placeBy: 'agent' }))
        naive.become(of, now, { spam: true })
      }
    }
    db.write((tx) => measureResponses(tx, readPlan(tx), { me: 'me', now, most: 100 }))
  }
  return at + MINUTE
}

function report(db: Database, from: number, days: number, now: number): ReportRow {
  const date = (day: number): string => new Date(START + day * DAY).toISOString().slice(0, 10)
  const range = { from: date(from), to: date(from + days - 1), zone: 'UTC' }
  const steps = makeReport({ db, now, hours: openClock(hours) }, { range, account: null, compare: true })
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

test('whatever happens, each figure is what a slow and simple count says', () => {
  fc.assert(
    fc.property(fc.array(stepOf, { minLength: 1, maxLength: 60 }), fc.integer({ min: 0, max: 3 }), (steps, first) => {
      const { db, remove } = temporaryDatabase()
      try {
        db.write((tx) => {
          tx.run(`INSERT INTO account (id, username, name, added_at) VALUES ('7', 'us', 'Us', ?)`, START)
          putInForce(tx, { ...startingPlan('UTC', 'everybody'), on: false }, START)
        })
        const naive = createNaive()
        const now = play(db, naive, steps)
        const { figures, before, points } = report(db, first, DAYS - first, now)
        const from = START + first * DAY
        const wanted = expected(naive, from, START + DAYS * DAY, now)
        expect({
          messagesIn: figures.messagesIn,
          messagesOut: figures.messagesOut,
          conversations: figures.conversations,
          started: figures.started,
          resolved: figures.resolved,
          reopened: figures.reopened,
          answers: figures.first.count + figures.later.count,
          longestWait: Math.max(longest(db, from, START + DAYS * DAY)),
          resolutionMedian: figures.resolution.median,
          resolutionP90: figures.resolution.p90,
          resolutionOpenMedian: figures.resolution.openMedian,
          backlog: figures.backlog
        }).toEqual({ ...wanted, backlog: now < from ? null : wanted.backlog })
        for (const [nth, { at, backlog, messagesIn }] of points.entries()) {
          const end = points[nth + 1]?.at ?? START + DAYS * DAY
          const part = expected(naive, at, end, now)
          expect({ messagesIn, backlog }).toEqual({
            messagesIn: part.messagesIn,
            backlog: now < at ? null : part.backlog
          })
        }
        const earlier = expected(naive, from - (DAYS - first) * DAY, from, now)
        expect(before?.figures).toMatchObject({ messagesIn: earlier.messagesIn, resolved: earlier.resolved })
      } finally {
        remove()
      }
    }),
    { numRuns: 40 }
  )
}, 120_000)

/** Spam is counted nowhere; the longest wait tells that waits begin where they do. */
function longest(db: Database, from: number, to: number): number {
  return (
    db.get<{ longest: number | null }>(
      `SELECT max(r.wall_ms) AS longest FROM response_time r
       LEFT JOIN conversation_state t ON t.account_id = r.account_id AND t.conversation_id = r.conversation_id
       WHERE r.answered_at >= ? AND r.answered_at < ? AND coalesce(t.place, 'inbox') = 'inbox'`,
      from,
      to
    )?.longest ?? 0
  )
}
