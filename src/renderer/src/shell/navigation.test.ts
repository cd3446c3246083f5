import { expect, test } from 'vitest'
import { navigate, startingPoint } from './navigation.ts'

test('selecting keeps the list in front, entering brings the thread', () => {
  const selected = navigate(startingPoint, { to: 'conversation', conversation: '1/1-2' })
  expect(selected).toMatchObject({ conversation: '1/1-2', front: 'list' })
  expect(navigate(selected, { to: 'thread', conversation: '1/1-2' })).toMatchObject({
    front: 'thread',
    visit: selected.visit
  })
})

test('a hit of a search leads to its message, closes the search, and can be visited twice', () => {
  const searching = navigate(startingPoint, { to: 'overlay', overlay: 'search' })
  const hit = navigate(searching, { to: 'thread', conversation: '1/1-2', message: '77' })
  expect(hit).toMatchObject({ view: 'inbox', message: '77', overlay: null })
  expect(navigate(hit, { to: 'thread', conversation: '1/1-2', message: '77' }).visit).toBe(hit.visit + 1)
  expect(navigate(hit, { to: 'newest' })).toMatchObject({ message: null, visit: hit.visit + 1 })
})

test('another queue or account leaves the conversation', () => {
  const open = navigate(startingPoint, { to: 'thread', conversation: '1/1-2', message: '77' })
  expect(navigate(open, { to: 'queue', queue: 'all' })).toMatchObject({
    conversation: null,
    message: null,
    queue: 'all'
  })
  expect(navigate(open, { to: 'account', account: '1' })).toMatchObject({ conversation: null, account: '1' })
})

test('looking into the outbox and coming back finds the conversation open', () => {
  const open = navigate(startingPoint, { to: 'conversation', conversation: '1/1-2' })
  const back = navigate(navigate(open, { to: 'view', view: 'outbox' }), { to: 'view', view: 'inbox' })
  expect(back.conversation).toBe('1/1-2')
})

test('a thread takes the focus when it is entered, again and again, but not when it is looked at', () => {
  const entered = navigate(startingPoint, { to: 'thread', conversation: '1/1-2', enter: true })
  expect(entered.entered).toBe(true)
  expect(navigate(entered, { to: 'thread', conversation: '1/1-2', enter: true }).entries).toBe(entered.entries + 1)
  expect(navigate(entered, { to: 'conversation', conversation: '1/1-3' }).entered).toBe(false)
  expect(navigate(entered, { to: 'list' }).entered).toBe(false)
})
