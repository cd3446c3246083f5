import { expect, test } from 'vitest'
import { fillBody, nobody } from './fill.ts'

const fragment = {
  id: 'f',
  shortcut: 'sign',
  title: 'Signature',
  body: 'Yours',
  language: 'en',
  variants: [
    { language: 'pt', body: 'Abraço', outdated: false },
    { language: 'es', body: 'Saludos', outdated: true }
  ]
}

test.each([
  ['pt-BR', 'Abraço'],
  ['es', 'Yours'],
  ['en', 'Yours'],
  [null, 'Yours']
])('a fragment in a reply of %s is in its language, where the translation still holds', (language, text) => {
  const filling = { context: nobody, fragments: [fragment], now: 0 }
  expect(fillBody('{{ fragment "sign" }}', language, filling).text).toBe(text)
})
