import { describe, expect, test } from 'vitest'
import { type ActionId, actionIds, defaultKeysOf } from './actions.ts'
import { findClashes, keysClash, resolveKeymap, viewsOverlap, withKeys } from './keymap.ts'
import { parseKeys } from './press.ts'

const resolve = (stored: unknown) => resolveKeymap(stored, false)
/** Those with Control are for a Mac. */
const defaultsOf = (id: ActionId) => defaultKeysOf(id).filter((keys) => !keys.startsWith('Control+'))

describe('the registry', () => {
  test('every default key is written canonically', () => {
    for (const keys of actionIds.flatMap((id) => [...defaultKeysOf(id)])) {
      expect(parseKeys(keys, keys.startsWith('Control+'))).toBe(keys)
    }
  })

  test('no key means two things in one place, and none that a sequence begins with means something by itself', () => {
    const all = actionIds.flatMap((id) => defaultKeysOf(id).map((keys) => ({ id, keys })))
    const clashes = all.flatMap((one, at) =>
      all.slice(at + 1).filter((other) => viewsOverlap(one.id, other.id) && keysClash(one.keys, other.keys))
    )
    expect(clashes).toEqual([])
  })
})

test('without a choice, everything has its default keys', () => {
  const keymap = resolve(undefined)
  for (const id of actionIds) expect(keymap.keys[id]).toEqual(defaultsOf(id))
  expect(keymap).toMatchObject({ chosen: {}, problems: [] })
})

test('on a Mac what would write a character has another key', () => {
  const keymap = resolveKeymap(undefined, true)
  expect(keymap.keys['quick.reply3']).toEqual(['Control+Shift+3'])
  expect(keymap.keys['suggestion.first']).toEqual(['$mod+Alt+1'])
  expect(resolve(undefined).keys['quick.reply3']).toEqual(['Alt+Shift+3'])
})

test('chosen keys replace the default ones; an empty list takes them away', () => {
  const keymap = resolve({ 'conversation.resolve': ['d', 'g j'], 'window.undo': [] })
  expect(keymap.keys['conversation.resolve']).toEqual(['d', 'g j'])
  expect(keymap.keys['window.undo']).toEqual([])
  expect(keymap.problems).toEqual([])
})

test('a default key that was given to something else is lost to its own action, and the rest stays', () => {
  const keymap = resolve({ 'conversation.resolve': ['j'] })
  expect(keymap.keys['conversation.resolve']).toEqual(['j'])
  expect(keymap.keys['conversation.next']).toEqual(['ArrowDown'])
  expect(keymap.problems).toEqual([
    { kind: 'taken', action: 'conversation.next', keys: 'j', by: 'conversation.resolve' }
  ])
})

test('a key that sequences begin with ends those', () => {
  const keymap = resolve({ 'conversation.resolve': ['g'] })
  expect(keymap.keys['go.inbox']).toEqual([])
  expect(keymap.keys['go.settings']).toEqual(['$mod+,'])
})

test.each<[unknown, string]>([
  ['nonsense', 'unreadable'],
  [7, 'unreadable'],
  [['j'], 'unreadable'],
  [{ 'no.such': ['j'] }, 'unknown-action'],
  [{ __proto__x: ['j'] }, 'unknown-action'],
  [{ 'conversation.next': 'j' }, 'no-key'],
  [{ 'conversation.next': ['Hyper+q', null, 7] }, 'no-key'],
  [{ 'conversation.next': Array(1_000).fill('j') }, 'no-key']
])('nonsense (%j) is named and leaves a whole keyboard', (stored, kind) => {
  const keymap = resolve(stored)
  expect(keymap.problems.map((problem) => problem.kind)).toContain(kind)
  for (const id of actionIds) expect(keymap.keys[id]).toEqual(defaultsOf(id))
})

test('good keys beside nonsense hold', () => {
  const keymap = resolve({ 'conversation.next': ['Hyper+q', 'Shift+N', 'Shift+n'] })
  expect(keymap.keys['conversation.next']).toEqual(['Shift+n'])
})

test('a clash is found with what is the same, begins the same, or goes on', () => {
  const keymap = resolve(undefined)
  expect(findClashes(keymap, 'conversation.resolve', 'j')).toEqual(['conversation.next'])
  expect(findClashes(keymap, 'conversation.resolve', 'g')).toEqual(expect.arrayContaining(['go.inbox', 'go.settings']))
  expect(findClashes(keymap, 'conversation.resolve', 'j x')).toEqual(['conversation.next'])
  expect(findClashes(keymap, 'conversation.resolve', 'e')).toEqual([])
  expect(findClashes(keymap, 'conversation.resolve', 'F2')).toEqual([])
})

describe('choosing', () => {
  test('takes the key from whoever had it, for good', () => {
    const chosen = withKeys(resolve(undefined), 'conversation.resolve', ['e', 'j'], false)
    expect(chosen).toEqual({ 'conversation.resolve': ['e', 'j'], 'conversation.next': ['ArrowDown'] })
    expect(resolve(chosen).problems).toEqual([])
  })

  test('the default keys again, and whoever took them gives them back and has its own again', () => {
    const first = resolve(withKeys(resolve(undefined), 'conversation.resolve', ['j'], false))
    expect(first.keys['conversation.resolve']).toEqual(['j'])
    expect(withKeys(first, 'conversation.next', null, false)).toEqual({})
  })

  test('what is the same as the default is no choice', () => {
    expect(withKeys(resolve(undefined), 'conversation.resolve', ['e'], false)).toEqual({})
  })
})
