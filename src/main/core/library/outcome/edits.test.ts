import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editsOf, type Template } from './edits.ts'

const template = 'Hi {{ customer.first_name }}, your refund is on its way. It takes 5 days. Sorry for the wait!'
const templates: readonly Template[] = [{ language: '', text: template }]
const inserted = 'Hi Ana, your refund is on its way. It takes 5 days. Sorry for the wait!'
const edits = (sent: string) => editsOf(templates, inserted, sent)

/** The template with the edits made. */
function fixed(sent: string): string {
  return edits(sent).edits.reduceRight(
    (text, { from, to, put }) => text.slice(0, from) + put + text.slice(to),
    template
  )
}

test('what left as it stood was not changed, whatever stands before and after it', () => {
  for (const sent of [inserted, `Good morning!\n\n${inserted}`, `${inserted} Anything else?`, `A ${inserted} b`]) {
    expect(edits(sent)).toEqual({ changed: 0, edits: [] })
  }
})

test('a changed word is found at its place in the template', () => {
  const sent = inserted.replace('5 days', '3 days')
  expect(edits(sent).changed).toBe(Math.round(1_000 / 16))
  expect(fixed(sent)).toBe(template.replace('5 days', '3 days'))
  expect(fixed(sent.replace('Sorry', 'So sorry'))).toBe(template.replace('5', '3').replace('Sorry', 'So sorry'))
})

test('words that were put in, taken out, or changed side by side are one edit each', () => {
  expect(fixed(inserted.replace('refund is', 'refund of today is'))).toBe(
    template.replace('refund is', 'refund of today is')
  )
  expect(fixed(inserted.replace(' on its way', ' here'))).toBe(template.replace('on its way', 'here'))
  const both = edits(inserted.replace('takes 5 days', 'needs 3 weeks'))
  expect(both.edits).toHaveLength(1)
  expect(both.edits[0]?.put).toBe('needs 3 weeks')
})

test('what was filled in is the customer’s own and is in no edit', () => {
  const { changed, edits: found } = edits(inserted.replace('Ana', 'Mrs Silva'))
  expect(changed).toBeGreaterThan(0)
  expect(found).toEqual([])
})

test('another answer is an edit of everything, and teaches nothing about single words', () => {
  expect(edits('Please call us tomorrow.')).toEqual({ changed: expect.any(Number) as number, edits: [] })
  expect(edits('Please call us tomorrow.').changed).toBeGreaterThan(700)
  expect(editsOf(templates, inserted.repeat(60), 'x y '.repeat(900))).toEqual({ changed: 1_000, edits: [] })
})

test('text that stands beside it, or in between, is none of its changes', () => {
  const beside = Array.from({ length: 260 }, (_, nth) => `other${nth}`).join(' ')
  const sent = inserted.replace('5 days', '3 days')
  for (const text of [`${sent}\n\n${beside}`, `${beside}\n\n${sent}`]) {
    expect(edits(text)).toMatchObject({ changed: Math.round(1_000 / 16), edits: [{ put: '3' }] })
  }
  const between = edits(inserted.replace('Sorry', `Other words ${beside.slice(0, 400)} sorry. Sorry`))
  expect(between.changed).toBe(250)
})

test('words that are this customer’s own are in no edit, nor is what a template would fill in', () => {
  for (const own of ['your refund, Ana, is', 'your {{ customer.name }} refund is', 'your {% if a %} refund is']) {
    expect(edits(inserted.replace('your refund is', own)).edits).toEqual([])
  }
  expect(edits(inserted.replace('your refund is', 'your refund, dear customer, is')).edits).toHaveLength(1)
})

test('edits of a variant are found in the variant', () => {
  const spanish = { language: 'es', text: 'Hola {{ customer.first_name }}, tu reembolso está en camino.' }
  const sent = 'Hola Ana, tu reembolso llega mañana.'
  expect(editsOf([...templates, spanish], 'Hola Ana, tu reembolso está en camino.', sent).edits).toMatchObject([
    { language: 'es', put: 'llega mañana' }
  ])
})

test('a sign alone is an edit, too', () => {
  expect(edits(inserted.replace('wait!', 'wait.'))).toMatchObject({ changed: 1, edits: [{ put: '.' }] })
})

describe('whatever is written', () => {
  test('the share is between nothing and all, and edits lie in the template', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(60), fc.nat(60), (text, at, skip) => {
        const sent = inserted.slice(0, at) + text + inserted.slice(at + skip)
        const found = edits(sent)
        expect(found.changed).toBeGreaterThanOrEqual(0)
        expect(found.changed).toBeLessThanOrEqual(1_000)
        for (const { from, to } of found.edits) {
          expect(from).toBeLessThanOrEqual(to)
          expect(template.slice(from, to)).not.toMatch(/\{\{|\}\}/u)
        }
      })
    )
  })
})
