import { expect, test } from 'vitest'
import type { ReplyAction } from '../../../../../shared/domain/library/canned-reply.ts'
import {
  actionKey,
  actionsFor,
  afterSending,
  type DraftInserts,
  type Inserted,
  noInserts,
  stillThere,
  withInserted
} from './inserted.ts'

const refund: ReplyAction = { kind: 'tag', tag: 'refund' }
const resolve: ReplyAction = { kind: 'resolve' }
const snooze: ReplyAction = { kind: 'snooze', minutes: 60 }

function reply(text: string, ...actions: ReplyAction[]): Inserted {
  return { reply: text, version: `${text} 1`, text, actions, from: 'picker' }
}

const thanks = reply('Thank you for writing to us, Ana.', refund, resolve)
const wait = reply('Your refund takes five days.', snooze, refund)

test('a reply stays while its words do, edited or not', () => {
  expect(stillThere({ ...noInserts, replies: [thanks] }, 'Thank you for writing to us, dear Ana!!')).toEqual([thanks])
  expect(stillThere({ ...noInserts, replies: [thanks] }, 'Hello. thank you for writing')).toEqual([thanks])
  expect(stillThere({ ...noInserts, replies: [thanks] }, '/thanks')).toEqual([])
  expect(stillThere({ ...noInserts, replies: [thanks] }, '')).toEqual([])
  expect(stillThere({ ...noInserts, replies: [reply('🙂')] }, 'so 🙂')).toHaveLength(1)
  expect(stillThere({ ...noInserts, replies: [reply('🙂')] }, 'so')).toEqual([])
})

test('of two ways to rest the later holds, and the same tag is given once', () => {
  const draft = `${thanks.text} ${wait.text}`
  const both = withInserted(withInserted(noInserts, thanks), wait)
  expect(actionsFor(both, draft)).toEqual([snooze, refund])
  expect(actionsFor(both, thanks.text)).toEqual([refund, resolve])
})

test('what was taken out stays out, until a reply asks for it again', () => {
  const once: DraftInserts = { ...noInserts, replies: [thanks], dropped: [actionKey(resolve)] }
  expect(actionsFor(once, thanks.text)).toEqual([refund])
  expect(actionsFor(withInserted(once, thanks), thanks.text)).toEqual([refund, resolve])
})

test('no more go along than one reply takes', () => {
  let inserts = noInserts
  for (let count = 0; count < 30; count += 1) inserts = withInserted(inserts, thanks)
  expect(inserts.replies).toHaveLength(20)
})

test('what has left is gone, comes back with its text, and leaves alone what was inserted meanwhile', () => {
  const both = withInserted(withInserted(noInserts, thanks), wait)
  const after = afterSending(both, ` ${thanks.text}\n`, [thanks])
  expect(stillThere(after, '')).toEqual([])
  expect(stillThere(after, wait.text)).toEqual([wait])
  expect(stillThere(after, thanks.text)).toEqual([thanks])
  expect(stillThere(after, 'Thank you for writing to us once more, Ana.')).toEqual([])
})
