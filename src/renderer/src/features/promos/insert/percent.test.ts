import { expect, test } from 'vitest'
import { percentAt } from './percent.ts'

const at = (text: string) => percentAt(text, text.length)

test.each([
  ['%', '', 0],
  ['%sum', 'sum', 0],
  ['Hello %', '', 6],
  ['Hello\n%win', 'win', 6],
  ['مرحبا %صيف', 'صيف', 6]
])('%j calls a code', (text, query, start) => {
  expect(at(text)).toEqual({ query, start, end: text.length })
})

test.each(['20%', '20 %', '٢٠ %', '100 %sum', '%20', 'a%b', '% ', '%%', '%a b', ''])('%j calls nothing', (text) => {
  expect(at(text)).toBeNull()
})
