import { describe, expect, test } from 'vitest'
import { templateProblems } from './problems.ts'

const fragments = new Map([
  ['signature', 'Best, {{ agent.first_name }}'],
  ['footer', '{{ fragment "legal" }}'],
  ['legal', 'Small print. {{ fragment "footer" }}'],
  ['outer', '{{ fragment "footer" }}']
])
const attributes = ['Order number', 'Größe']

function said(body: string, fragment: string | null = null): string[] {
  return templateProblems(body, { fragments, attributes, fragment }).map(({ from, to, code, detail, instead }) => {
    expect(body.slice(from, to)).toContain(code === 'cycle' || detail.endsWith('…') ? '' : detail)
    return `${code}: ${detail}${instead === null ? '' : ` → ${instead}`}`
  })
}

describe('what is wrong', () => {
  test.each([
    // It cannot be read.
    ['Hi {{ customer.name', 'syntax: {{ customer.name'],
    ['Hi {{ customer.name }, bye', 'syntax: {{ customer.name }, bye'],
    ['Hi {{ customer.name } and {{ agent.name }}', 'syntax: {{ customer.name } and '],
    ['Hi {{ customer.name | fallback: "you }}', 'syntax: {{ customer.name | fallback: "you }}'],
    ['Hi customer.name }}', 'syntax: customer.name }}'],
    ['Hi {{ }}', 'syntax: {{ }}'],
    ['Hi {{}}', 'syntax: {{}}'],
    ['Hi {{ customer.name agent.name }}', 'syntax: {{ customer.name agent.name }}'],
    ['Hi {{ customer.name || "you" }}', 'syntax: {{ customer.name || "you" }}'],
    ['Hi {{ customer.name == "x" }}', 'syntax: {{ customer.name == "x" }}'],
    ['Hi {{ nil }}', 'syntax: {{ nil }}'],
    ['Hi {{ (1..9999999) }}', 'syntax: {{ (1..9999999) }}'],
    ['{% if customer.name = "x" %}a{% endif %}', 'syntax: {% if customer.name = "x" %}'],
    ['{% if not customer.name %}a{% endif %}', 'syntax: {% if not customer.name %}'],
    ['{% if %}a{% endif %}', 'syntax: {% if %}'],
    ['{% if customer.name == "x %}a{% endif %}', 'syntax: {% if customer.name == "x %}'],
    ['{% if customer.name', 'syntax: {% if customer.name'],
    ['{% %}a', 'syntax: {% %}'],
    // Blocks.
    ['{% if customer.name %}a', 'unclosed: {% if customer.name %}'],
    ['a{% endif %}', 'unclosed: {% endif %}'],
    ['a{% else %}', 'unclosed: {% else %}'],
    ['{% if now %}a{% else %}b{% else %}c{% endif %}', 'unclosed: {% else %}'],
    ['{% if now %}a{% endunless %}{% endif %}', 'unclosed: {% endunless %} → endif'],
    ['{% raw %}{{ x }}', 'unclosed: {% raw %}'],
    ['{% comment %}a', 'unclosed: {% comment %}'],
    ['{% case now %}a{% endcase %}', 'wrong-argument: {% case now %}'],
    ['{% case customer.name %}{% when %}a{% endcase %}', 'syntax: {% when %}'],
    ['{% if now %}a{% endif now %}', 'wrong-argument: {% endif now %}'],
    ['{% if customer.name | upcase %}a{% endif %}', 'wrong-argument: | upcase'],
    // Names.
    ['Hi {{ name }}', 'unknown-placeholder: name → customer.name'],
    ['Hi {{ contact.first_name }}', 'unknown-placeholder: contact.first_name → customer.first_name'],
    ['Hi {{ customer.firstName }}', 'unknown-placeholder: customer.firstName → customer.first_name'],
    ['Hi {{ customer.frist_name }}', 'unknown-placeholder: customer.frist_name → customer.first_name'],
    ['Hi {{ cutsomer.name }}', 'unknown-placeholder: cutsomer.name → customer.name'],
    ['Hi {{ xyzzy }}', 'unknown-placeholder: xyzzy'],
    ['Hi {{ customer }}', 'unknown-placeholder: customer'],
    ['Hi {{ customer.name.size }}', 'unknown-placeholder: customer.name.size → customer.name'],
    ['Hi {{ customer["name"] }}', 'unknown-placeholder: customer["name"] → customer.name'],
    ['Hi {{ customer.order_number }}', 'unknown-placeholder: customer.order_number → customer.attribute.order_number'],
    ['Hi {{ Customer.First_Name }}', 'wrong-case: Customer.First_Name → customer.first_name'],
    ['Hi {{ NOW }}', 'wrong-case: NOW → now'],
    [
      'Hi {{ customer.attribute.Order_Number }}',
      'wrong-case: customer.attribute.Order_Number → customer.attribute.order_number'
    ],
    [
      'Hi {{ customer.attribute.ordernumber }}',
      'unknown-placeholder: customer.attribute.ordernumber → customer.attribute.order_number'
    ],
    [
      'Hi {{ customer.attribute["Order number"] }}',
      'unknown-placeholder: customer.attribute["Order number"] → customer.attribute.order_number'
    ],
    ['{% if customer.nmae %}a{% endif %}', 'unknown-placeholder: customer.nmae → customer.name'],
    ['Hi {{ agent.name | fallback: customer.nmae }}', 'unknown-placeholder: customer.nmae → customer.name'],
    ['Hi {{ customer.constructor }}', 'unknown-placeholder: customer.constructor'],
    ['Hi {{ __proto__ }}', 'unknown-placeholder: __proto__'],
    // Filters.
    ['Hi {{ agent.name | falback: "x" }}', 'unknown-filter: falback → fallback'],
    ['Hi {{ agent.name | default }}', 'wrong-argument: default'],
    ['Hi {{ agent.name | upcase: 3 }}', 'wrong-argument: upcase: 3'],
    ['Hi {{ agent.name | append: "x" }}', 'unknown-filter: append'],
    ['Hi {{ agent.name | constructor }}', 'unknown-filter: constructor'],
    ['Hi {{ now | date: "%d.%m." }}', 'wrong-argument: date: "%d.%m."'],
    ['Hi {{ now | date: "shrot" }}', 'wrong-argument: date: "shrot" → "short"'],
    ['Hi {{ now | date: customer.name }}', 'wrong-argument: date: customer.name'],
    ['Hi {{ now | plus_days }}', 'wrong-argument: plus_days'],
    ['Hi {{ now | plus_days: "3" }}', 'wrong-argument: plus_days: "3"'],
    ['Hi {{ now | plus_days: 1.5 }}', 'wrong-argument: plus_days: 1.5'],
    ['Hi {{ 3 | money: "euro" }}', 'wrong-argument: money: "euro"'],
    ['Hi {{ 3 | money: "EUR", 3 }}', 'wrong-argument: money: "EUR", 3'],
    ['Hi {{ agent.name | fallback: instead: "x" }}', 'wrong-argument: fallback: instead: "x"'],
    // Tags.
    ['{% for x in y %}', 'unknown-tag: for'],
    ['a{% assign x = 1 %}', 'unknown-tag: assign'],
    ['a{% include "x" %}', 'unknown-tag: include'],
    ['a{% render "x" %}', 'unknown-tag: render'],
    ['a{% ask "x" %}', 'unknown-tag: ask → {{ ask }}'],
    ['a{% elseif now %}', 'unknown-tag: elseif → elsif'],
    ['a{% IF now %}', 'unknown-tag: IF → if'],
    // Questions, promos, fragments, the caret.
    ['{{ ask }}', 'wrong-argument: {{ ask }}'],
    ['{{ ask customer.name }}', 'wrong-argument: {{ ask customer.name }}'],
    ['{{ ask " " }}', 'wrong-argument: " "'],
    ['{{ ask "x", type: "nubmer" }}', 'wrong-argument: type: "nubmer" → "number"'],
    ['{{ ask "x", defualt: "y" }}', 'wrong-argument: defualt → default'],
    ['{{ ask "x", type: "choice" }}', 'wrong-argument: {{ ask "x", type: "choice" }}'],
    ['{{ ask "x", choices: "a, b", default: "c" }}', 'wrong-argument: {{ ask "x", choices: "a, b", default: "c" }}'],
    ['{{ ask "x", type: "date", default: "soon" }}', 'wrong-argument: {{ ask "x", type: "date", default: "soon" }}'],
    ['{{ promo }}', 'wrong-argument: {{ promo }}'],
    ['{{ fragment "sigature" }}', 'unknown-fragment: sigature → signature'],
    ['{{ fragment "Signature" }}', 'wrong-case: Signature → signature'],
    ['{{ fragment "outer" }}', 'cycle: footer → legal → footer'],
    ['{{ cursor 3 }}', 'wrong-argument: {{ cursor 3 }}'],
    ['a{{ cursor }}b{{ cursor }}', 'two-cursors: {{ cursor }}'],
    ['a{% if now %}{{ cursor }}{% endif %}{{ cursor }}', 'two-cursors: {{ cursor }}']
  ])('%s', (body, problem) => {
    const problems = said(body).map((found) => found.replace('wrong-argument: | upcase', 'wrong-argument: upcase'))
    expect(problems).toEqual([problem.replace('wrong-argument: | upcase', 'wrong-argument: upcase')])
  })

  test.each(['', ' \n ', '{{ cursor }}', '{% comment %}nothing{% endcomment %}'])(
    'nothing would be left of “%s”',
    (body) => {
      expect(said(body)).toEqual(['empty: '])
    }
  )
})

