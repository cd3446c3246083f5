import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ImportFormat } from '../../../../shared/domain/library/import-report.ts'
import { templateProblems } from '../../../../shared/domain/library/template/problems.ts'
import { renderTemplate } from '../../../../shared/domain/library/template/render.ts'
import { translatePlaceholders, type Wording } from './translate-placeholders.ts'
import { lossesOf, read, readOne } from './testing/read.ts'

const dialects: Partial<Record<ImportFormat, Wording['dialect']>> = {
  'help-scout': 'percent',
  freescout: 'percent',
  zammad: 'hash',
  mailspring: 'none'
}

function translate(format: ImportFormat, text: string, attributes: readonly string[] = []) {
  return translatePlaceholders(text, [], { format, dialect: dialects[format] ?? 'curly', attributes })
}

interface Person {
  readonly name: string
  readonly attributes?: Readonly<Record<string, string | number | boolean>>
}

function render(body: string, { name, attributes = {} }: Person): string {
  return renderTemplate(body, {
    customer: { name, username: 'ana', attributes },
    agent: { name: 'Kim Lee' },
    brand: { name: 'Acme', username: 'acme' },
    conversation: null,
    now: 0,
    locale: 'en',
    timeZone: 'UTC'
  }).text
}

test.each<[ImportFormat, string, string]>([
  // Each vector of peers.md 2.11.
  ['chatwoot', "Hi {{ contact.first_name || 'there' }}", 'Hi {{ customer.first_name | fallback: "there" }}'],
  ['help-scout', '{%customer.firstName,fallback=there%}', '{{ customer.first_name | fallback: "there" }}'],
  ['intercom', '{{user.name|fallback:"there"}}', '{{ customer.name | fallback: "there" }}'],
  ['zammad', '#{ticket.customer.lastname}', '{{ customer.last_name }}'],
  // What else these systems write.
  [
    'chatwoot',
    '{{contact.name}} {{agent.name}} {{ inbox.name }}',
    '{{ customer.name }} {{ agent.name }} {{ brand.name }}'
  ],
  ['zendesk', '{{ticket.requester.first_name}}, {{current_user.name}}', '{{ customer.first_name }}, {{ agent.name }}'],
  ['gorgias', '{{ticket.customer.firstname}}', '{{ customer.first_name }}'],
  ['front', '{{recipient.handle}} {{user.first_name}}', '{{ customer.username }} {{ agent.first_name }}'],
  ['missive', "{{ recipient.first_name | default: 'there' }}", '{{ customer.first_name | fallback: "there" }}'],
  ['missive', '{{ recipient.name | upcase }}', '{{ customer.name | upcase }}'],
  ['freescout', '{%user.fullName%}', '{{ agent.name }}'],
  ['csv', '{{Customer_Name}}', '{{ customer.name }}'],
  ['zammad', '{{ ticket }} and {% if %}', '{% raw %}{{ ticket }}{% endraw %} and {% raw %}{% if %}{% endraw %}'],
  ['zammad', '{#{user.firstname}}', '{% raw %}{{% endraw %}{{ agent.first_name }}}'],
  ['chatwoot', `{{ contact.name || 'a "quoted" word' }}`, `{{ customer.name | fallback: 'a "quoted" word' }}`]
])('%s: %s', (format, there, here) => {
  const { body, losses, unresolved } = translate(format, there)
  expect(body).toBe(here)
  expect([losses, unresolved]).toEqual([[], []])
  expect(templateProblems(body, { attributes: [] })).toEqual([])
})

test('an encoded placeholder of Help Scout is decoded first', () => {
  const files = { 'r.json': [{ id: 1, name: 'Hi', chatText: 'Hi %7B%25customer.firstName%25%7D, 100%25' }] }
  expect(readOne(files).content.body).toBe('Hi {{ customer.first_name }}, 100%25')
})

