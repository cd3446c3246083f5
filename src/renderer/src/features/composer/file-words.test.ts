import { expect, test } from 'vitest'
import { attachmentFacts, formatBytes } from './file-words.ts'

test.each([
  [0, '0 bytes'],
  [1_023, '1,023 bytes'],
  [1_024, '1 KB'],
  [12_700, '12 KB'],
  [1_048_575, '1 MB'],
  [1_500_000, '1.4 MB'],
  [536_870_912, '512 MB'],
  [3 * 1024 ** 3, '3 GB']
])('%i → %s', (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words)
})

test('a line says what it is', () => {
  const item = {
    key: 'k',
    kind: 'photo',
    src: null,
    poster: null,
    width: 640,
    height: 480,
    durationMs: null,
    alt: null
  } as const
  expect(attachmentFacts({ id: 'a', name: 'x', size: 2_048, item })).toBe('Picture, 640 × 480, 2 KB')
  const clip = { ...item, kind: 'video', durationMs: 61_200 } as const
  expect(attachmentFacts({ id: 'a', name: 'x', size: 2_048, item: clip })).toBe('Video, 1:01, 2 KB')
})
