import { describe, expect, test } from 'vitest'
import { sampleContext } from './placeholder-list.ts'
import { renderTemplate, type TemplateContext } from './render.ts'

const context: TemplateContext = {
  ...sampleContext,
  fragments: new Map([
    ['signature', 'Best,\n{{ agent.first_name }}'],
    ['question', '{{ ask "Order number" }} {{ customer.attribute.city }}'],
    ['nested', '[{{ fragment "signature" }}]'],
    ['a', 'a{{ fragment "b" }}'],
    ['b', 'b{{ fragment "a" }}'],
    ['nothing', '{% if customer.attribute.city %}x{% endif %}']
  ])
}

function text(body: string, answers: Record<string, string> = {}, more: Partial<TemplateContext> = {}): string {
  return renderTemplate(body, { ...context, ...more }, answers).text
}

const unnamed = { customer: { name: ' \u200b', username: '', attributes: { Note: '  ', Zero: 0, No: false } } }

test('parts are told apart', () => {
  const body = 'Hi {{ customer.first_name }}, order {{ ask "Number" }} of {{ customer.attribute.city }}.'
  expect(renderTemplate(body, context, { Number: '7' })).toEqual({
    text: 'Hi Ana, order 7 of {{ customer.attribute.city }}.',
    cursor: null,
    segments: [
      { kind: 'text', text: 'Hi ', name: '' },
      { kind: 'filled', text: 'Ana', name: 'customer.first_name' },
      { kind: 'text', text: ', order ', name: '' },
      { kind: 'asked', text: '7', name: 'number' },
      { kind: 'text', text: ' of ', name: '' },
      { kind: 'missing', text: '{{ customer.attribute.city }}', name: 'customer.attribute.city' },
      { kind: 'text', text: '.', name: '' }
    ],
    missing: [{ name: 'customer.attribute.city', reason: 'value', source: '{{ customer.attribute.city }}' }]
  })
})

describe('what is missing', () => {
  test.each([
    ['{{customer.first_name}}', '{{customer.first_name}}'],
    ['{{ customer.first_name | upcase }}', '{{ customer.first_name | upcase }}'],
    ['{{ customer.attribute.note }}', '{{ customer.attribute.note }}'],
    ['{{ customer.attribute.note | fallback: customer.name | fallback: "x" }}', 'x'],
    [
      '{{ customer.attribute.note | fallback: customer.name }}',
      '{{ customer.attribute.note | fallback: customer.name }}'
    ],
    ['{{ customer.attribute.zero }}', '0'],
    ['{{ customer.attribute.zero | fallback: "none" }}', '0'],
    ['{{ customer.attribute.no | fallback: "none" }}', 'false'],
    ['{{ customer.first_name | upcase | fallback: "you" }}', 'you'],
    ['{{ customer.first_name | fallback: "you" | upcase }}', 'YOU'],
    ['Hi {{ customer.first_name | fallback: "" }}, thanks', 'Hi, thanks'],
    ['Hi {{ customer.first_name | fallback: "" }}!', 'Hi!'],
    ['{{ customer.attribute.note | number }}', '{{ customer.attribute.note | number }}'],
    ['{{ agent.name | number }}', '{{ agent.name | number }}'],
    ['{{ agent.name | date }}', '{{ agent.name | date }}'],
    ['{{ now | money: "EUR" }}', '{{ now | money: "EUR" }}'],
    ['{{ nope }}', '{{ nope }}'],
    ['{% if customer.first_name %}a{% else %}b{% endif %}', 'b'],
    ['{% if customer.attribute.zero %}a{% else %}b{% endif %}', 'a'],
    ['{% if customer.name == "" %}a{% else %}b{% endif %}', 'a'],
    ['{% if customer.name == blank %}a{% else %}b{% endif %}', 'a'],
    ['{% if customer.name == nil %}a{% else %}b{% endif %}', 'a'],
    ['{% if customer.name != "" %}a{% else %}b{% endif %}', 'b'],
    ['{% if customer.name < 3 or customer.name >= 3 or customer.name contains "u" %}a{% else %}b{% endif %}', 'b'],
    ['{% if customer.attribute.zero == "0" and customer.attribute.zero <= 0 %}a{% else %}b{% endif %}', 'a']
  ])('%s', (body, shown) => {
    expect(text(body, {}, unnamed)).toBe(shown)
  })

  test('nobody, no account and no conversation', () => {
    const body = '{{ customer.name }}{{ brand.name }}{{ conversation.started }}{{ agent.name }}'
    expect(text(body, {}, { customer: null, brand: null, conversation: null, agent: { name: '' } })).toBe(body)
  })
})

