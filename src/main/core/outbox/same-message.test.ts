import { expect, test } from 'vitest'
import type { Link } from '../../../shared/domain/message.ts'
import { sameMessage } from './same-message.ts'

const link = (url: string, expanded: string, display = expanded): Link => ({ url, expanded, display })
const text = (value: string) => ({ text: value, hasMedia: false })
const shown = (value: string, links: readonly Link[] = []) => ({ text: value, links, hasMedia: false })

test.each<[string, string, string, readonly Link[]]>([
  ['the same words', 'Hello', 'Hello', []],
  ['white space at the ends and folded inside', '  Hello\n\n there ', 'Hello there', []],
  [
    'a link that became t.co',
    'See https://example.com/a',
    'See https://t.co/x1',
    [link('https://t.co/x1', 'https://example.com/a')]
  ],
  [
    'an address without its scheme',
    'See www.example.com/',
    'See https://t.co/x1',
    [link('https://t.co/x1', 'http://example.com')]
  ],
  [
    'a link with signs that mean something to replace()',
    'See https://example.com/?a=$&b=$1',
    'See https://t.co/x1',
    [link('https://t.co/x1', 'https://example.com/?a=$&b=$1')]
  ],
  [
    'two links, one the beginning of the other',
    'https://example.com/a https://example.com/b',
    'https://t.co/x https://t.co/xy',
    [link('https://t.co/x', 'https://example.com/a'), link('https://t.co/xy', 'https://example.com/b')]
  ],
  ['escaped signs', 'a < b && c > d', 'a &lt; b &amp;&amp; c &gt; d', []],
  ['signs that the agent wrote as entities', 'Write &amp; here', 'Write &amp; here', []],
  ['entities that were escaped once more', 'Write &lt; here', 'Write &amp;lt; here', []],
  ['composed and decomposed accents', 'café', 'cafe\u0301', []],
  ['a t.co link that the agent pasted', 'See https://t.co/own', 'See https://t.co/own', []]
])('%s: the same', (_name, sent, is, links) => {
  expect(sameMessage(text(sent), shown(is, links))).toBe('same')
})

test.each<[string, string, string, readonly Link[]]>([
  ['other words', 'Hello', 'Hello!', []],
  ['another case', 'hello', 'Hello', []],
  [
    'another link',
    'See https://example.com/a',
    'See https://t.co/x1',
    [link('https://t.co/x1', 'https://example.com/b')]
  ],
  ['a part of it', 'Hello there', 'Hello', []],
  ['a link where none was sent', 'See this', 'See https://t.co/x1', []]
])('%s: another', (_name, sent, is, links) => {
  expect(sameMessage(text(sent), shown(is, links))).toBe('other')
})

test('a link that X names nowhere may be any, but not any text', () => {
  expect(sameMessage(text('See https://example.com/a for more'), shown('See https://t.co/x1 for more'))).toBe('maybe')
  expect(sameMessage(text('See nothing for more'), shown('See https://t.co/x1 for more'))).toBe('other')
})

test('a picture alone is known by being one; its own link does not count', () => {
  const own = link('https://t.co/pic', 'https://twitter.com/messages/media/1', 'pic.twitter.com/pic')
  const picture = { text: ' https://t.co/pic', links: [own], hasMedia: true }
  expect(sameMessage({ text: '', hasMedia: true }, picture)).toBe('same')
  expect(sameMessage({ text: 'Look', hasMedia: true }, { ...picture, text: 'Look https://t.co/pic' })).toBe('same')
  expect(sameMessage({ text: 'Look', hasMedia: true }, { ...picture, text: 'Look https://t.co/pic', links: [] })).toBe(
    'maybe'
  )
  expect(sameMessage({ text: '', hasMedia: true }, { ...picture, links: [] })).toBe('maybe')
  expect(sameMessage({ text: '', hasMedia: false }, picture)).toBe('other')
  expect(sameMessage({ text: 'Look', hasMedia: true }, shown('Look'))).toBe('other')
})
