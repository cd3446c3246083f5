import { expect, test } from 'vitest'
import { answeredWaits } from './measure.ts'

/** `<` the customer, `>` a reply of ours, `x` one from elsewhere; a second apart. */
function spoken(text: string) {
  return [...text].map((sign, at) => ({ at: at + 1, outbound: sign === '<' ? 0 : 1, own: sign === '>' ? 1 : 0 }))
}

const neverSettled = { to: 0, before: true }

test('a wait begins with the first message that is not answered, and ends with the answer', () => {
  expect(answeredWaits(spoken('<<>>x<x<'), neverSettled, false)).toEqual([
    { askedAt: 1, answeredAt: 3, first: true, own: true },
    { askedAt: 6, answeredAt: 7, first: false, own: false }
  ])
  expect(answeredWaits(spoken('>><'), neverSettled, false)).toEqual([])
  expect(answeredWaits(spoken('<>'), neverSettled, true)).toMatchObject([{ first: false }])
})

test('what is asked after it was resolved is a new matter, and what was open then is answered by nothing later', () => {
  const settled = (to: number) => ({ to, before: false })
  expect(answeredWaits(spoken('<<<>'), settled(2), false)).toEqual([
    { askedAt: 3, answeredAt: 4, first: true, own: true }
  ])
  // Sent with “resolve”: the answer leaves a moment later.
  expect(answeredWaits(spoken('<><>'), settled(1), false)).toEqual([
    { askedAt: 1, answeredAt: 2, first: true, own: true },
    { askedAt: 3, answeredAt: 4, first: true, own: true }
  ])
})
