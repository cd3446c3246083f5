import { expect, test } from 'vitest'
import { LanguageTag } from '../../../../../shared/domain/library/canned-reply.ts'
import { offeredLanguages, typedLanguage } from './languages.ts'

test('what is offered is what the core would keep, without what is there', () => {
  const all = offeredLanguages([])
  expect(all.map((tag) => LanguageTag.parse(tag))).toEqual(all)
  expect(offeredLanguages(['en'])).not.toContain('en')
  expect(offeredLanguages(['en'])).toContain('en-GB')
})

test('a tag that was typed comes in its usual case', () => {
  expect(typedLanguage('pt_br')).toBe('pt-BR')
  expect(typedLanguage(' NDS ')).toBe('nds')
  expect(typedLanguage('English')).toBeNull()
  expect(typedLanguage('')).toBeNull()
})