describe('conditions', () => {
  test.each([
    ['{% if customer.attribute.plan == "pro" and customer.attribute.points < 1 %}a{% endif %}b', 'ab'],
    ['{% if conversation.started < now %}a{% else %}b{% endif %}', 'a'],
    ['{% if customer.name contains "Silva" %}a{% endif %}', 'a'],
    ['{% if customer.name contains "undefined" %}a{% endif %}b', 'b'],
    ['{% if customer.first_name == "Ben" %}a{% elsif customer.first_name == "Ana" %}b{% else %}c{% endif %}', 'b'],
    ['{% unless customer.first_name %}a{% else %}b{% endunless %}', 'b'],
    ['{% case customer.attribute.plan | upcase %}{% when "FREE" or "PRO" %}a{% endcase %}', 'a'],
    ['{% if now %}{% if customer.attribute.city %}a{% else %}b{% endif %}{% endif %}', 'b']
  ])('%s', (body, shown) => {
    expect(text(body)).toBe(shown)
  })

  test('where a tag is wrong nothing is left out', () => {
    expect(text('{% if nope %}a{% endif %} {{ agent.name }}')).toBe('{% if nope %}a{% endif %} Ben Ito')
    expect(text('{% if now %}a {{ agent.name }}')).toBe('{% if now %}a Ben Ito')
  })
})

describe('dates and numbers', () => {
  test.each([
    ['{{ today | date: "long" }}', 'de', '9. März 2026'],
    ['{{ 1250.5 | money: "EUR" }}', 'de', '1.250,50\u00a0€'],
    ['{{ 1250.5 | number }}', 'pt-BR', '1.250,5'],
    ['{{ "i" | upcase }}', 'tr', 'İ'],
    ['{{ today | date: "long" }}', 'no such language!', 'March 9, 2026'],
    ['{{ today | plus_days: -9 }}', 'en-GB', '28 Feb 2026'],
    ['{{ "2026-02-28" | plus_days: 1 }}', 'en-GB', '1 Mar 2026'],
    ['{{ "2026-02-31" | date }}', 'en', '{{ "2026-02-31" | date }}'],
    ['{{ "2026-03-09T22:00:00Z" | date: "time" }}', 'en-GB', '22:00']
  ])('%s in %s', (body, locale, shown) => {
    expect(text(body, {}, { locale })).toBe(shown)
  })

  test('days are those of the time zone, and the time of day stays where clocks change', () => {
    const now = Date.UTC(2026, 2, 28, 23, 30)
    const body =
      '{{ now | date: "short" }} {{ now | plus_days: 1 | date: "time" }} {{ now | plus_days: 1 | date: "short" }}'
    expect(text(body, {}, { now, timeZone: 'Europe/Berlin' })).toBe('29/03/2026 00:30 30/03/2026')
    expect(text(body, {}, { now, timeZone: 'no/such' })).toContain('2026')
  })
})

describe('questions', () => {
  test.each([
    ['{{ ask "Order number" }} and {{ ask " order  NUMBER" }}', { 'Order number': ' 007 ' }, '007 and 007'],
    ['{{ ask "Order number" }}', { 'order number': '7' }, '7'],
    ['{{ ask "Order number" }}', { 'Order number': '  ' }, '{{ ask "Order number" }}'],
    ['{{ ask "Order number" }}', {}, '{{ ask "Order number" }}'],
    ['{{ ask "City", default: "Rome" }}', {}, 'Rome'],
    ['{{ ask "City", default: "Rome" }}', { City: 'Oslo' }, 'Oslo'],
    ['{{ ask "City" | fallback: "there" | upcase }}', {}, 'THERE'],
    ['{{ ask "Day", type: "date" }}', { Day: '2026-03-12' }, '12 Mar 2026'],
    ['{{ ask "Day", type: "date" }}', { Day: 'soon' }, '{{ ask "Day", type: "date" }}'],
    ['{{ ask "Sum", type: "number" }}', { Sum: '0012' }, '0012'],
    ['{{ ask "Sum", type: "number" }}', { Sum: 'many' }, '{{ ask "Sum", type: "number" }}'],
    ['{{ ask "Sum", type: "number" | number }}', { Sum: '1,250.5' }, '1,250.5'],
    ['{{ ask "x" }}', { x: '{{ agent.name }} {% if %}' }, '{{ agent.name }} {% if %}']
  ])('%s', (body, answers, shown) => {
    expect(text(body, answers as Record<string, string>)).toBe(shown)
  })

  test('numbers are read as people write them', () => {
    const body = '{{ ask "Sum", type: "number" | money: "EUR" }}'
    expect(text(body, { Sum: '1.250,50' }, { locale: 'de' })).toBe('1.250,50\u00a0€')
    expect(text(body, { Sum: '12,5' }, { locale: 'fr' })).toBe('12,50\u00a0€')
    expect(text(body, { Sum: '12,50' }, { locale: 'en' })).toBe(body)
  })

  test('a question of a fragment is missing, too', () => {
    expect(renderTemplate('{{ fragment "question" }}', context).missing.map(({ reason }) => reason)).toEqual([
      'answer',
      'value'
    ])
  })
})

