import { expect, test } from 'vitest'
import { clampPane, layOutPanes, RAIL_WIDTH, startingPanes } from './pane-layout.ts'

function threadWidth(width: number, wish = startingPanes): number {
  const layout = layOutPanes(width, wish)
  return width - RAIL_WIDTH - layout.queues - layout.list - layout.customer
}

test('at 1280 everything has a column', () => {
  const layout = layOutPanes(1_280, startingPanes)
  expect(layout).toMatchObject({ mode: 'columns', queues: 184, list: 344, customer: 280, customerAsDrawer: false })
  expect(threadWidth(1_280)).toBeGreaterThanOrEqual(380)
})

test('at 900 the customer becomes a drawer and the thread keeps its room', () => {
  expect(layOutPanes(900, startingPanes)).toMatchObject({ mode: 'columns', customer: 0, customerAsDrawer: true })
  expect(threadWidth(900)).toBeGreaterThanOrEqual(380)
})

test('greedy columns give way before the thread does', () => {
  const wish = { ...startingPanes, queues: 320, list: 560, customer: 480 }
  for (const width of [700, 780, 900, 1_000, 1_100, 1_280, 1_440, 2_000]) {
    expect(threadWidth(width, wish), `at ${width}`).toBeGreaterThanOrEqual(380)
  }
  expect(layOutPanes(2_000, wish)).toMatchObject({ queues: 320, list: 560, customer: 480 })
})

test('a window as narrow as 1280 at 200 % zoom shows one pane at a time', () => {
  expect(layOutPanes(640, startingPanes)).toMatchObject({ mode: 'single', queues: 0, customer: 0 })
})

test('hidden panes take no room', () => {
  expect(layOutPanes(1_440, { ...startingPanes, hideQueues: true, hideCustomer: true })).toMatchObject({
    queues: 0,
    customer: 0
  })
})

test('widths stay within their bounds', () => {
  expect(clampPane('list', 5)).toBe(240)
  expect(clampPane('list', 5_000)).toBe(560)
  expect(clampPane('list', 300.4)).toBe(300)
})
