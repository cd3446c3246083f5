import { expect, test } from 'vitest'
import type { BackfillRow, CeilingRow } from '../../../../shared/contract/budget-rows.ts'
import { backfillWords, ceilingWords, estimateWords, forecastWords, gaugeWords, leavesWords } from './budget-words.ts'

const now = new Date(2026, 10, 23, 14, 0).getTime()
const MINUTE = 60_000

test('what is left of the quarter hour and of the day', () => {
  const sends = { limit: 15, remaining: 11, resetAt: now + 32 * MINUTE }
  const sendsDay = { limit: 1_440, remaining: 1_204, resetAt: now + 600 * MINUTE }
  expect(gaugeWords({ sends, sendsDay })).toBe('11 of 15 replies left, next at 14:32; 24 h: 1,204 left')
  expect(gaugeWords({ sends: { ...sends, remaining: 15 }, sendsDay: null })).toBe('15 of 15 replies left')
  expect(gaugeWords({ sends: null, sendsDay: null })).toBeNull()
})

test('when the queue is empty again', () => {
  expect(forecastWords({ queue: { count: 23, lastAt: now + 70 * MINUTE } }, now)).toBe(
    '23 replies wait: last leaves about 15:10'
  )
  expect(forecastWords({ queue: { count: 1, lastAt: now + 5 * MINUTE } }, now)).toBe(
    '1 reply waits: leaves about 14:05'
  )
  expect(forecastWords({ queue: { count: 3, lastAt: now + 1_000 } }, now)).toBeNull()
  expect(forecastWords({ queue: null }, now)).toBeNull()
  expect(leavesWords(now + 10 * MINUTE, now)).toBe('Leaves about 14:10, by X’s limits.')
  expect(leavesWords(now, now)).toBeNull()
})

const ceiling: CeilingRow = {
  id: 'ceiling',
  todayUsd: 5,
  monthUsd: 20,
  stage: 'reached',
  period: 'day',
  limitUsd: 5,
  resetsAt: now + 60 * MINUTE,
  permitted: false,
  repliesWaiting: 3
}

test('a ceiling says what it stops, and never more', () => {
  expect(ceilingWords(ceiling, now)).toEqual({
    title: 'Today’s ceiling of $5.00 is reached.',
    text: 'Nothing is read until 15:00. 3 replies in the outbox wait for your word.'
  })
  expect(ceilingWords({ ...ceiling, repliesWaiting: 1 }, now)?.text).toContain('1 reply in the outbox waits for')
  expect(ceilingWords({ ...ceiling, permitted: true }, now)?.text).toContain('because you said so')
  expect(ceilingWords({ ...ceiling, stage: 'saving', period: 'month' }, now)?.title).toBe(
    'This month’s ceiling of $5.00 is near.'
  )
  expect(ceilingWords({ ...ceiling, stage: 'reading-stopped' }, now)?.text).toContain('kept for replies')
  expect(ceilingWords({ ...ceiling, stage: 'fine' }, now)).toBeNull()
})

test('before a long way back: what is known, and what it may cost', () => {
  const all = { events: 2_100, usd: 21.4, lowUsd: 12.84, highUsd: 32.1 }
  const row: BackfillRow = {
    id: '1',
    state: 'asking',
    why: 'first',
    choice: null,
    eventsSoFar: 100,
    oldestAt: now - 2 * 86_400_000,
    perDay: 70.4,
    all,
    week: null
  }
  expect(backfillWords(row, now)).toMatch(
    /^100 messages read so far, back to .*: about 70 a day\. X does not say .* 2,100 more is likely\.$/
  )
  expect(estimateWords(all)).toBe('about $21.40 ($12.84 to $32.10)')
})
