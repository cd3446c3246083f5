import { expect, test } from 'vitest'
import type { CannedReplyDetailRow } from '../../../../../shared/contract/library-rows.ts'
import { bodyIn, checkForm, copyOf, formOf, newForm, ReplyForm, sameForm, withBody } from './reply-form.ts'

const row: CannedReplyDetailRow = {
  id: 'reply',
  owner: 'me',
  stage: 'approved',
  pending: null,
  approved: null,
  newest: {
    id: 'version',
    number: 3,
    content: {
      title: 'Late parcel',
      shortcut: 'late',
      body: 'It is late.',
      language: 'en',
      variants: [{ language: 'es', body: 'Llega tarde.', outdated: true }],
      actions: [{ kind: 'resolve' }],
      effectiveFrom: null,
      expiresAt: null,
      attachment: null
    },
    savedAt: 1,
    author: 'me',
    approvedBy: null,
    approvedAt: null
  },
  problems: [],
  contains: [],
  containedIn: [],
  sentBack: null,
  source: null,
  kind: 'reply',
  folder: ['Orders', 'Late'],
  tags: ['delay'],
  scope: 'everyone',
  team: null
}

test('what was stored is saved as it was', () => {
  const checked = checkForm(formOf(row))
  expect(checked).toEqual({
    content: row.newest.content,
    placement: { kind: 'reply', folder: ['Orders', 'Late'], tags: ['delay'], scope: 'everyone', team: null },
    problem: null
  })
})

test('what cannot be saved stays, with the reason', () => {
  expect(checkForm(newForm('reply')).problem).toBe('A canned reply needs a name.')
  const titled = { ...newForm('reply'), title: 'x', body: 'y' }
  expect(checkForm({ ...titled, shortcut: 'two words' }).problem).toContain('one word')
  expect(checkForm({ ...titled, scope: 'team' }).problem).toBe('Say which team may use it.')
  expect(checkForm({ ...titled, effectiveFrom: 2, expiresAt: 1 }).problem).toContain('expire')
  expect(checkForm({ ...titled, scope: 'private', team: 'left over' }).problem).toBeNull()
})

test('blanks and what it grew from make no other form', () => {
  const form = formOf(row)
  expect(sameForm(form, { ...form, base: 'other', title: ' Late parcel ', folder: 'Orders/Late' })).toBe(true)
  expect(sameForm(form, { ...form, body: 'It is late!' })).toBe(false)
  expect(sameForm(form, { ...form, tags: [] })).toBe(false)
})

test('a copy is a new reply and leaves the shortcut where it is', () => {
  expect(copyOf(formOf(row), 'Late parcel (copy)')).toMatchObject({ base: null, shortcut: '', body: 'It is late.' })
})

test('who writes a variant brings it up to date', () => {
  const written = withBody(formOf(row), 'es', 'Tarda.')
  expect(written.variants).toEqual([{ language: 'es', body: 'Tarda.', outdated: false }])
  expect(bodyIn(written, 'es')).toBe('Tarda.')
  expect(bodyIn(withBody(written, null, 'Late.'), null)).toBe('Late.')
})

test('a form outlives being stored', () => {
  const form = formOf(row)
  expect(ReplyForm.parse(JSON.parse(JSON.stringify(form)))).toEqual(form)
})