describe('parts', () => {
  test('fragments, also in fragments', () => {
    expect(text('Bye\n{{ fragment "nested" }}')).toBe('Bye\n[Best,\nBen]')
    expect(text('{{ fragment "nope" }}')).toBe('{{ fragment "nope" }}')
  })

  test('a fragment that contains itself stays visible where it would', () => {
    const { text: shown, missing } = renderTemplate('{{ fragment "a" }}', context)
    expect(shown).toBe('ab{{ fragment "a" }}')
    expect(missing).toEqual([{ name: 'a', reason: 'limit', source: '{{ fragment "a" }}' }])
  })

  test('a promo is filled in where one is known', () => {
    expect(text('{{ promo "SUMMER" }}')).toBe('{{ promo "SUMMER" }}')
    expect(text('{{ promo "SUMMER" | fallback: "later" }}')).toBe('later')
    expect(text('{{ promo "SUMMER" }}', {}, { promos: (name) => `${name}-1` })).toBe('SUMMER-1')
  })

  test('the caret stands where it is marked', () => {
    const { text: shown, cursor } = renderTemplate('Hi {{ customer.first_name }}, {{ cursor }}\n\n\n\nBye  \n', context)
    expect(shown).toBe('Hi Ana, \n\nBye\n')
    expect(cursor).toBe(8)
  })
})

describe('blank lines', () => {
  test.each([
    ['a\n{% if now %}\nb\n{% endif %}\nc', 'a\nb\nc'],
    ['a\n{% if customer.attribute.city %}\nb\n{% endif %}\nc', 'a\nc'],
    ['a\n\n{% if customer.attribute.city %}b{% endif %}\n\nc', 'a\n\nc'],
    ['{% if now %}\na\n{% else %}\nb\n{% endif %}', 'a'],
    ['a\r\n{% if now %}\r\nb\r\n{% endif %}\r\nc', 'a\nb\nc'],
    ['a  \nb\t\n\n\n\nc', 'a\nb\n\nc'],
    ['a\n{{ fragment "nothing" }}\nb', 'a\nb'],
    ['a\n{{ customer.attribute.city | fallback: "" }}\nb', 'a\nb'],
    ['a\n{% comment %}\nx\n{% endcomment %}\nb', 'a\nb'],
    ['a {{- agent.first_name -}} b', 'aBenb'],
    ['Hello {% if customer.attribute.city %}of {{ customer.attribute.city }}{% endif %}, thanks', 'Hello, thanks'],
    ['Bonjour {{ customer.attribute.city | fallback: "" }} !', 'Bonjour !']
  ])('%j', (body, shown) => {
    expect(text(body)).toBe(shown)
  })

  test('those of values stay', () => {
    expect(text('{{ ask "x" }}', { x: 'a\n\n\n\nb  \nc' })).toBe('a\n\n\n\nb  \nc')
  })
})

describe('what customers call themselves is text', () => {
  test.each(['{{agent.name}}', '{% raw %}', '{{ ask "x" }}', '}}', '{{', '${x}', '<b>x</b>', '$&', '\\n'])(
    '%s',
    (name) => {
      const customer = { name, username: 'x', attributes: {} }
      const { text: shown, segments, missing } = renderTemplate('Hi {{ customer.name }}!', { ...context, customer })
      expect(shown).toBe(`Hi ${name}!`)
      expect(segments[1]).toEqual({ kind: 'filled', text: name, name: 'customer.name' })
      expect(missing).toEqual([])
    }
  )

  test('without what turns the text around or breaks the line', () => {
    const customer = { name: 'Ana\u202e\n\u0000Silva', username: 'x', attributes: { __proto__: 'x', constructor: 'y' } }
    expect(text('{{ customer.name }} {{ customer.attribute.proto }}', {}, { customer })).toBe(
      'Ana Silva {{ customer.attribute.proto }}'
    )
  })
})