test('a default in HTML is unescaped, and text is preferred to HTML', () => {
  const macro = {
    type: 'macro',
    id: '1',
    name: 'Hi',
    body: '<p>Hi <attribute key="user.name" default="a &amp; b"/>!</p>'
  }
  expect(readOne({ 'm.json': [macro] }).content.body).toBe('Hi {{ customer.name | fallback: "a & b" }}!')
  const both = { ...macro, body_text: 'Hi {{user.name|fallback:"there"}}!' }
  expect(readOne({ 'm.json': [both] }).content.body).toBe('Hi {{ customer.name | fallback: "there" }}!')
})

test('an attribute of 0 is shown, and one in another case is found', () => {
  const { body, losses } = translate('chatwoot', 'Points {{contact.custom_attribute.Points}}', ['points'])
  expect([body, losses]).toEqual(['Points {{ customer.attribute.points }}', []])
  expect(render(body, { name: 'Ana', attributes: { points: 0 } })).toBe('Points 0')
  const plan = translate('chatwoot', 'Plan {{contact.custom_attribute.Plan}}', ['Plan'])
  expect(render(plan.body, { name: 'Ana', attributes: { Plan: 'Gold' } })).toBe('Plan Gold')
})

test('an attribute that customers do not have here is asked for', () => {
  const { body, losses } = translate('chatwoot', 'Plan {{contact.custom_attribute.plan_name}}')
  expect(body).toBe('Plan {{ ask "Plan name" }}')
  expect(losses).toEqual([{ code: 'placeholder-asked', detail: '{{contact.custom_attribute.plan_name}}' }])
})

test.each([
  ['محمد علي', 'Hi محمد'],
  ['Ana 🌸 Silva', /^Hi Ana$/u],
  ['', 'Hi there']
])('the name %s: filled in, or its fallback', (name, expected) => {
  const { body } = translate('chatwoot', "Hi {{ contact.first_name || 'there' }}")
  expect(render(body, { name })).toMatch(expected instanceof RegExp ? expected : new RegExp(`^${expected}$`, 'u'))
})

test('placeholders inside of placeholders, and what cannot be read, stay as they are and are reported', () => {
  for (const text of ['{{ a {{ b }} }}', 'x {{ a | }} y', '{{ unclosed', '{{}}', '{{ a | default: "x }}']) {
    const { body, losses, unresolved } = translate('chatwoot', text)
    expect(losses, text).toEqual([{ code: 'placeholder-kept', detail: expect.any(String) }])
    expect(unresolved).toHaveLength(1)
    expect(templateProblems(body, { attributes: [] }), text).toEqual([])
    expect(render(body, { name: 'Ana' })).toBe(text)
  }
})

test('braces inside of code are text', () => {
  const content = 'Write `{{ name }}` like this:\n```\n{{ contact.name }} {% if %}\n```\nThen, {{contact.first_name}}.'
  const reply = readOne({ 'c.json': [{ id: 1, short_code: 'code', content }] })
  expect(reply.unresolved).toEqual([])
  expect(templateProblems(reply.content.body, { attributes: [] })).toEqual([])
  expect(render(reply.content.body, { name: 'Ana Silva' })).toBe(
    'Write {{ name }} like this:\n{{ contact.name }} {% if %}\nThen, Ana.'
  )
  const html = '<p>Write <code>{{ recipient.name }}</code></p><pre>{{ x }}</pre>'
  const front = readOne({ 'f.json': { _results: [{ id: 'rsp_1', name: 'Code', subject: null, body: html }] } })
  expect(render(front.content.body, { name: 'Ana' })).toBe('Write {{ recipient.name }}\n\n{{ x }}')
})

test('names nobody knows are asked for, with what would have stood there; filters that we have not stay', () => {
  expect(translate('zendesk', 'Order {{ticket.order_number}}').body).toBe('Order {{ ask "Order number" }}')
  expect(translate('csv', '{{ Order number || "none" }}').body).toBe('{{ ask "Order number", default: "none" }}')
  expect(translate('gorgias', '{{ticket.customer.integrations.shopify.orders[0].name}}').body).toBe(
    '{{ ask "Ticket customer integrations shopify orders[0] name" }}'
  )
  const filtered = translate('gorgias', 'On {{ticket.created|datetime_format("MMM Do YY")}}')
  expect(filtered.body).toBe('On {% raw %}{{ticket.created|datetime_format("MMM Do YY")}}{% endraw %}')
  expect(filtered.losses).toMatchObject([{ code: 'filter-kept' }])
  expect(filtered.unresolved).toHaveLength(1)
})

