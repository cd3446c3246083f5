import { expect, test } from 'vitest'
import { fitMedia } from './media-size.ts'

const most = { width: 320, height: 300 }

test('pictures keep their shape within the room there is', () => {
  expect(fitMedia(640, 480, most)).toEqual({ width: 320, height: 240 })
  expect(fitMedia(300, 1_200, most)).toEqual({ width: 75, height: 300 })
  expect(fitMedia(100, 80, most)).toEqual({ width: 100, height: 80 })
})

test('unknown, absurd and extreme sizes still have a place', () => {
  expect(fitMedia(null, null, most)).toEqual({ width: 280, height: 210 })
  expect(fitMedia(0, 100, most)).toEqual({ width: 280, height: 210 })
  expect(fitMedia(100_000, 1, most)).toEqual({ width: 320, height: 64 })
})
