import { expect, test } from 'vitest'
import { consoleSizes, conversationSizes, placeWindow } from './window-state.ts'

const main = { x: 0, y: 0, width: 1920, height: 1040 }
const second = { x: 1920, y: 0, width: 1280, height: 1024 }

test('opens where it was, on whatever screen', () => {
  const left = { x: 2000, y: 50, width: 1000, height: 700, maximized: false }
  expect(placeWindow(left, [main, second], consoleSizes)).toEqual({ x: 2000, y: 50, width: 1000, height: 700 })
})

test.each([
  ['a screen that is gone', { x: 2000, y: 50, width: 1000, height: 700, maximized: false }],
  ['a title bar above the screen', { x: 100, y: -200, width: 1000, height: 700, maximized: false }],
  ['a corner left of the screen', { x: -950, y: 100, width: 1000, height: 700, maximized: false }],
  ['nothing remembered', undefined],
  ['nonsense', { x: 'left', y: null }],
  ['not numbers', { x: Number.NaN, y: 0, width: 1000, height: 700, maximized: false }]
])('centres on the main screen after %s', (_what, remembered) => {
  expect(placeWindow(remembered, [main], consoleSizes)).toEqual({ x: 240, y: 70, width: 1440, height: 900 })
})

test('is never smaller than what works', () => {
  expect(placeWindow({ x: 0, y: 0, width: 10, height: 10, maximized: true }, [main], consoleSizes)).toMatchObject({
    width: 900,
    height: 600
  })
})

test('the window of a conversation is smaller, and may be', () => {
  expect(placeWindow(undefined, [main], conversationSizes)).toEqual({ x: 580, y: 110, width: 760, height: 820 })
  expect(placeWindow({ x: 5, y: 5, width: 500, height: 500, maximized: false }, [main], conversationSizes)).toEqual({
    x: 5,
    y: 5,
    width: 500,
    height: 500
  })
})