test('conditions are kept where ours can say them, else as they are', () => {
  const kept = translate(
    'missive',
    '{% if recipient.first_name == null %}Hello{% else %}Hi {{recipient.first_name}}{% endif %}!'
  )
  expect(kept.body).toBe('{% if customer.first_name == blank %}Hello{% else %}Hi {{ customer.first_name }}{% endif %}!')
  expect(templateProblems(kept.body, { attributes: [] })).toEqual([])
  expect([render(kept.body, { name: '' }), render(kept.body, { name: 'Ana' })]).toEqual(['Hello!', 'Hi Ana!'])
  const nested = translate(
    'missive',
    '{% unless user.name %}{% if recipient.name contains "Ana" and user.name %}x{% endif %}{% endunless %}.'
  )
  expect(templateProblems(nested.body, { attributes: [] })).toEqual([])
  expect(nested.body).toContain('{% if customer.name contains "Ana" and agent.name %}')
  for (const text of [
    '{% for x in list %}{{ x }}{% endfor %}',
    '{% if order.total > 5 %}a{% endif %}',
    '{% if a %}',
    '{% endif %}'
  ]) {
    const { body, losses } = translate('missive', text)
    expect(losses, text).toMatchObject([{ code: 'conditional-kept' }])
    expect(templateProblems(body, { attributes: [] })).toEqual([])
    expect(render(body, { name: 'Ana' })).toBe(text)
  }
})

const flat = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim()

test('whatever stands there, what comes in is a template without mistakes, or says so', () => {
  const pieces = fc.constantFrom(
    '{{',
    '}}',
    '{%',
    '%}',
    '{',
    '}',
    '#{',
    ' | ',
    '||',
    'contact.name',
    'ticket.customer.firstname',
    'if ',
    'endif',
    'raw',
    'endraw',
    'else',
    '"',
    "'",
    '\\',
    '\n',
    'x',
    '`',
    '```',
    '**',
    'a_b',
    '{%customer.firstName%}',
    '-',
    ':',
    'default'
  )
  const texts = fc
    .array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 30 })
    .map((all) => all.join(''))
  const formats = fc.constantFrom<ImportFormat>('chatwoot', 'missive', 'help-scout', 'zammad', 'mailspring', 'csv')
  fc.assert(
    fc.property(texts, formats, (text, format) => {
      const { body, unresolved, losses } = translate(format, text)
      const problems = templateProblems(body, { attributes: [] }).filter(({ code }) => code !== 'empty')
      expect(problems).toEqual([])
      // What was neither a placeholder nor a condition is the text it was.
      if (unresolved.length === 0 && losses.length === 0 && !/\{\{|\{%|#\{/u.test(text)) {
        expect(flat(render(body, { name: 'Ana' }))).toBe(flat(text))
      }
    }),
    { numRuns: 2_000 }
  )
})

test('the report says which placeholder became which', () => {
  const { placeholders } = read({
    'c.json': [{ id: 1, short_code: 'a', content: '{{contact.name}} {{contact.phone}}' }]
  })
  expect(placeholders).toEqual([
    { from: '{{contact.name}}', to: '{{ customer.name }}' },
    { from: '{{contact.phone}}', to: '{{ ask "Phone" }}' }
  ])
})

test('the variables of Mailspring are asked for, in both of its spellings', () => {
  const html =
    '<p>Hi <span data-tvar="first_name" class="template-variable">first name</span>, <code class="var empty">city</code></p>'
  const found = read({ 'Hello you.html': html })
  expect(found.replies[0]).toMatchObject({
    content: { title: 'Hello you', body: 'Hi {{ ask "First name" }}, {{ ask "City" }}' },
    placement: { scope: 'private' }
  })
  expect(lossesOf(found)).toEqual([])
})
