import { expect, test } from 'vitest'
import { outboxStates } from '../../../../shared/domain/message.ts'
import { deliveryWords, stepWords } from './delivery-words.ts'

test('every state but sent says something, and trouble says what to do', () => {
  for (const state of outboxStates) {
    const words = deliveryWords(state, 4, 'X said no.')
    expect(words === null, state).toBe(state === 'sent')
    if (words?.tone === 'trouble') {
      expect(words.text).toContain('X said no.')
      expect(words.steps).toEqual(['retry', 'edit', 'discard'])
    }
  }
})

test('a held reply counts down', () => {
  expect(deliveryWords('held', 4, null)?.text).toBe('Sending in 4 s')
})

test('nothing can be sent a second time while X may have it', () => {
  expect(deliveryWords('unknown', null, null)?.steps).toEqual([])
  expect(deliveryWords('sending', null, null)?.steps).toEqual([])
})

test('what needs an eye is sent anyway, what failed is tried again', () => {
  expect(stepWords('retry', 'needs-attention')).toBe('Send anyway')
  expect(stepWords('retry', 'failed')).toBe('Try again')
})
