import { expect, test } from 'vitest'
import { nextAccount } from './next-account.ts'

test('all, the first, the second, all again', () => {
  expect(nextAccount(['1', '2'], null)).toBe('1')
  expect(nextAccount(['1', '2'], '1')).toBe('2')
  expect(nextAccount(['1', '2'], '2')).toBeNull()
  // One that was removed meanwhile.
  expect(nextAccount(['1', '2'], '3')).toBe('1')
})
