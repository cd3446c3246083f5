import { expect, test } from 'vitest'
import type { SyncRow } from '../../../../shared/contract/rows.ts'
import { costWords, sendsWords, syncWords } from './sync-words.ts'

const now = new Date(2026, 10, 23, 14, 0).getTime()
const row: SyncRow = {
  id: '1',
  phase: 'idle',
  problem: null,
  lastSyncAt: now - 20_000,
  nextSyncAt: null,
  progress: null,
  reads: null,
  sends: null,
  costTodayUsd: 0.418,
  outboxWaiting: 0
}

test('all is well', () => {
  expect(syncWords({ ...row, lastSyncAt: now - 9_000 }, now).detail).toBe('synced just now')
  expect(syncWords(row, now)).toEqual({ state: 'Online', tone: 'good', detail: 'synced 20 s ago' })
})

test('every trouble says what it is and what happens next', () => {
  expect(syncWords({ ...row, phase: 'rate-limited', nextSyncAt: now + 32 * 60_000 }, now).detail).toBe(
    'X asks for a pause until 14:32'
  )
  expect(syncWords({ ...row, phase: 'offline', lastSyncAt: now - 3_600_000 }, now).detail).toBe('last synced 1 h ago')
  expect(syncWords({ ...row, phase: 'offline', lastSyncAt: null }, now).detail).toBe('X cannot be reached')
  expect(syncWords({ ...row, phase: 'out-of-credits' }, now).tone).toBe('trouble')
  expect(syncWords({ ...row, phase: 'sign-in-needed', problem: 'The sign-in was revoked.' }, now).detail).toBe(
    'The sign-in was revoked.'
  )
})

test('the first sync shows how far it is', () => {
  const progress = { pages: 3, events: 1_204, oldestAt: new Date(2026, 10, 4).getTime() }
  expect(syncWords({ ...row, phase: 'first-sync', progress }, now).detail).toMatch(
    /^1.204 messages so far, back to .*4/
  )
})

test('replies left, and when more may leave once some are used', () => {
  const resetAt = now + 32 * 60_000
  expect(sendsWords({ ...row, sends: { limit: 15, remaining: 15, resetAt } })).toBe('15 of 15 replies left')
  expect(sendsWords({ ...row, sends: { limit: 15, remaining: 11, resetAt } })).toBe(
    '11 of 15 replies left, next at 14:32'
  )
  expect(sendsWords(row)).toBeNull()
})

test('cost has two digits', () => {
  expect(costWords(0.418)).toBe('$0.42 today')
})
