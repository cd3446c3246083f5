import { expect, test } from 'vitest'
import { canSend, charactersLeft, type Draft, emptyDraft, heard, notSent, saved, saving, sending } from './draft.ts'

const typed = (draft: Draft, text: string): Draft => ({ ...draft, text })

test('an untouched draft follows the core', () => {
  expect(heard(emptyDraft, 'from yesterday')).toEqual({ text: 'from yesterday', saved: 'from yesterday', pending: 0 })
})

test('echoes of former saves never touch what is being typed', () => {
  let draft = saving(typed(emptyDraft, 'D'))
  draft = saving(typed(draft, 'Dear'))
  draft = typed(draft, 'Dear Ana')
  draft = heard(draft, 'D')
  draft = saved(draft, null)
  draft = heard(draft, 'Dear')
  draft = saved(draft, null)
  draft = heard(draft, 'Dear')
  expect(draft).toEqual({ text: 'Dear Ana', saved: 'Dear', pending: 0 })
})

test('an old snapshot after a reconnect does not take the text back', () => {
  const draft = saving(typed(emptyDraft, 'Dear Ana'))
  expect(heard(draft, '')).toBe(draft)
})

test('a reply that is taken back joins what is being typed', () => {
  expect(heard(typed(emptyDraft, 'And then'), 'Hello Ana').text).toBe('Hello Ana\n\nAnd then')
  const half = { text: 'And then', saved: 'And', pending: 0 }
  expect(heard(half, 'Hello Ana\n\nAnd')).toEqual({
    text: 'Hello Ana\n\nAnd then',
    saved: 'Hello Ana\n\nAnd',
    pending: 0
  })
})

test('what another window wrote does not replace what is being typed here', () => {
  expect(heard({ text: 'mine, longer', saved: 'mine', pending: 0 }, 'theirs').text).toBe('mine, longer')
})

test('sending empties the field at once, and the echo of the draft does not fill it again', () => {
  const draft = sending({ text: 'Hello', saved: 'Hel', pending: 0 })
  expect(draft.text).toBe('')
  expect(heard(draft, 'Hel').text).toBe('')
  expect(heard(saved(draft, null), '')).toEqual(emptyDraft)
})

test('a reply that was not taken comes back, before what was typed since', () => {
  const before = { text: 'Hello', saved: 'Hel', pending: 0 }
  expect(notSent(sending(before), 'Hello', before.saved)).toEqual({ text: 'Hello', saved: 'Hel', pending: 0 })
  expect(notSent(typed(sending(before), 'More'), 'Hello', 'Hel').text).toBe('Hello\n\nMore')
  expect(heard(notSent(sending(before), 'Hello', 'Hel'), 'Hel').text).toBe('Hello')
})

test('a save that failed leaves the text unsaved', () => {
  const draft = saved(saving({ text: 'Dear', saved: '', pending: 0 }), '')
  expect(draft).toEqual({ text: 'Dear', saved: '', pending: 0 })
  expect(heard(draft, '').text).toBe('Dear')
})

test('the counter shows near the limit only, and too much is not sent', () => {
  expect(charactersLeft('x'.repeat(8_999))).toBeNull()
  expect(charactersLeft('x'.repeat(9_000))).toBe(1_000)
  expect(charactersLeft('x'.repeat(10_001))).toBe(-1)
  expect(canSend('x'.repeat(10_000))).toBe(true)
  expect(canSend('x'.repeat(10_001))).toBe(false)
  expect(canSend(' \n ')).toBe(false)
})
