import { describe, expect, test } from 'vitest'
import {
  canSend,
  charactersLeft,
  type Draft,
  emptyDraft,
  heard,
  keepingMine,
  notSent,
  restoring,
  saved,
  saving,
  sending,
  sent,
  type StoredDraft,
  takingOther
} from './draft.ts'

const nothing: StoredDraft = { text: '', revision: null, returned: false }
const stored = (text: string, revision: string, returned = false): StoredDraft => ({ text, revision, returned })
const typed = (draft: Draft, text: string): Draft => ({ ...draft, text })
const fine = (text: string, revision: string) => ({ saved: true, current: { text, revision } })
const fresh = heard(emptyDraft, nothing)
/** Loaded and untouched. */
const opened = (text: string, revision: string): Draft => heard(emptyDraft, stored(text, revision))

test('an untouched draft follows the core', () => {
  const draft = opened('from yesterday', 'r1')
  expect(draft).toMatchObject({ text: 'from yesterday', saved: 'from yesterday', base: 'r1', loaded: true })
  expect(heard(draft, stored('from another window', 'r2')).text).toBe('from another window')
  expect(heard(draft, nothing)).toMatchObject({ text: '', base: null })
})

test('letters typed before the draft was there stand behind it', () => {
  expect(heard(typed(emptyDraft, 'der'), stored('Your or', 'r1'))).toMatchObject({
    text: 'Your order',
    saved: 'Your or'
  })
  expect(heard(typed(emptyDraft, 'He'), nothing)).toMatchObject({ text: 'He', saved: '' })
})

test('echoes of former saves never touch what is being typed', () => {
  const one = typed(fresh, 'D')
  let draft = saving(one, 'D', 'r1')
  const two = typed(draft, 'Dear')
  draft = saving(two, 'Dear', 'r2')
  draft = typed(draft, 'Dear Ana')
  draft = heard(draft, stored('D', 'r1'))
  draft = saved(draft, one, fine('D', 'r1'))
  draft = heard(draft, stored('Dear', 'r2'))
  draft = saved(draft, two, fine('Dear', 'r2'))
  draft = heard(draft, stored('Dear', 'r2'))
  expect(draft).toEqual({ text: 'Dear Ana', saved: 'Dear', base: 'r2', loaded: true, pending: 0, conflict: null })
})

test('an old snapshot after a reconnect does not take the text back', () => {
  const draft = saving(typed(fresh, 'Dear Ana'), 'Dear Ana', 'r1')
  expect(heard(draft, nothing)).toBe(draft)
})

test('a reply that is taken back joins what is being typed', () => {
  expect(heard(typed(fresh, 'And then'), stored('Hello Ana', 'r1', true)).text).toBe('Hello Ana\n\nAnd then')
  const half = typed(opened('And', 'r1'), 'And then')
  expect(heard(half, stored('Hello Ana\n\nAnd', 'r2', true))).toMatchObject({
    text: 'Hello Ana\n\nAnd then',
    saved: 'Hello Ana\n\nAnd',
    base: 'r2',
    conflict: null
  })
})

describe('two windows', () => {
  const mine = typed(opened('Dear', 'r1'), 'Dear Ana')
  const other = stored('Dear customer', 'r2')

  test('what the other wrote stands beside what is being typed here', () => {
    const draft = heard(mine, other)
    expect(draft).toMatchObject({ text: 'Dear Ana', conflict: other })
    expect(heard(draft, other)).toBe(draft)
    expect(heard(draft, stored('Dear customer, we', 'r3')).conflict?.text).toBe('Dear customer, we')
  })

  test('a refused save says so', () => {
    const draft = saved(saving(mine, 'Dear Ana', 'r9'), mine, {
      saved: false,
      current: { text: 'Dear customer', revision: 'r2' }
    })
    expect(draft).toMatchObject({ text: 'Dear Ana', pending: 0, conflict: other })
    expect(heard(draft, other)).toBe(draft)
  })

  test('the agent decides', () => {
    const draft = heard(mine, other)
    expect(keepingMine(draft)).toMatchObject({ text: 'Dear Ana', saved: 'Dear customer', base: 'r2', conflict: null })
    expect(takingOther(draft)).toMatchObject({
      text: 'Dear customer',
      saved: 'Dear customer',
      base: 'r2',
      conflict: null
    })
    expect(keepingMine(mine)).toBe(mine)
    expect(takingOther(mine)).toBe(mine)
  })

  test('the quarrel ends when the other draft is gone, or is the same', () => {
    const draft = heard(mine, other)
    expect(heard(draft, nothing)).toMatchObject({ text: 'Dear Ana', saved: '', base: null, conflict: null })
    expect(heard(draft, stored('Dear Ana', 'r4'))).toMatchObject({ saved: 'Dear Ana', base: 'r4', conflict: null })
  })
})

test('sending empties the field at once, and the echo of the draft does not fill it again', () => {
  const draft = sending(typed(opened('Hel', 'r1'), 'Hello'))
  expect(draft.text).toBe('')
  expect(heard(draft, stored('Hel', 'r1')).text).toBe('')
  expect(heard(sent(draft), nothing)).toEqual(fresh)
})

test('a reply that was not taken comes back, before what was typed since', () => {
  const before = typed(opened('Hel', 'r1'), 'Hello')
  expect(notSent(sending(before), before)).toEqual(before)
  expect(notSent(typed(sending(before), 'More'), before).text).toBe('Hello\n\nMore')
  expect(heard(notSent(sending(before), before), stored('Hel', 'r1')).text).toBe('Hello')
})

test('a save that failed leaves the text unsaved', () => {
  const before = typed(fresh, 'Dear')
  const draft = saved(saving(before, 'Dear', 'r1'), before, null)
  expect(draft).toEqual(before)
  expect(heard(draft, nothing).text).toBe('Dear')
})

test('an earlier version takes the field, and its echo changes nothing', () => {
  const draft = sent(restoring(typed(opened('now', 'r1'), 'now and'), 'earlier', 'r2'))
  expect(draft).toMatchObject({ text: 'earlier', saved: 'earlier', base: 'r2', pending: 0 })
  expect(heard(draft, stored('earlier', 'r2'))).toBe(draft)
})

test('the counter shows near the limit only, and too much is not sent', () => {
  expect(charactersLeft('x'.repeat(7_999))).toBeNull()
  expect(charactersLeft('x'.repeat(8_000))).toBe(2_000)
  expect(charactersLeft('x'.repeat(10_001))).toBe(-1)
  expect(charactersLeft('x'.repeat(95), 100)).toBe(5)
  expect(canSend('x'.repeat(10_000))).toBe(true)
  expect(canSend('x'.repeat(10_001))).toBe(false)
  expect(canSend('x'.repeat(10_001), 20_000)).toBe(true)
  expect(canSend(' \n ')).toBe(false)
})
