import { expect, test } from 'vitest'
import { navigate, navigateWindow, placeList, startAt, startingPoint, startInWindow } from './navigation.ts'

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

test('a conversation that is opened to write in is so until another one is open', () => {
  const writing = navigate(startingPoint, { to: 'thread', conversation: '1/1-2', write: true })
  expect(writing).toMatchObject({ writing: '1/1-2', entered: false })
  expect(navigate(writing, { to: 'conversation', conversation: '1/1-3' }).writing).toBeNull()
  expect(navigate(writing, { to: 'thread', conversation: '1/1-2' }).writing).toBeNull()
})

test('the console begins where it was left', () => {
  const place = {
    queue: 'all',
    view: null,
    account: '7',
    conversation: '7/7-8',
    mode: 'note',
    scroll: 152,
    library: null,
    reports: null,
    feedback: null
  } as const
  expect(startAt(place)).toMatchObject({
    view: 'inbox',
    queue: 'all',
    account: '7',
    conversation: '7/7-8',
    search: null,
    front: 'list'
  })
  expect(startAt({ ...place, view: 'orders' })).toMatchObject({ queue: 'all', search: { view: 'orders' } })
})

test('queues and saved views are remembered as lists, what was typed is not', () => {
  expect(placeList({ queue: 'all', search: null, account: '7' })).toEqual({ queue: 'all', view: null, account: '7' })
  expect(placeList({ queue: 'all', search: { view: 'orders' }, account: null })).toEqual({
    queue: 'all',
    view: 'orders',
    account: null
  })
  expect(placeList({ queue: 'all', search: { text: 'Ana' }, account: null })).toBeNull()
})

test('the window of a conversation stays with it, whatever happens elsewhere', () => {
  const start = startInWindow('1/1-2')
  for (const step of [
    { to: 'queue', queue: 'all' },
    { to: 'view', view: 'settings' },
    { to: 'search', search: { view: 'one' } },
    { to: 'account', account: '1' },
    { to: 'conversation', conversation: '1/1-3' },
    { to: 'conversation', conversation: null }
  ] as const)
    expect(navigateWindow(start, step)).toEqual(start)
  expect(navigateWindow(start, { to: 'list' })).toMatchObject({ entered: true, entries: start.entries + 1 })
  expect(navigateWindow(start, { to: 'overlay', overlay: 'help' })).toMatchObject({ overlay: 'help' })
  expect(navigateWindow(start, { to: 'thread', conversation: '1/1-3', enter: true })).toMatchObject({
    conversation: '1/1-3',
    front: 'thread'
  })
})
