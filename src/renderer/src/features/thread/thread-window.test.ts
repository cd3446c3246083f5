import { expect, test } from 'vitest'
import { firstWindow, widenNewer, widenOlder, windowEnds } from './thread-window.ts'

const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index))

test('a full page may have more before it, a short one has not', () => {
  expect(windowEnds(firstWindow(null), ids(60))).toEqual({ older: true, newer: false })
  expect(windowEnds(firstWindow(null), ids(59))).toEqual({ older: false, newer: false })
})

test('around a message both ends are known', () => {
  const window = firstWindow('60')
  expect(windowEnds(window, ids(121))).toEqual({ older: true, newer: true })
  expect(windowEnds(window, ids(70))).toEqual({ older: true, newer: false })
  expect(windowEnds(firstWindow('3'), ids(70))).toEqual({ older: false, newer: true })
})

test('windows widen one way at a time', () => {
  expect(widenOlder(firstWindow(null))).toEqual({ at: 'newest', older: 180 })
  expect(widenNewer(firstWindow('7'))).toEqual({ at: 'message', id: '7', older: 60, newer: 180 })
  expect(widenNewer(firstWindow(null))).toEqual(firstWindow(null))
})
