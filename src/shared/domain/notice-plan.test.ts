import { expect, test } from 'vitest'
import {
  decideNotice,
  type NoticeFact,
  type NoticePlan,
  noticePlanProblem,
  type NoticeRule,
  startingNoticePlan
} from './notice-plan.ts'

const anything: NoticeRule['when'] = {
  event: null,
  queue: null,
  category: null,
  priority: null,
  tag: null,
  firstContact: false,
  keyword: ''
}
const rule = (when: Partial<NoticeRule['when']>, tell = false): NoticeRule => ({
  id: JSON.stringify([when, tell]),
  when: { ...anything, ...when },
  tell,
  sound: 'bell'
})
const plan = (...rules: NoticeRule[]): NoticePlan => ({ ...startingNoticePlan('UTC'), rules })
const message: NoticeFact = {
  event: 'message',
  queues: ['inbox', 'mine'],
  category: 'billing',
  priority: 'normal',
  tags: ['vip'],
  firstContact: true,
  text: 'I want a REFUND now'
}

test.each([
  [{ event: 'message' }],
  [{ queue: 'mine' }],
  [{ category: 'billing' }],
  [{ priority: 'normal' }],
  [{ tag: 'vip' }],
  [{ firstContact: true }],
  [{ keyword: ' refund ' }],
  [{ queue: 'inbox', keyword: 'want', tag: 'vip' }]
] as const)('what fits is decided by its rule: %o', (when) => {
  expect(decideNotice(plan(rule(when)), message)).toEqual({ tell: false, sound: 'bell' })
})

test.each([
  [{ event: 'broken' }],
  [{ queue: 'mentions' }],
  [{ category: 'praise' }],
  [{ priority: 'urgent' }],
  [{ tag: 'other' }],
  [{ keyword: 'invoice' }],
  [{ queue: 'mine', category: 'praise' }]
] as const)('what does not fit is told as ever: %o', (when) => {
  expect(decideNotice(plan(rule(when)), message)).toEqual({ tell: true, sound: 'system' })
})

test('the first rule that fits decides, and requests are told of only where a rule says so', () => {
  expect(decideNotice(plan(rule({ tag: 'vip' }, true), rule({ queue: 'mine' })), message).tell).toBe(true)
  const request: NoticeFact = { ...message, queues: ['requests'] }
  expect(decideNotice(plan(), request).tell).toBe(false)
  expect(decideNotice(plan(rule({ queue: 'requests' }, true)), request).tell).toBe(true)
})

test.each([
  ['nothing', [rule({})], { kind: 'no-condition', rule: 0 }],
  ['blanks', [rule({ tag: 'a' }), rule({ keyword: '  ' })], { kind: 'no-condition', rule: 1 }],
  ['words in what is no message', [rule({ event: 'broken', keyword: 'x' })], { kind: 'never-fits', rule: 0 }],
  ['a sign-in of a customer', [rule({ event: 'sign-in', queue: 'mine' })], { kind: 'never-fits', rule: 0 }],
  ['a promise to who is not let in', [rule({ event: 'at-risk', queue: 'requests' })], { kind: 'never-fits', rule: 0 }],
  ['the same twice', [rule({ keyword: 'A' }), rule({ keyword: 'a ' })], { kind: 'same', rule: 1, other: 0 }],
  ['yes and no', [rule({ tag: 'a' }, true), rule({ tag: 'a' })], { kind: 'contradicts', rule: 1, other: 0 }]
])('%s is named', (_what, rules, problem) => {
  expect(noticePlanProblem(plan(...rules))).toEqual(problem)
})

test('hours count only when they are on', () => {
  const never = { ...plan(), hours: { ...plan().hours, days: [[], [], [], [], [], [], []] } }
  expect(noticePlanProblem(never)).toBeNull()
  expect(noticePlanProblem({ ...never, hours: { ...never.hours, on: true } })).toEqual({ kind: 'never-open' })
})
