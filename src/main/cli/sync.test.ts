import { expect, test } from 'vitest'
import type { SyncReport } from '../../shared/contract/commands.ts'
import { failureOf, millisecondsToNextRound } from './sync.ts'

function report(...accounts: { next?: string; problem?: string }[]): SyncReport {
  return {
    accounts: accounts.map(({ next, problem }, index) => ({
      id: String(index),
      requests: 1,
      pages: 1,
      events_new: 0,
      events_seen: 0,
      users_fetched: 0,
      cost_usd: 0,
      complete: problem === undefined,
      next_allowed_at: next ?? null,
      problem: problem === undefined ? null : { code: problem, message: `${problem}.` }
    })),
    outbox: { sent: 0, queued: 0, unknown: 0, failed: 0, needs_attention: 0 }
  }
}

test('the gravest problem decides, and a rate limit is none', () => {
  expect(failureOf(report({}))).toBeNull()
  expect(failureOf(report({ problem: 'rate-limited' }))).toBeNull()
  expect(failureOf(report({ problem: 'offline' }))?.exitCode).toBe(1)
  expect(failureOf(report({ problem: 'offline' }, { problem: 'out-of-credits' }))?.exitCode).toBe(4)
  expect(failureOf(report({ problem: 'sign-in-needed' }, { problem: 'out-of-credits' }))?.exitCode).toBe(3)
  expect(failureOf(report())?.error.code).toBe('sign-in-needed')
})

test('rounds follow what X allows, else come every minute', () => {
  const now = Date.parse('2026-11-23T09:00:00Z')
  expect(millisecondsToNextRound(report({}), now)).toBe(60_000)
  expect(millisecondsToNextRound(report({ next: '2026-11-23T09:14:00Z' }, { next: '2026-11-23T09:02:00Z' }), now)).toBe(
    120_000
  )
  expect(millisecondsToNextRound(report({ next: '2026-11-23T08:00:00Z' }), now)).toBe(1_000)
})
