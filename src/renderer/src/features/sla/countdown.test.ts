import { expect, test } from 'vitest'
import { dueOf, type SlaPolicy, slaClocks, startingPlan } from '../../../../shared/domain/sla.ts'
import { countdown, dueState } from './countdown.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const plan = startingPlan('UTC', 'all')
const clocks = slaClocks(plan)
const policy = plan.policies[0] as SlaPolicy
const friday = Date.UTC(2026, 10, 27, 17, 40)

function due(changed: Partial<SlaPolicy> = {}) {
  const made = dueOf(clocks, { ...policy, ...changed }, { kind: 'first', since: friday, pauses: [] })
  if (made === null) throw new Error('it must be due')
  return made
}

test('open time counts down, and stands still over the weekend', () => {
  expect(countdown(due(), clocks, friday)).toBe('breaks in 1 h')
  expect(dueState(due(), clocks, friday)).toBe('calm')
  expect(countdown(due(), clocks, friday + 10 * MINUTE)).toBe('breaks in 50 min')
  expect(dueState(due(), clocks, friday + HOUR)).toBe('paused')
  expect(countdown(due(), clocks, friday + HOUR)).toMatch(/^opens .*Mon.* at /)
  const monday = Date.UTC(2026, 10, 30, 9)
  expect(countdown(due(), clocks, monday + 25 * MINUTE)).toBe('breaks in 15 min')
  expect(dueState(due(), clocks, monday + 25 * MINUTE)).toBe('risk')
})

test('what is broken says since when, by the wall', () => {
  const broken = due()
  expect(countdown(broken, clocks, broken.dueAt)).toBe('broken under a minute ago')
  expect(countdown(broken, clocks, broken.dueAt + 5 * MINUTE)).toBe('broken 5 min ago')
  expect(dueState(broken, clocks, broken.dueAt + 20 * HOUR)).toBe('broken')
})

test('a policy round the clock knows no weekend, and a plan that is not here yet none either', () => {
  const always = slaClocks({ ...plan, policies: [{ ...policy, always: true }] })
  const night = { ...due(), dueAt: friday + 2 * HOUR, riskAt: friday + HOUR }
  expect(countdown(night, always, friday + HOUR)).toBe('breaks in 1 h')
  expect(countdown(night, null, friday + HOUR)).toBe('breaks in 1 h')
})
