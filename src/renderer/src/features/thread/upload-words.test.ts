import { expect, test } from 'vitest'
import { uploadWords } from './upload-words.ts'

test('an upload says how far it is', () => {
  expect(uploadWords({ phase: 'uploading', percent: 0 })).toBe('Uploading 0 %')
  expect(uploadWords({ phase: 'uploading', percent: 40 })).toBe('Uploading 40 %')
  expect(uploadWords({ phase: 'processing', percent: null })).toBe('X is processing it')
  expect(uploadWords({ phase: 'processing', percent: 0 })).toBe('X is processing it')
  expect(uploadWords({ phase: 'processing', percent: 55 })).toBe('X is processing it: 55 %')
})
