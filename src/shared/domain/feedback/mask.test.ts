import { expect, test } from 'vitest'
import { maskPeople } from './mask.ts'

const people = ['Ana María Silva', 'ana_silva9', 'Jo', '田中 太郎', 'خالد العمري', 'Bob-O (he/him)']

test.each([
  ['My name is Ana Silva, hi', 'My name is [name], hi'],
  ['ANA here; Maria too, silva’s box', '[name] here; [name] too, [name]’s box'],
  ['Banana is not Ana', 'Banana is not [name]'],
  ['thanks Jo! but jo is a word', 'thanks [name]! but jo is a word'],
  ['ask @ana_silva9 or ana_silva9', 'ask [handle] or [name]'],
  ['write ana.silva+x@example.co.uk now', 'write [e-mail] now'],
  ['see https://t.co/Ab1?x=1, www.x.org or example.com/me', 'see [link], [link] or [link]'],
  ['it is fine.But slow', 'it is fine.But slow'],
  ['call +49 (30) 123 45-67', 'call [number]'],
  ['order 123456789 of 2026-11-27, 3 pieces for 19.99', 'order [number] of 2026-11-27, 3 pieces for 19.99'],
  ['اسمي خالد ومعي العمري', 'اسمي [name] ومعي [name]'],
  ['قلت لخالد', 'قلت ل[name]'],
  ['هاتفي ٠٥٠١٢٣٤٥٦٧', 'هاتفي [number]'],
  ['田中です', '[name]です'],
  ['no name at all 😡', 'no name at all 😡']
])('%s', (text, wanted) => {
  expect(maskPeople(text, people)).toBe(wanted)
})

test('a name of signs that mean something in a pattern does no harm', () => {
  expect(maskPeople('I am (x)+[y] here', ['(x)+[y]'])).toBe('I am [name] here')
  expect(maskPeople('nothing', ['', ' ', '*', '[name]'])).toBe('nothing')
})
