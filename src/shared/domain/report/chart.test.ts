import { describe, expect, test } from 'vitest'
import { drawChart, ticksUpTo } from './chart.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

test.each([
  [0, 'count', [0, 1]],
  [3, 'count', [0, 1, 2, 3]],
  [7, 'count', [0, 2, 4, 6, 8]],
  [1_999, 'count', [0, 500, 1_000, 1_500, 2_000]],
  [0, 'time', [0, 1_000]],
  [50 * MINUTE, 'time', [0, 15 * MINUTE, 30 * MINUTE, 45 * MINUTE, HOUR]],
  [30 * HOUR, 'time', [0, 12 * HOUR, 24 * HOUR, 36 * HOUR]]
] as const)('up to %d (%s) there are few round numbers', (most, measure, ticks) => {
  expect(ticksUpTo(most, measure)).toEqual(ticks)
})

const box = { measure: 'count', width: 100, height: 40, mirrored: false } as const

describe('bars', () => {
  test('stand beside each other in their part, and what is nothing has none', () => {
    const { bars, slots } = drawChart({
      ...box,
      kind: 'bars',
      series: [
        [4, 0],
        [2, null]
      ]
    })
    expect(slots).toEqual([
      { x: 0, width: 50 },
      { x: 50, width: 50 }
    ])
    expect(bars.map(({ series, y, height }) => ({ series, y, height }))).toEqual([
      { series: 0, y: 0, height: 40 },
      { series: 1, y: 20, height: 20 }
    ])
    expect((bars[0]?.x ?? 0) + (bars[0]?.width ?? 0)).toBeLessThanOrEqual(bars[1]?.x ?? 0)
  })

  test('lie on top of each other when they are parts of a whole', () => {
    const { bars } = drawChart({ ...box, kind: 'stack', series: [[3], [1]] })
    expect(bars.map(({ y, height }) => [y, height])).toEqual([
      [10, 30],
      [0, 10]
    ])
    expect(bars[0]?.x).toBe(bars[1]?.x)
  })
})

test('a line is broken where nothing is known, and a point without neighbours is a dot', () => {
  const [line] = drawChart({ ...box, kind: 'lines', series: [[4, 2, null, 4, null]] }).lines
  expect(line?.path).toBe('M10 0L30 20M70 0')
  expect(line?.dots).toHaveLength(3)
  const many = Array.from({ length: 100 }, (_, nth) => (nth % 10 === 0 ? 1 : nth % 10 < 3 ? null : 2))
  expect(drawChart({ ...box, kind: 'lines', series: [many] }).lines[0]?.dots.length).toBeLessThan(20)
})

test('from right to left the first part is on the right', () => {
  const { slots, bars } = drawChart({
    ...box,
    kind: 'bars',
    mirrored: true,
    series: [
      [1, 0],
      [1, 0]
    ]
  })
  expect(slots[0]?.x).toBe(50)
  expect(bars[0]?.x).toBeGreaterThan(bars[1]?.x ?? 0)
})
