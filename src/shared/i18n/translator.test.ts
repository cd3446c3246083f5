import { expect, test } from 'vitest'
import { AppError, toWireError } from '../contract/errors.ts'
import { recognised } from './core-sentences.ts'
import { english } from './english.ts'
import { spoken } from './languages.ts'
import { msg } from './message.ts'
import { createTranslator } from './translator.ts'

const arabic = createTranslator(spoken('ar', ['de-DE']), {
  'Open||verb': 'افتح',
  'Blocked messages of {name}': 'حُظرت رسائل {name}',
  '{count, plural, one {# reply} other {# replies}}':
    '{count, plural, zero {لا ردود} one {رد واحد} two {ردّان} few {# ردود} many {# ردًا} other {# رد}}'
})

test('English stands in the source', () => {
  expect(english.text('Resolve')).toBe('Resolve')
  expect(english.text(msg('Open||verb'))).toBe('Open')
  const count = '{count, plural, one {# reply} other {# replies}}'
  expect([0, 1, 2, 1204].map((n) => english.text(count, { count: n }))).toEqual([
    '0 replies',
    '1 reply',
    '2 replies',
    '1,204 replies'
  ])
})

test('Arabic has six forms, isolates values and falls back to English', () => {
  const count = '{count, plural, one {# reply} other {# replies}}'
  expect([0, 1, 2, 3, 11, 100].map((n) => arabic.text(count, { count: n }))).toEqual([
    'لا ردود',
    'رد واحد',
    'ردّان',
    '3 ردود',
    '11 ردًا',
    '100 رد'
  ])
  expect(arabic.text('Blocked messages of {name}', { name: '@ana' })).toBe('حُظرت رسائل \u2068@ana\u2069')
  expect(arabic.text('Open||verb')).toBe('افتح')
  expect(arabic.text('Not known yet||noun')).toBe('Not known yet')
})

test('marked parts become what the caller makes of them', () => {
  const pieces = english.pieces(
    'Choose <b>Native {kind}</b>.',
    { kind: 'App' },
    { b: (inside) => ({ bold: inside.join('') }) }
  )
  expect(pieces).toEqual(['Choose ', { bold: 'Native App' }, '.'])
})

test('what X or a file says is shown as it is, whatever it holds', () => {
  expect(arabic.sentence("it's {odd} <b>")).toBe("it's {odd} <b>")
  expect(arabic.sentence('{unfinished')).toBe('{unfinished')
})

test('a kept sentence is taken for the one that says most itself', () => {
  expect(recognised('Merged the tag late into slow')?.key).toBe('Merged the tag {name} into {other}')
  expect(recognised('Changed Plan of Ana')).toEqual({
    key: 'Changed {name} of {person}',
    values: { name: 'Plan', person: 'Ana' }
  })
  expect(recognised('Deleted the view “Late”')?.values).toEqual({ name: 'Late' })
  expect(recognised('Something else')).toBeNull()
})

test('a failure keeps its pattern on the wire, for other languages', () => {
  const error = new AppError('not-found', 'There is no tag {name}.', { name: 'late' })
  expect(error.message).toBe('There is no tag late.')
  const wire = toWireError(error)
  expect(wire).toEqual({
    code: 'not-found',
    message: 'There is no tag late.',
    pattern: 'There is no tag {name}.',
    values: { name: 'late' }
  })
  expect(toWireError(AppError.fromWire(wire))).toEqual(wire)
})

test('the language is what was chosen, or the first of the system that is spoken here', () => {
  expect(spoken('system', ['fr-FR', 'ar-EG', 'en-GB'])).toEqual({
    language: 'ar',
    locale: 'ar-FR-u-nu-latn',
    direction: 'rtl'
  })
  expect(spoken('en', ['de-DE']).locale).toBe('en-DE')
  expect(spoken({ odd: true }, ['not a tag!'])).toEqual({ language: 'en', locale: 'en', direction: 'ltr' })
})
