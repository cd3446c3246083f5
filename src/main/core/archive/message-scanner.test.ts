import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultLimits } from './archive-limits.ts'
import { MessageScanner } from './message-scanner.ts'

interface Scan {
  items: [unknown, unknown][]
  conversations: unknown[]
  problems: string[]
}

function scan(text: string | Buffer, chunkBytes = 1 << 20, limits = defaultLimits, parseItems = true): Scan {
  const found: Scan = { items: [], conversations: [], problems: [] }
  const scanner = new MessageScanner(
    {
      item: (id, item) => found.items.push([id, item]),
      conversation: (id) => found.conversations.push(id),
      problem: (reason) => found.problems.push(reason)
    },
    { ...limits, parseItems }
  )
  const bytes = Buffer.from(text)
  for (let from = 0; from < bytes.length; from += chunkBytes) scanner.feed(bytes.subarray(from, from + chunkBytes))
  scanner.end(false)
  return found
}

const message = (id: number, text = 'hello'): unknown => ({ messageCreate: { id: String(id), text } })
const entry = (conversationId: string, messages: unknown[]): unknown => ({
  dmConversation: { conversationId, messages }
})
const file = (entries: unknown, space = 2): string => `window.YTD.x.part0 = ${JSON.stringify(entries, null, space)}`
const ids = (found: Scan): string[] =>
  found.items.map(([, item]) => (item as { messageCreate?: { id?: string } }).messageCreate?.id ?? 'none')

describe('well-formed files', () => {
  const entries = [
    entry('1-2', [message(1), message(2, 'a "quoted" \\ [{ text é 😀\n')]),
    entry('3', []),
    entry('1-2', [message(3)])
  ]
  const expected = {
    items: [
      ['1-2', message(1)],
      ['1-2', message(2, 'a "quoted" \\ [{ text é 😀\n')],
      ['1-2', message(3)]
    ],
    conversations: ['1-2', '3', '1-2'],
    problems: []
  }

  it('gives the messages one by one with their conversation', () => {
    expect(scan(file(entries))).toEqual(expected)
    expect(scan(file(entries, 0))).toEqual(expected)
  })

  it('does not mind where the chunks are cut', () => {
    for (let size = 1; size < 60; size += 1) expect(scan(file(entries), size)).toEqual(expected)
  })

  it.each([
    ['a byte order mark', `\uFEFF${file(entries)}`],
    ['a semicolon and blanks', `${file(entries)} ;\r\n`],
    ['no assignment', JSON.stringify(entries)],
    ['another global name', file(entries).replace('window.YTD.x.part0', 'YTD["direct-message"].part17')]
  ])('accepts %s', (_what, text) => {
    expect(scan(text)).toEqual(expected)
  })

  it('accepts an empty list', () => {
    expect(scan('window.YTD.direct_messages.part0 = [ ]')).toEqual({ items: [], conversations: [], problems: [] })
  })

  it('accepts the id behind the messages, and fields it does not know', () => {
    const late = [
      { other: [1, { a: 'x' }], dmConversation: { v: null, messages: [message(1)], n: 1.5, conversationId: '7' } }
    ]
    expect(scan(file(late))).toEqual({ items: [['7', message(1)]], conversations: ['7'], problems: [] })
  })

  it('leaves out what waits too long for its id', () => {
    const late = [{ dmConversation: { messages: [message(1), message(2, 'x'.repeat(300))], conversationId: '7' } }]
    const found = scan(file(late), 100, { ...defaultLimits, heldBytes: 200 })
    expect(ids(found)).toEqual(['1'])
    expect(found.problems).toEqual(['1 messages of conversation 7 stand too far before its id.'])
  })

  it('counts conversations without parsing messages', () => {
    const found = scan(file(entries), 64, defaultLimits, false)
    expect(found).toEqual({ items: [], conversations: ['1-2', '3', '1-2'], problems: [] })
  })

  it('agrees with JSON.parse on any content and any cut', () => {
    const property = fc.property(
      fc.array(fc.tuple(fc.stringMatching(/^[0-9]{1,9}$/), fc.array(fc.jsonValue({ maxDepth: 5 }), { maxLength: 5 }))),
      fc.integer({ min: 1, max: 500 }),
      fc.constantFrom(0, 1, 2),
      (conversations, size, space) => {
        const list = conversations.map(([id, values]) =>
          entry(
            id,
            values.map((value) => ({ x: value }))
          )
        )
        const found = scan(file(list, space), size)
        const all = conversations.flatMap(([id, values]) =>
          values.map((value) => [id, { x: JSON.parse(JSON.stringify(value)) }])
        )
        expect(found).toEqual({ items: all, conversations: conversations.map(([id]) => id), problems: [] })
      }
    )
    fc.assert(property, { numRuns: 200 })
  })
})

