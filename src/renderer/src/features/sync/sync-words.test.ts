import { expect, test } from 'vitest'
import type { SyncRow } from '../../../../shared/contract/rows.ts'
import { costWords, pollingWords, syncWords } from './sync-words.ts'

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
  sendsDay: null,
  costTodayUsd: 0.418,
  outboxWaiting: 0,
  live: { state: 'off', reason: null, since: null },
  queue: null
}

test('all is well', () => {
  expect(syncWords({ ...row, lastSyncAt: now - 9_000 }, now).detail).toBe('synced just now')
  expect(syncWords(row, now)).toEqual({ state: 'Online', tone: 'good', detail: 'synced 20 s ago' })
})

test('live or polling, and why', () => {
  const live = { state: 'live', reason: null, since: 0 } as const
  expect(syncWords({ ...row, live }, now).detail).toBe('live')
  expect(pollingWords({ ...row, live })).toBeNull()
  expect(pollingWords(row)).toMatchObject({ text: 'polling', reason: expect.stringContaining('app bearer token') })
  const reason = 'X credits are used up.'
  expect(pollingWords({ ...row, live: { state: 'refused', reason, since: 0 } })).toEqual({
    text: 'polling, live refused',
    reason
  })
  // The greater trouble is told alone.
  expect(pollingWords({ ...row, phase: 'offline' })).toBeNull()
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

test('a ceiling on costs says until when', () => {
  expect(syncWords({ ...row, phase: 'cost-ceiling', nextSyncAt: now + 60 * 60_000 }, now)).toEqual({
    state: 'Cost ceiling',
    tone: 'waiting',
    detail: 'reading pauses until 15:00'
  })
})

test('cost has two digits', () => {
  expect(costWords(0.418)).toBe('$0.42 today')
})
