import { expect, test } from 'vitest'
import { suggestedTexts } from '../../../../shared/domain/survey/suggested-texts.ts'
import { changedKind, emptyForm, toSettings } from './survey-form.ts'

test('another question brings its text along, but not over one that somebody wrote', () => {
  const form = emptyForm()
  expect(changedKind(form, 'nps')).toEqual({ kind: 'nps', texts: [{ language: 'en', text: suggestedTexts.nps }] })
  const written = { ...form, texts: [{ language: 'de', text: 'Wie war es?' }] }
  expect(changedKind(written, 'nps').texts).toEqual(written.texts)
})

test('numbers are what was typed, and nothing is nothing', () => {
  expect(toSettings({ ...emptyForm(), everyDays: '14', windowHours: '' })).toMatchObject({
    everyDays: 14,
    windowHours: 0
  })
})
