import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sampleContext } from './placeholder-list.ts'
import { templateProblems } from './problems.ts'
import { templateFragments, templateQuestions } from './questions.ts'
import { renderTemplate, type TemplateContext } from './render.ts'

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    ...['{{', '}}', '{%', '%}', '{', '}', '"', "'", '|', ':', ',', '-', '\n', '\r\n', ' ', '.', '[', '(', '\\', '..'],
    ...['{{ customer.first_name }}', '{{ customer.first_name | fallback: "x" }}', '{{ now | date: "long" }}'],
    ...[
      '{% if customer.name %}',
      '{% elsif now %}',
      '{% else %}',
      '{% endif %}',
      '{% unless now %}',
      '{% endunless %}'
    ],
    ...[
      '{% case agent.name %}',
      '{% when "x" %}',
      '{% endcase %}',
      '{% raw %}',
      '{% endraw %}',
      '{% comment %}',
      '{% endcomment %}'
    ],
    ...[
      '{{ cursor }}',
      '{{ ask "x" }}',
      '{{ ask "x", type: "number" | money: "EUR" }}',
      '{{ promo "p" }}',
      '{{ fragment "f" }}'
    ],
    ...[
      '{{ customer.attribute.a }}',
      '{{ 3 | number }}',
      '| upcase',
      'customer.name',
      'constructor',
      '__proto__',
      '== blank'
    ]
  )
)
const bodies = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''))
const text = fc
  .string({ unit: 'grapheme', maxLength: 15 })
  .filter((value) => !/undefined|\[object|NaN|Invalid Date/u.test(value))
const time = fc.oneof(
  fc.integer({ min: -8.64e15, max: 8.64e15 }),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 1e300)
)

const contexts: fc.Arbitrary<TemplateContext> = fc.record({
  customer: fc.option(
    fc.record({
      name: text,
      username: text,
      attributes: fc.dictionary(
        fc.oneof(fc.constantFrom('a', '__proto__', 'constructor'), text),
        fc.oneof(text, fc.double(), fc.boolean())
      )
    })
  ),
  agent: fc.record({ name: text }),
  brand: fc.option(fc.record({ name: text, username: text })),
  conversation: fc.option(
    fc.record({ category: fc.option(text), startedAt: fc.option(time), lastMessageAt: fc.option(time) })
  ),
  now: time,
  locale: fc.oneof(text, fc.constantFrom('en', 'ar', 'tr', 'ja-JP', 'de')),
  fragments: bodies.map((body) => new Map([['f', body]]))
})

test('any text is read, and what is wrong with it has a place', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      const lines = body.split('\n')
      for (const { from, to, line, column } of templateProblems(body, { fragments: new Map(), attributes: [] })) {
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeGreaterThanOrEqual(from)
        expect(to).toBeLessThanOrEqual(body.length)
        expect(lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0) + column - 1).toBe(from)
      }
      templateQuestions(body)
      templateFragments(body)
    }),
    { numRuns: 300 }
  )
})

test('whatever is filled in: the segments are the text, nothing broken is in it, and what is missing stands in it', () => {
  fc.assert(
    fc.property(bodies, contexts, fc.dictionary(fc.constantFrom('x', 'y'), text), (body, context, answers) => {
      fc.pre(!/undefined|\[object|NaN|Invalid/u.test(body))
      const { segments, text: shown, cursor, missing } = renderTemplate(body, context, answers)
      expect(segments.map((segment) => segment.text).join('')).toBe(shown)
      expect(segments.every((segment) => segment.text !== '')).toBe(true)
      expect(shown).not.toMatch(/undefined|\[object|NaN|Invalid Date/u)
      expect(cursor === null || (cursor >= 0 && cursor <= shown.length)).toBe(true)
      const gone = segments.filter(({ kind }) => kind === 'missing').map((segment) => segment.text)
      expect(gone).toEqual(missing.map(({ source }) => source))
    }),
    { numRuns: 300 }
  )
})

test('a body without mistakes leaves no braces of its own but where something is missing', () => {
  fc.assert(
    fc.property(bodies, (body) => {
      fc.pre(!body.includes('raw'))
      fc.pre(templateProblems(body).length === 0)
      const { segments } = renderTemplate(body, { ...sampleContext, fragments: new Map([['f', 'x']]) })
      for (const { kind, text: shown } of segments) if (kind === 'text') expect(shown).not.toMatch(/\{\{|\}\}|\{%/u)
    }),
    { numRuns: 300 }
  )
})

test('plain text stays as it is, but for its blanks', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (body) => {
      fc.pre(!/\{\{|\{%|\}\}|%\}/u.test(body))
      expect(renderTemplate(body, sampleContext).text.replaceAll(/\s+/gu, '')).toBe(body.replaceAll(/\s+/gu, ''))
    })
  )
})

