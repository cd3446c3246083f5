import { expect, test } from 'vitest'
import { planUndo } from './plan-undo.ts'

const held = { id: 'a', state: 'held', createdAt: 100 } as const

test('a reply about to leave is taken back first, the newest one', () => {
  expect(planUndo([held, { ...held, id: 'b', createdAt: 200 }], { at: 50 })).toEqual({ reply: 'b', action: false })
})

test('send and resolve goes back as one', () => {
  expect(planUndo([held], { at: 101 })).toEqual({ reply: 'a', action: true })
})

test('without a held reply the last action goes back', () => {
  expect(planUndo([{ ...held, state: 'sending' }], { at: 50 })).toEqual({ reply: null, action: true })
  expect(planUndo([], null)).toEqual({ reply: null, action: false })
})
