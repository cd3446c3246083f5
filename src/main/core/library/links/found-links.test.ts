import { expect, test } from 'vitest'
import { linksIn } from './found-links.ts'

/** Addresses that are asked, and `why written` of the rest. */
function found(template: string): string[] {
  return linksIn(template).map((link) => (link.kind === 'asked' ? link.address : `${link.why} ${link.written}`))
}

test.each([
  ['See https://shop.org/a.', ['https://shop.org/a']],
  ['Here (https://shop.org/a), or “https://shop.org/b”!', ['https://shop.org/a', 'https://shop.org/b']],
  ['https://en.wikipedia.org/wiki/Mercury_(planet)', ['https://en.wikipedia.org/wiki/Mercury_(planet)']],
  ['(see https://en.wikipedia.org/wiki/Mercury_(planet))', ['https://en.wikipedia.org/wiki/Mercury_(planet)']],
  ['www.shop.org/help and HTTPS://Shop.ORG', ['https://www.shop.org/help', 'https://shop.org/']],
  ['https://shop.org/a#top https://shop.org/a#end', ['https://shop.org/a', 'https://shop.org/a']],
  ['https://shop.org:8443/a?b=1&c=%20d', ['https://shop.org:8443/a?b=1&c=%20d']],
  ['こちらhttps://shop.co.jpをご覧ください', ['https://shop.co.jp/']],
  ['こちらhttps://shop.co.jp/helpをご覧ください', ['https://shop.co.jp/help']],
  ['انظر https://shop.org/مساعدة', ['https://shop.org/']],
  ['https://müller.de/über', ['https://xn--mller-kva.de/%C3%BCber']],
  ['https://пример.рф/путь', ['https://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C']],
  ['write to me@www.shop.org, xhttps://a.org', []],
  ['no link: https:// and http', []]
])('%s', (template, links) => expect(found(template)).toEqual(links))

test.each([
  ['http://shop.org/a', 'not-https http://shop.org/a'],
  ['https://shop.org/{{ customer.username }}', 'placeholder https://shop.org/{{…}}'],
  ['https://{{ brand.username }}.shop.org/a', 'placeholder https://{{…}}.shop.org/a'],
  ['https://shop.org/?q={{ ask "Number" }}&x=1.', 'placeholder https://shop.org/?q={{…}}&x=1'],
  ['https://ana:secret@shop.org/a', 'sign-in https://ana:secret@shop.org/a'],
  ['https://ana@shop.org', 'sign-in https://ana@shop.org'],
  ['https://localhost/a', 'nowhere https://localhost/a'],
  ['https://intranet/a', 'nowhere https://intranet/a'],
  ['https://192.168.1.1/a', 'nowhere https://192.168.1.1/a'],
  ['https://[::1]/a', 'nowhere https://[::1]/a'],
  ['https://shop.example/a', 'nowhere https://shop.example/a']
])('%s is not asked', (template, why) => expect(found(template)).toEqual([why]))

test('tags part links, and make one of several where other letters go on', () => {
  expect(found('{% if vip %}https://shop.org/vip{% else %}https://shop.org/sale{% endif %}.')).toEqual([
    'https://shop.org/vip',
    'https://shop.org/sale'
  ])
  expect(found('https://shop.org/{% if vip %}vip{% else %}sale{% endif %}')).toEqual([
    'placeholder https://shop.org/{{…}}vip{{…}}sale'
  ])
  expect(found('{{ x | fallback: "https://shop.org/a" }}')).toEqual([])
})

test('signs that stand for placeholders inside are those of nobody else', () => {
  expect(found('https://shop.org/\uE000a')).toEqual(['https://shop.org/'])
})

test('a long text without spaces takes no time', () => {
  const began = performance.now()
  linksIn(`${'https://'.repeat(20_000)}${'www.a'.repeat(20_000)}${'https://a.b/(('.repeat(5_000)}`)
  expect(performance.now() - began).toBeLessThan(2_000)
})
