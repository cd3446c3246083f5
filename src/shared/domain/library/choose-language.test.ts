import { describe, expect, test } from 'vitest'
import { offered, speaks, textFor } from './choose-language.ts'

const variant = (language: string, body = `in ${language}`, outdated = false) => ({ language, body, outdated })
const reply = (language: string | null, ...variants: ReturnType<typeof variant>[]) => ({
  body: 'own',
  language,
  variants
})

describe('the text for a customer', () => {
  test('is its own while the language is not known, though it need not fit', () => {
    expect(textFor(reply('en', variant('de')), null)).toEqual({ body: 'own', language: 'en', fits: false })
  })

  test('is its own where that is what the customer writes, whatever the region', () => {
    expect(textFor(reply('en-GB', variant('en-US')), 'en')).toEqual({ body: 'own', language: 'en-GB', fits: true })
    expect(textFor(reply('no', variant('de')), 'nb').fits).toBe(true)
  })

  test('is the variant in that language, and the nearest one before any other region', () => {
    const brazil = reply('en', variant('pt-BR'), variant('pt'))
    expect(textFor(brazil, 'pt')).toEqual({ body: 'in pt', language: 'pt', fits: true })
    expect(textFor(reply('en', variant('de'), variant('pt-BR')), 'pt')).toEqual({
      body: 'in pt-BR',
      language: 'pt-BR',
      fits: true
    })
  })

  test('is never a variant that is out of date or empty', () => {
    for (const other of [variant('es', 'alt', true), variant('es', ' \n')]) {
      expect(textFor(reply('en', other), 'es')).toEqual({ body: 'own', language: 'en', fits: false })
    }
    // Another region that is kept up is better than the right one that is not.
    expect(textFor(reply('en', variant('es', 'viejo', true), variant('es-MX')), 'es').language).toBe('es-MX')
  })

  test('is its own where no variant fits, also where nobody said which language that is', () => {
    expect(textFor(reply(null, variant('de')), 'fr')).toEqual({ body: 'own', language: null, fits: false })
    expect(textFor(reply(null, variant('fr')), 'fr')).toEqual({ body: 'in fr', language: 'fr', fits: true })
  })
})

test('translations that are out of date or empty are not offered', () => {
  const all = [variant('de'), variant('es', 'viejo', true), variant('fr', '')]
  expect(offered(all)).toEqual([variant('de')])
})

test('regions are the same language; an unknown one is none; both ways of writing Norwegian are one', () => {
  expect(speaks('pt-BR', 'pt')).toBe(true)
  expect(speaks('zh', 'zh-Hant')).toBe(true)
  expect(speaks('nb', 'no')).toBe(true)
  expect(speaks('nn-NO', 'nb')).toBe(true)
  expect(speaks('en', 'de')).toBe(false)
  expect(speaks(null, 'de')).toBe(false)
})
