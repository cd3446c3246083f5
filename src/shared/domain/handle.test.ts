import { expect, test } from 'vitest'
import { parseHandle } from './handle.ts'

test('a handle is found in what people type and paste', () => {
  expect(parseHandle('anas')).toBe('anas')
  expect(parseHandle(' @Ana_S9 ')).toBe('Ana_S9')
  for (const address of [
    'https://x.com/anas',
    'http://twitter.com/anas/',
    'x.com/anas?s=20',
    'https://mobile.twitter.com/anas/status/123',
    'https://www.x.com/@anas#top',
    'https://twitter.com/#!/anas'
  ]) {
    expect(parseHandle(address)).toBe('anas')
  }
})

test('what can be nobody’s is refused', () => {
  for (const typed of ['', '@', 'ana silva', 'ana-s', 'a'.repeat(16), 'ána', 'https://example.com/anas']) {
    expect(parseHandle(typed), typed).toBeNull()
  }
  for (const place of ['https://x.com/home', 'https://x.com/i/events/1', 'x.com/', 'https://x.com/messages/1-2']) {
    expect(parseHandle(place), place).toBeNull()
  }
})
