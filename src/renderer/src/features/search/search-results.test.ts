import { expect, test } from 'vitest'
import { answerOptions, groupHits } from './search-results.ts'

const person = {
  name: 'Ana',
  handle: 'ana',
  avatar: null,
  conversation: '1/1-2',
  lastAt: 0,
  nameMarks: [],
  handleMarks: []
}
const hit = (id: string, conversation: string) => ({
  id,
  conversation,
  title: 'Ana',
  handle: 'ana',
  avatar: null,
  authorName: 'Ana',
  us: false,
  note: false,
  at: 0,
  snippet: '',
  marks: []
})
const answer = {
  text: 'ana',
  customers: [{ ...person, id: '2' }],
  messages: [hit('9', '1/1-2'), hit('8', '1/1-3'), hit('7', '1/1-2')],
  problems: []
}

test('hits stand by conversation, in the order of the newest of each', () => {
  expect(groupHits(answer.messages).map(({ conversation, hits }) => [conversation, hits.map(({ id }) => id)])).toEqual([
    ['1/1-2', ['9', '7']],
    ['1/1-3', ['8']]
  ])
})

test('a conversation shows its newest hit, and the others when it is opened', () => {
  const closed = answerOptions(answer, new Set(), 50)
  expect(closed.customers).toHaveLength(1)
  expect(closed.messages).toMatchObject([
    { kind: 'group', others: 1, open: false },
    { kind: 'group', others: 0 }
  ])
  const open = answerOptions(answer, new Set(['1/1-2']), 50)
  expect(open.messages.map(({ kind }) => kind)).toEqual(['group', 'hit', 'group'])
  const all = [...open.customers, ...open.messages, ...open.rest].map(({ id }) => id)
  expect(new Set(all).size).toBe(all.length)
})

test('a conversation tells of all its hits as soon as they are known, and shows them when it is opened', () => {
  const within = new Map([['1/1-3', [hit('8', '1/1-3'), hit('5', '1/1-3'), hit('4', '1/1-3')]]])
  expect(answerOptions(answer, new Set(), 3, within).messages).toMatchObject([{ others: 1 }, { others: 2 }])
  const open = answerOptions(answer, new Set(['1/1-3']), 3, within)
  expect(open.messages.map(({ id }) => id)).toEqual([
    'message 1/1-2 9',
    'message 1/1-3 8',
    'message 1/1-3 5',
    'message 1/1-3 4'
  ])
  // A note or a message that was deleted meanwhile takes nothing away.
  expect(answerOptions(answer, new Set(), 3, new Map([['1/1-2', []]])).messages).toMatchObject([
    { others: 1 },
    { others: 0 }
  ])
})

test('more is offered when there may be more', () => {
  expect(answerOptions(answer, new Set(), 50).rest.map(({ kind }) => kind)).toEqual(['list'])
  expect(answerOptions(answer, new Set(), 3).rest.map(({ kind }) => kind)).toEqual(['more', 'list'])
  expect(answerOptions(null, new Set(), 3)).toEqual({ customers: [], messages: [], rest: [] })
})
