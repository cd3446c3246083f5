import type { Database } from '../db/database.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestCore } from '../testing/create-test-core.ts'
import { SEND as SEND_PATH, withCustomer } from '../testing/outbox-steps.ts'
import { temporaryDatabase } from '../testing/temporary-database.ts'
import type { XResult } from '../x/client.ts'
import { allowedAt, awaitsWord, rateLeft, takeBudget } from './rate-budget.ts'
import { NOTE_REQUEST } from './rate-sql.ts'
import { noteAnswer } from './store-answer.ts'
import { clockOffset, forgetClockOffsets, noteXClock, xClock } from './x-clock.ts'

const START = Date.UTC(2026, 10, 23, 9)
const WINDOW = 900_000
const SEND = 'send-to-participant'

let db: Database
let remove: () => void
let now: number

beforeEach(() => {
  ;({ db, remove } = temporaryDatabase())
  now = START
  for (const id of ['1', '2']) {
    db.write((tx) =>
      tx.run("INSERT INTO account (id, username, name, client_id, added_at) VALUES (?, 'x', 'X', 'one-app', 0)", id)
    )
  }
})
afterEach(() => remove())

const take = (endpoint = SEND, account = '1'): number => db.write((tx) => takeBudget(tx, account, endpoint, now))

interface Word {
  readonly remaining: number
  readonly limit?: number
  readonly resetAt: number
  readonly serverAt?: number
}

function answer(endpoint: string, word: Word | null, account = '1'): void {
  const rate = word === null ? [] : [{ endpoint, window: '15-minutes' as const, limit: 15, ...word }]
  const result: XResult<null> = {
    ok: true,
    value: null,
    rate,
    charges: [],
    skipped: [],
    requests: 1,
    heard: { seenAt: word?.serverAt ?? now, offset: null }
  }
  db.write((tx) => noteAnswer(tx, account, endpoint, result, now))
}

function failed(effect: 'none' | 'unknown'): void {
  const problem = { kind: 'network', status: null, effect, detail: 'Gone.' } as const
  const result: XResult<null> = { ok: false, problem, rate: [], requests: 1, heard: null }
  db.write((tx) => noteAnswer(tx, '1', SEND, result, now))
}

test('X’s table holds before its first answer', () => {
  for (let count = 0; count < 15; count += 1) expect(take()).toBe(0)
  expect(take()).toBeGreaterThan(now)
})

test('lost answers count; what never left does not', () => {
  for (let count = 0; count < 15; count += 1) {
    expect(take()).toBe(0)
    failed('unknown')
  }
  expect(take()).toBeGreaterThan(now)
  expect(rateLeft(db, '1', SEND, now, 'quarter-hour')?.remaining).toBe(0)
  now += 2 * WINDOW
  expect(take()).toBe(0)
  failed('none')
  expect(rateLeft(db, '1', SEND, now, 'quarter-hour')?.remaining).toBe(15)
})

test('headers that allow more are believed at once', () => {
  take()
  answer(SEND, { limit: 180, remaining: 179, resetAt: now + WINDOW })
  expect(rateLeft(db, '1', SEND, now, 'quarter-hour')).toEqual({ limit: 180, remaining: 179, resetAt: now + WINDOW })
})

test('after a clock that jumped forward, a used-up window waits for X’s word', () => {
  for (let left = 14; left >= 0; left -= 1) {
    take()
    answer(SEND, { remaining: left, resetAt: START + WINDOW })
  }
  now += 3_600_000
  expect(allowedAt(db, '1', SEND, now, { trustClock: false })).toBeGreaterThan(now)
  expect(awaitsWord(db, '1', SEND, now)).toBe(true)
  // A poll shows that only a minute has passed at X.
  answer('dm-events', { remaining: 10, resetAt: START + WINDOW, serverAt: START + 60_000 })
  expect(awaitsWord(db, '1', SEND, now)).toBe(false)
  expect(allowedAt(db, '1', SEND, now)).toBe(now + WINDOW - 60_000)
  // And later that the window has ended.
  answer('dm-events', { remaining: 10, resetAt: START + 2 * WINDOW, serverAt: START + WINDOW })
  expect(allowedAt(db, '1', SEND, now, { trustClock: false })).toBe(0)
})

test('after a clock that was set back, X’s word still opens the window', () => {
  for (let left = 14; left >= 0; left -= 1) {
    take()
    answer(SEND, { remaining: left, resetAt: START + WINDOW })
  }
  now -= 3_600_000
  expect(allowedAt(db, '1', SEND, now)).toBe(now + WINDOW)
  answer('dm-events', { remaining: 10, resetAt: START + 2 * WINDOW, serverAt: START + WINDOW })
  expect(take()).toBe(0)
})

