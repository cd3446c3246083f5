import { expect, test } from 'vitest'
import type { OutboxChange } from '../../../../shared/contract/rows.ts'
import { type Delivery, outboxStates } from '../../../../shared/domain/message.ts'
import { deliveryWords, type ReplyStanding, stepsFor, stepWords } from './delivery-words.ts'

const now = new Date(2026, 10, 26, 15, 20).getTime()

function reply(delivery: Delivery, more: Partial<ReplyStanding> = {}): ReplyStanding {
  return { delivery, reason: null, heldUntil: null, scheduledAt: null, changes: [], asks: null, ...more }
}

const excerpt = (id: string, author = 'Ana Silva') => ({ id, at: now, author, text: 'It came!' })

test('every state but sent says something, and trouble says what to do', () => {
  for (const state of outboxStates) {
    const words = deliveryWords(reply(state, { reason: 'X said no.' }), now)
    expect(words === null, state).toBe(state === 'sent')
    if (words?.tone === 'trouble') {
      expect(words.text).toContain('X said no.')
      expect(words.steps).toEqual(['retry', 'edit', 'discard'])
    }
  }
})

test('a held reply counts down', () => {
  const words = deliveryWords(reply('held', { heldUntil: now + 3_500 }), now)
  expect(words).toMatchObject({ text: 'Sending in 4 s', steps: ['undo', 'sendNow'] })
})

test('a scheduled reply names its time, and can be moved', () => {
  const at = new Date(2026, 10, 27, 9).getTime()
  const words = deliveryWords(reply('held', { heldUntil: at, scheduledAt: at }), now)
  expect(words?.text).toMatch(/^Leaves tomorrow at 0?9:00/)
  expect(words?.steps).toEqual(['reschedule', 'sendNow', 'edit', 'discard'])
})

test('nothing can be sent a second time while X may have it', () => {
  expect(deliveryWords(reply('unknown'), now)?.steps).toEqual([])
  expect(deliveryWords(reply('sending'), now)?.steps).toEqual([])
})

test.each<[string, OutboxChange, RegExp]>([
  [
    'one message',
    { kind: 'customer-wrote', at: now, count: 1, messages: [excerpt('1')] },
    /Ana Silva wrote again after/
  ],
  [
    'two',
    { kind: 'customer-wrote', at: now, count: 2, messages: [excerpt('1'), excerpt('2')] },
    /Ana Silva wrote 2 messages/
  ],
  [
    'a group',
    { kind: 'customer-wrote', at: now, count: 2, messages: [excerpt('1'), excerpt('2', 'Ben')] },
    /Somebody wrote 2/
  ],
  ['an answer', { kind: 'answered', at: now, count: 1, messages: [excerpt('1')] }, /Somebody else answered/],
  ['resolved', { kind: 'resolved', at: now }, /was resolved at 15:20/],
  ['reopened', { kind: 'reopened', at: now }, /was reopened at 15:20/],
  ['blocked', { kind: 'blocked', at: now }, /You blocked/],
  [
    'a lost answer',
    { kind: 'not-shown', at: now, looks: 3, readable: true, messages: [] },
    /does not show it after 3 looks/
  ],
  ['an unreadable one', { kind: 'not-shown', at: now, looks: 3, readable: false, messages: [] }, /does not let/],
  [
    'one that may be it',
    { kind: 'not-shown', at: now, looks: 3, readable: true, messages: [excerpt('1')] },
    /may be it/
  ]
])('what changed is said: %s', (_name, change, expected) => {
  expect(deliveryWords(reply('needs-attention', { changes: [change] }), now)?.text).toMatch(expected)
})

test('what needs an eye is sent anyway, what was lost again, what failed is tried again', () => {
  const lost: OutboxChange = { kind: 'not-shown', at: now, looks: 3, readable: true, messages: [] }
  expect(stepWords('retry', reply('needs-attention'))).toBe('Send anyway')
  expect(stepWords('retry', reply('needs-attention', { changes: [lost] }))).toBe('Send again')
  expect(stepWords('retry', reply('failed'))).toBe('Try again')
})

test('an attachment that X takes only when shared: the one question, and no plain retry', () => {
  const asked = reply('needs-attention', { asks: 'share' })
  expect(stepsFor(asked)).toEqual(['share', 'edit', 'discard'])
  expect(stepWords('share', asked)).toBe('Allow sharing and send')
})
