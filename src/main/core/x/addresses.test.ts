import { expect, test } from 'vitest'
import { checkedBase, isLoopbackHost } from './addresses.ts'

test('takes https anywhere and http to this machine, without a trailing slash', () => {
  expect(checkedBase(' https://api.x.com/ ')).toBe('https://api.x.com')
  expect(checkedBase('http://127.0.0.1:4010/')).toBe('http://127.0.0.1:4010')
  expect(checkedBase('http://[::1]:4010')).toBe('http://[::1]:4010')
  expect(checkedBase('http://localhost:4010/x/')).toBe('http://localhost:4010/x')
})

test.each([
  'http://api.x.com',
  'http://127.0.0.1.evil.example',
  'ftp://127.0.0.1',
  'api.x.com',
  '',
  'https://a:b@x.com',
  'https://x.com?a=1'
])('refuses %s', (text) => {
  expect(() => checkedBase(text)).toThrow(expect.objectContaining({ code: 'invalid-input' }))
})

test('knows this machine', () => {
  expect(['localhost', '127.0.0.1', '127.9.8.7', '[::1]'].every(isLoopbackHost)).toBe(true)
  expect(['0.0.0.0', '10.0.0.1', '127.evil.example', 'localhost.example'].some(isLoopbackHost)).toBe(false)
})