describe('damage', () => {
  const entries = [entry('1-2', [message(1), message(2), message(3)]), entry('5', [message(4), message(5)])]

  it.each([0, 2])('keeps what stands before the end of a cut file (indent %i)', (space) => {
    const whole = file(entries, space)
    for (let length = 1; length < whole.length; length += 7) {
      const found = scan(whole.slice(0, length), 50)
      expect(ids(found)).toEqual(['1', '2', '3', '4', '5'].slice(0, found.items.length))
      if (length < whole.length - 1) expect(found.problems).toHaveLength(1)
    }
    expect(ids(scan(whole.slice(0, whole.lastIndexOf('"5"'))))).toEqual(['1', '2', '3', '4'])
  })

  it.each([0, 2])('loses only the message it is in, wherever one byte is missing (indent %i)', (space) => {
    const whole = file(entries, space)
    const from = whole.indexOf('{', whole.indexOf('"messages"'))
    const second = whole.indexOf('"2"')
    for (let at = from; at < whole.lastIndexOf('}'); at += 1) {
      const found = scan(whole.slice(0, at) + whole.slice(at + 1), 40)
      const kept = ids(found)
      // At most the damaged message and, where a boundary was hit, its neighbour.
      expect(kept.length).toBeGreaterThanOrEqual(3)
      if (at < second) expect(kept).toEqual(expect.arrayContaining(['4', '5']))
    }
  })

  it('never gives a message to the wrong conversation when its head is destroyed', () => {
    const whole = file(entries)
    const from = whole.indexOf('"3"')
    const to = whole.indexOf('"messages"', from)
    const found = scan(whole.slice(0, from) + '\0'.repeat(to - from) + whole.slice(to), 64)
    expect(found.items).toEqual([
      ['1-2', message(1)],
      ['1-2', message(2)]
    ])
    expect(found.problems.at(-1)).toBe('A conversation has no id: 2 messages left out.')
  })

  it('survives any bytes', () => {
    const part = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      '\\',
      ':',
      ',',
      '=',
      '\0',
      '\n',
      '"messageCreate":',
      '{"messageCreate":',
      '{"dmConversation":{',
      '"conversationId":"1-2",',
      '"messages":[',
      '{"messageCreate":{"id":"1"}}',
      'é'
    )
    const property = fc.property(fc.array(part, { maxLength: 200 }), fc.integer({ min: 1, max: 64 }), (parts, size) => {
      const text = `x = [${parts.join('')}`
      expect(scan(text, size)).toEqual(scan(text))
    })
    fc.assert(property, { numRuns: 2_000 })
  })

  it('refuses absurd nesting and goes on behind it', () => {
    const deep = `{"messageCreate":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    const text = file([entry('1-2', [message(1), 'DEEP', message(2)])]).replace('"DEEP"', deep)
    const found = scan(text, 4096)
    expect(ids(found)).toEqual(['1', '2'])
    expect(found.problems).toEqual(['A message of conversation 1-2 is nested deeper than 64 levels.'])
  })

  it('refuses an item that is too large and goes on behind it', () => {
    const found = scan(file([entry('1-2', [message(1), message(2, 'x'.repeat(9 << 20)), message(3)])]), 65_536)
    expect(ids(found)).toEqual(['1', '3'])
    expect(found.problems).toEqual(['A message of conversation 1-2 is larger than 8 MB.'])
  })

  it('does not read the same bytes over and over', () => {
    // 60 openings that never close, each followed by as much as an item may hold.
    const limits = { ...defaultLimits, itemBytes: 1 << 20 }
    const text = `x = [{"dmConversation":{"conversationId":"1","messages":[${'{"messageCreate":'.repeat(60)}${' 1'.repeat(2 << 20)}`
    const started = performance.now()
    scan(text, 65_536, limits)
    expect(performance.now() - started).toBeLessThan(2_000)
  })

  it.each([
    ['a web page', '<!DOCTYPE html><html><body class="x">Sorry</body></html>'.repeat(200)],
    ['an object', 'window.x = {"a": 1}'],
    ['nothing', ''],
    ['bytes', Buffer.alloc(5000)]
  ])('says that %s is no list of conversations', (_what, content) => {
    const found = scan(content)
    expect(found.items).toEqual([])
    expect(found.problems.length).toBeLessThanOrEqual(1)
    if (content.length > 0) expect(found.problems).toHaveLength(1)
  })
})
