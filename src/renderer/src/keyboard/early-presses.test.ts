import { expect, test } from 'vitest'
import type { ActionId } from './actions.ts'
import { EarlyPresses } from './early-presses.ts'

function setUp() {
  const possible = new Set<ActionId>()
  const did: string[] = []
  const frames: (() => void)[] = []
  let typing = false
  const early: EarlyPresses = new EarlyPresses({
    can: (id) => possible.has(id),
    run: (id) => did.push(id),
    typing: () => typing,
    press: ({ readings, text }) => {
      if (typing && text !== null) did.push(`“${text}”`)
      else if (readings[0] === 'm' && early.begin('message.choose')) did.push('m waits')
      else did.push(`key ${readings[0]}`)
    },
    nextFrame: (run) => {
      frames.push(run)
      return () => frames.splice(frames.indexOf(run), 1)
    }
  })
  return {
    early,
    did,
    possible,
    press: (key: string) => early.keep({ readings: [key], text: key.length === 1 ? key : null }),
    frame: () => frames.shift()?.(),
    focusText: () => (typing = true)
  }
}

test('an action that nobody expects is not kept', () => {
  const { early } = setUp()
  expect(early.begin('reply.write')).toBe(false)
  expect(early.waiting).toBe(false)
})

test('an action waits until it is possible, and the keys after it wait behind it', () => {
  const { early, did, possible, press, frame } = setUp()
  early.expect(['conversation.block'])
  expect(early.begin('conversation.block')).toBe(true)
  press('j')
  press('e')
  early.settle()
  expect(did).toEqual([])
  possible.add('conversation.block')
  early.settle()
  expect(did).toEqual(['conversation.block'])
  expect(early.waiting).toBe(true)
  frame()
  frame()
  expect(did).toEqual(['conversation.block', 'key j', 'key e'])
  expect(early.waiting).toBe(false)
})

test('letters after “write a reply” become text as soon as the field is there', () => {
  const { early, did, possible, press, frame, focusText } = setUp()
  early.expect(['reply.write'])
  early.begin('reply.write')
  press('h')
  press('e')
  possible.add('reply.write')
  early.settle()
  frame()
  frame()
  expect(did).toEqual(['reply.write'])
  press('y')
  focusText()
  for (let at = 0; at < 3; at += 1) frame()
  expect(did).toEqual(['reply.write', '“h”', '“e”', '“y”'])
})

test('what did not come is dropped, with the keys behind it', () => {
  const { early, did, press } = setUp()
  const end = early.expect(['reply.write'])
  early.begin('reply.write')
  press('x')
  end()
  early.settle()
  expect(early.waiting).toBe(false)
  expect(did).toEqual([])
})

test('something that another part still expects goes on waiting', () => {
  const { early, did, possible } = setUp()
  const head = early.expect(['message.choose'])
  early.expect(['message.choose'])
  early.begin('message.choose')
  head()
  early.settle()
  expect(early.waiting).toBe(true)
  possible.add('message.choose')
  early.settle()
  expect(did).toEqual(['message.choose'])
})

test('looking at something else drops what waits', () => {
  const { early, did, possible, press } = setUp()
  early.expect(['conversation.block'])
  early.begin('conversation.block')
  press('j')
  early.leave()
  possible.add('conversation.block')
  early.settle()
  expect(did).toEqual([])
  expect(early.waiting).toBe(false)
})

test('the kept keys may lead on themselves; dropping ends it', () => {
  const { early, did, possible, press, frame } = setUp()
  early.expect(['conversation.block'])
  early.begin('conversation.block')
  press('j')
  press('e')
  press('k')
  possible.add('conversation.block')
  early.settle()
  frame()
  early.leave()
  frame()
  early.drop()
  frame()
  expect(did).toEqual(['conversation.block', 'key j', 'key e'])
})

test('a kept key may wait in its turn', () => {
  const { early, did, possible, press, frame } = setUp()
  early.expect(['conversation.block', 'message.choose'])
  early.begin('conversation.block')
  press('m')
  press('c')
  possible.add('conversation.block')
  early.settle()
  frame()
  frame()
  expect(did).toEqual(['conversation.block', 'm waits'])
  possible.add('message.choose')
  early.settle()
  frame()
  expect(did).toEqual(['conversation.block', 'm waits', 'message.choose', 'key c'])
})
