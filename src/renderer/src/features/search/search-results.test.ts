import { expect, test } from 'vitest'
import { moveChoice, searchTargets } from './search-results.ts'

const person = {
  name: 'Ana',
  handle: 'ana',
  avatar: null,
  conversation: '1/1-2',
  lastAt: 0,
  nameMarks: [],
  handleMarks: []
}
const hit = { title: 'Ana', handle: 'ana', avatar: null, authorName: 'Ana', us: false, at: 0, snippet: '', marks: [] }

test('customers come first, and a message hit leads to its message', () => {
  const targets = searchTargets({
    text: 'ana',
    customers: [{ ...person, id: '2' }],
    messages: [{ ...hit, id: '2', conversation: '1/1-2' }]
  })
  expect(targets.map((target) => target.message)).toEqual([null, '2'])
  expect(new Set(targets.map((target) => target.id)).size).toBe(2)
  expect(searchTargets(null)).toEqual([])
})

test('the choice goes round the ends', () => {
  expect(moveChoice(3, 2, 1)).toBe(0)
  expect(moveChoice(3, 0, -1)).toBe(2)
  expect(moveChoice(0, 0, 1)).toBe(-1)
})
