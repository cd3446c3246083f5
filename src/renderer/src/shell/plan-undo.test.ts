import { expect, test } from 'vitest'
import { planUndo } from './plan-undo.ts'

const held = { id: 'a', state: 'held', createdAt: 100, scheduledAt: null } as const

test('a reply about to leave is taken back first, the newest one', () => {
  expect(planUndo([held, { ...held, id: 'b', createdAt: 200 }], { at: 50 })).toEqual({
    reply: 'b',
    request: null,
    action: false
  })
})

test('send and resolve goes back as one', () => {
  expect(planUndo([held], { at: 101 })).toEqual({ reply: 'a', request: null, action: true })
})

test('what was written for later is left alone', () => {
  expect(planUndo([{ ...held, scheduledAt: 900 }], { at: 50 })).toEqual({ reply: null, request: null, action: true })
})

test('without a held reply the last action goes back', () => {
  expect(planUndo([{ ...held, state: 'sending' }], { at: 50 })).toEqual({ reply: null, request: null, action: true })
  expect(planUndo([], null)).toEqual({ reply: null, request: null, action: false })
})

test('a deletion that is about to happen goes before what is older, and alone', () => {
  const deletion = { id: 'r', state: 'held', createdAt: 150 } as const
  expect(planUndo([held], { at: 140 }, [deletion])).toEqual({ reply: null, request: 'r', action: false })
  // Blocked after it: the notice offers to take that back.
  expect(planUndo([held], { at: 160 }, [deletion])).toEqual({ reply: null, request: null, action: true })
  expect(planUndo([{ ...held, createdAt: 200 }], null, [deletion])).toMatchObject({ reply: 'a', request: null })
  expect(planUndo([], { at: 1 }, [{ ...deletion, state: 'queued' }])).toMatchObject({ request: null, action: true })
})