test('the ways to send count together until X’s numbers show that they are apart', () => {
  for (let left = 14; left >= 10; left -= 1) {
    take()
    answer(SEND, { remaining: left, resetAt: START + WINDOW })
  }
  expect(rateLeft(db, '1', 'send-to-conversation', now, 'quarter-hour')?.remaining).toBe(10)
  take('send-to-conversation')
  answer('send-to-conversation', { remaining: 14, resetAt: START + WINDOW })
  expect(rateLeft(db, '1', 'send-to-conversation', now, 'quarter-hour')?.remaining).toBe(14)
  expect(rateLeft(db, '1', SEND, now, 'quarter-hour')?.remaining).toBe(10)
  take()
  expect(rateLeft(db, '1', 'send-to-conversation', now, 'quarter-hour')?.remaining).toBe(14)
})

test('or stay together when they are', () => {
  for (let left = 14; left >= 10; left -= 1) {
    take()
    answer(SEND, { remaining: left, resetAt: START + WINDOW })
  }
  take('send-to-conversation')
  answer('send-to-conversation', { remaining: 9, resetAt: START + WINDOW })
  expect(rateLeft(db, '1', SEND, now, 'quarter-hour')?.remaining).toBe(9)
})

test('accounts of one X app share its day', () => {
  for (let window = 0; window < 96; window += 1) {
    for (const account of ['1', '2']) {
      for (let count = 0; count < 15; count += 1) {
        if (take(SEND, account) === 0) answer(SEND, { remaining: 14 - count, resetAt: now + WINDOW }, account)
      }
    }
    now += WINDOW
    for (const account of ['1', '2']) answer('dm-events', null, account)
  }
  const sent = db.get<{ used: number }>(
    "SELECT used FROM rate_window WHERE scope = 'app:one-app' AND endpoint = ? AND span = 'app-24-hours'",
    SEND
  )
  expect(sent?.used).toBe(1_440)
})

test('a 429 without numbers is a pause', () => {
  take()
  const problem = { kind: 'rate-limited', status: 429, retryAt: null, effect: 'none', detail: 'Too many.' } as const
  db.write((tx) =>
    noteAnswer(tx, '1', SEND, { ok: false, problem, rate: [], requests: 1, heard: { seenAt: now, offset: null } }, now)
  )
  expect(allowedAt(db, '1', SEND, now)).toBe(now + WINDOW)
})

test('work that can wait leaves the last requests alone', () => {
  const left = (): number => db.write((tx) => takeBudget(tx, '1', 'users', now, { keep: 290 }))
  for (let count = 0; count < 10; count += 1) expect(left()).toBe(0)
  expect(left()).toBeGreaterThan(now)
  expect(take('users')).toBe(0)
})

test('how far X is ahead: the newest answer counts, unless it only says less', () => {
  const hear = (low: number, high: number): void =>
    db.write((tx) => noteXClock(tx, '1', { seenAt: now + low, offset: { low, high } }, now))
  expect(clockOffset(db, '1')).toBeNull()
  hear(-200, 1_100)
  expect(clockOffset(db, '1')).toEqual({ low: -200, high: 1_100 })
  // A slow answer.
  hear(-5_000, 6_000)
  expect(clockOffset(db, '1')).toEqual({ low: -200, high: 1_100 })
  // One that contradicts: our clock was set.
  hear(3_000, 9_000)
  expect(clockOffset(db, '1')).toEqual({ low: 3_000, high: 9_000 })
  expect(clockOffset(db, '2')).toBeNull()
  db.write((tx) => noteXClock(tx, '1', { seenAt: now, offset: null }, now))
  expect(clockOffset(db, '1')).toEqual({ low: 3_000, high: 9_000 })
  db.write(forgetClockOffsets)
  expect(clockOffset(db, '1')).toBeNull()
  expect(xClock(db, '1', now + 10)).toEqual({ seenAt: now, estimate: now + 10 })
})

test('what is counted as it leaves outlives a power cut: X counts it whatever becomes of this computer', async () => {
  let counts = false
  const counted: boolean[] = []
  await using core = await createTestCore({
    probe: {
      opened: () => undefined,
      statement(statement) {
        if (statement === 'BEGIN IMMEDIATE') counts = false
        if (statement === NOTE_REQUEST) counts = true
      },
      committed(durable) {
        if (counts) counted.push(durable)
        counts = false
      }
    }
  })
  const { key } = await withCustomer(core)
  core.x.faults.add({ kind: 'reset', when: 'after' }, { method: 'POST', path: SEND_PATH })
  await core.reply(key, 'Thanks, we are on it.')
  // It is sent, lost, and looked for.
  for (let look = 0; look < 3; look += 1) {
    await core.sync()
    core.clock.advance(60_000)
  }
  await core.client.run('customers.lookUp', { account: core.accountId, handle: core.customer().username })
  expect(counted.length).toBeGreaterThan(5)
  expect(counted.filter((durable) => !durable)).toEqual([])
})