describe('no way out', () => {
  test.each([
    '{{ customer.constructor.name }}',
    '{{ customer["constructor"] }}',
    '{{ customer.__proto__ }}',
    '{{ constructor }}',
    '{{ customer.attribute.constructor }}',
    '{{ customer.attribute.__proto__ }}',
    '{{ customer.attribute.tostring }}',
    '{{ "x".constructor }}',
    '{{ now.getTime }}',
    '{{ customer.name | constructor }}',
    '{{ customer.name | __proto__: 1 }}',
    '{{ customer.name | raw }}',
    '{% constructor %}',
    '{% __proto__ %}',
    '{% include "x" %}',
    '{% liquid echo now %}',
    '{% echo now %}',
    '{{ fragment "__proto__" }}',
    '{{ (1..100000000) }}',
    '{% for i in (1..100000000) %}x{% endfor %}',
    '{% tablerow i in (1..100000000) %}x{% endtablerow %}'
  ])('%s stays as it is', (body) => {
    expect(renderTemplate(body, sampleContext).text).toBe(body)
  })
})

describe('20,000 characters of trouble take no time', () => {
  const many = (part: string) => part.repeat(Math.ceil(20_000 / part.length)).slice(0, 20_000)
  test.each([
    ...['{{', '{%', '}}', '%}', '{', '{{ "', '{{ \n', '{% \n', '{{ x }', '{{ customer.name }}', '{{a|', '{{ "}} '],
    ...['{% if now %}', '{% if now %}{% endif %}', '{% endif %}', '{% raw %}', '{% comment %}', '{{ fragment "f" }}'],
    ...[
      '{{ ask "x" }}',
      ' ',
      '\n',
      ' \n',
      ' \n\n\n',
      '{% if now %} {% endif %} ',
      '{{ cursor }}',
      '{{ cursor }}\n',
      '-',
      'a.'
    ],
    ...['{{ x {{ ', '{{ x {% ', "{{ ' }} ' ", '{{\\', '{%-', '{{-', '-}}']
  ])('%j', (part) => {
    for (const body of [
      many(part),
      `${many(part)}}}%}`,
      `{{ ${many(part)} }}`,
      `{% if ${many(part)} %}`,
      `{% raw %}${many(part)}`
    ]) {
      const start = performance.now()
      templateProblems(body, { fragments: new Map([['f', body]]), attributes: ['x'] })
      templateQuestions(body, new Map([['f', body]]))
      renderTemplate(body, { ...sampleContext, fragments: new Map([['f', 'x']]) })
      expect(performance.now() - start).toBeLessThan(3_000)
    }
  })

  test.each(['a[', 'a.', '(', 'a and ', '| upcase ', '"a" "', '-', 'a[b['])('in one placeholder: %j', (part) => {
    for (const body of [
      `{{ ${many(part)} }}`,
      `{% if ${many(part)} %}a{% endif %}`,
      `{{ a ${many(part).slice(0, 900)} }}`
    ]) {
      const start = performance.now()
      templateProblems(body)
      renderTemplate(body, sampleContext)
      expect(performance.now() - start).toBeLessThan(1_500)
    }
  })

  test('fragments that contain each other ten times over', () => {
    const fragments = new Map(
      Array.from({ length: 20 }, (_, at) => [`f${at}`, `x{{ fragment "f${at + 1}" }}`.repeat(10)] as const)
    )
    const start = performance.now()
    const { text: shown } = renderTemplate('{{ fragment "f0" }}', { ...sampleContext, fragments })
    expect(templateProblems('{{ fragment "f0" }}', { fragments })).toEqual([])
    expect(templateQuestions('{{ fragment "f0" }}', fragments)).toEqual([])
    expect(shown.length).toBeLessThan(300_000)
    expect(performance.now() - start).toBeLessThan(3_000)
  })

  test('a long way through fragments that ends where it began', () => {
    const way = (length: number) =>
      new Map(Array.from({ length }, (_, at) => [`f${at}`, `{{ fragment "f${(at + 1) % length}" }}`] as const))
    expect(templateProblems('{{ fragment "f0" }}', { fragments: way(50) })[0]?.code).toBe('cycle')
    const fragments = way(5_000)
    templateProblems('{{ fragment "f0" }}', { fragments })
    expect(templateQuestions('{{ fragment "f0" }}', fragments)).toEqual([])
    expect(renderTemplate('{{ fragment "f0" }}', { ...sampleContext, fragments }).missing[0]?.reason).toBe('limit')
  })
})