test.each([
  'Hello',
  'A smile :-} and a price: 100%',
  '{ "a": 1 }',
  'Hi {{customer.first_name|fallback:"you"}}',
  "Hi {{ customer.first_name | fallback: 'you' }}",
  'Hi {{- customer.first_name -}} !',
  'Hi {{ customer.first_name | fallback: "}}" }}',
  'Hi {{ customer.first_name | fallback: "{{" }}',
  '{{ customer.attribute.größe }}',
  '{{ fragment "signature" }}',
  '{% if now %}{{ cursor }}a{% else %}{{ cursor }}b{% endif %}',
  '{% if customer.name == blank or customer.name == "" and 3 < customer.attribute.order_number %}a{% endif %}',
  '{% comment %}{% for %} {{ nope }}{% endcomment %}a',
  '{% raw %}{{ nope }} {% for %} }}{% endraw %}',
  '{{ ask "x", type: "number", default: 3 | number }}'
])('nothing is wrong in: %s', (body) => {
  expect(said(body)).toEqual([])
})

test('a fragment does not contain itself through others', () => {
  expect(said('{{ fragment "legal" }}', 'footer')).toEqual(['cycle: footer → legal → footer'])
  expect(said('{{ fragment "new" }}', 'new')).toEqual(['cycle: new → new'])
})

test('without a list of fragments or attributes nothing is said about them', () => {
  expect(templateProblems('{{ fragment "x" }} {{ customer.attribute.y }}')).toEqual([])
})

test('a problem has its line and column, the language, and its place in the body', () => {
  const body = 'Hi\r\n\n  {{ nope }}, {{ agent.nmae }}'
  expect(templateProblems(body, { language: 'pt-BR' })).toMatchObject([
    { language: 'pt-BR', line: 3, column: 6, from: 10, to: 14, code: 'unknown-placeholder', detail: 'nope' },
    { line: 3, column: 18, detail: 'agent.nmae', instead: 'agent.name' }
  ])
})

test('all problems are named, in their order', () => {
  expect(said('{{ nope }} {{ a b }} {% for %} {{ now | x }} {{ agent.name }} {% endif %} }}').length).toBe(6)
})
