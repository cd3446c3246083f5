import { expect, test } from 'vitest'
import { asText, budgetWords, holds, performanceLines, timeWords } from './performance-lines.ts'

const none = { count: 0, p50: 0, p95: 0, p99: 0 }

test('each budget stands beside its own figures and is judged by them alone', () => {
  const lines = performanceLines({ painted: { count: 9, p50: 8, p95: 51, p99: 90 }, searched: none }, [
    { id: 'hot', count: 40, p50: 0.2, p95: 1, p99: 1.9 },
    { id: 'search', count: 3, p50: 1, p95: 10.5, p99: 11 }
  ])
  expect(lines.map(holds)).toEqual([false, true, false, null])
  expect(lines.map((line) => budgetWords(line.budget))).toEqual([
    'p50 ≤ 16 ms, p95 ≤ 50 ms',
    'p99 ≤ 2 ms',
    'p95 ≤ 10 ms',
    ''
  ])
})

test('what was not measured yet is neither kept nor missed', () => {
  const lines = performanceLines({ painted: none, searched: none }, [])
  expect(lines.map(holds)).toEqual([null, null, null, null])
  expect(timeWords(none, 'p95')).toBe('–')
})

test('the copied table has a line for each, with tabs', () => {
  const lines = performanceLines({ painted: { count: 2, p50: 7.25, p95: 20.4, p99: 21 }, searched: none }, [])
  expect(asText(lines).split('\n').slice(0, 2)).toEqual([
    'Backchannel, ms\tTimes\tp50\tp95\tp99\tBudget',
    'Key or click, until painted\t2\t7.3\t20\t21\tp50 ≤ 16 ms, p95 ≤ 50 ms'
  ])
})
