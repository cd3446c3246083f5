import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hasValues, isValues } from './operators.ts'
import { parseSearch } from './parse-search.ts'
import { english } from '../../i18n/english.ts'
import { problemSentence, type SearchProblem } from './search-problem.ts'
import { isBareWord, printSearch, type SearchNode } from './search-query.ts'

const printed = (text: string): string => printSearch(parseSearch(text).query)
const inWords = (problem: SearchProblem): string => {
  const { pattern, values } = problemSentence(problem)
  return english.sentence(pattern, values)
}
const sentences = (text: string): string[] => parseSearch(text).problems.map(inWords)

test.each([
  ['refund order', 'refund order'],
  ['  refund   order ', 'refund order'],
  ['"where is my order"', '"where is my order"'],
  ['“where is” „my order“', '"where is" "my order"'],
  ['"three days', '"three days"*'],
  ['From:@ana IS:Unread', 'from:@ana is:unread'],
  ['from:"Ana Silva"', 'from:"Ana Silva"'],
  ['from:"Ana', 'from:Ana'],
  ['-late', '-late'],
  ['NOT late', '-late'],
  ['--late', 'late'],
  ['-"two words"', '-"two words"'],
  ['-(a b)', '-(a b)'],
  ['-is:open', '-is:open'],
  ['a b OR c', 'a b OR c'],
  ['(a OR b) c', '(a OR b) c'],
  ['a AND b | c', 'a b OR c'],
  ['((a))', 'a'],
  ['(a OR (b OR c))', 'a OR b OR c'],
  ['order*', 'order'],
  ['*4471', '*4471'],
  ['is:waiting-on-us has:picture', 'is:waiting has:photo'],
  ['is:"waiting on us"', 'is:waiting'],
  ['before:2026-03-01 after:"last week"', 'before:2026-03-01 after:"last week"'],
  // Not finished yet.
  ['a OR', 'a'],
  ['OR a', 'a'],
  ['a NOT', 'a'],
  ['(a b', 'a b'],
  ['', ''],
  ['()', ''],
  ['-()', ''],
  // Signs that are no language.
  ['A-12345', 'A-12345'],
  ['a - b', 'a "-"* b'],
  ['https://t.co/x', '"https://t.co/x"*'],
  ['10:30 :)', '10:30 :'],
  ['注文:確認', '注文:確認'],
  ['or and not', 'or and not']
])('“%s” is understood as “%s”', (text, wanted) => {
  expect(printed(text)).toBe(wanted)
})

test.each([
  ['form:ana', ['There is no operator “form:”. Did you mean “from:ana”?']],
  ['tga:late', ['There is no operator “tga:”. Did you mean “tag:late”?']],
  ['colour:red', ['There is no operator “colour:”. Put the words in quotes to look for them.']],
  ['is:unred', ['“is:” does not take “unred”. Did you mean “is:unread”?']],
  ['has:pictures', ['“has:” does not take “pictures”. Did you mean “has:photo”?']],
  ['from:', ['“from:” needs a value.']],
  ['before:soon', ['“soon” is no date. Write 2026-03-01, yesterday, 7d or "last week".']],
  ['after:2026-02-30', ['“2026-02-30” is no date. Write 2026-03-01, yesterday, 7d or "last week".']],
  ['order)', ['There is a “)” without its “(”.']]
])('“%s” is explained', (text, wanted) => {
  expect(sentences(text)).toEqual(wanted)
})

test('what is wrong is left out, and the rest holds', () => {
  const { query, problems } = parseSearch('refund form:ana (is:open OR is:bogus)')
  expect(printSearch(query)).toBe('refund is:open')
  expect(problems.map(({ from, to }) => [from, to])).toEqual([
    [7, 15],
    [28, 36]
  ])
})

test('a group that holds nothing right is nothing, also behind a negation', () => {
  expect(printed('a -(is:bogus)')).toBe('a')
})

const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
  .filter((text) => isBareWord(text) && text !== '-')
const quotable = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/["“”„]/u.test(text))
const value = quotable.map((text) => text.trim()).filter((text) => text !== '')
const leaf: fc.Arbitrary<SearchNode> = fc.oneof(
  word.map((text): SearchNode => ({ kind: 'words', text, match: 'beginning' })),
  quotable.map((text): SearchNode => ({ kind: 'words', text, match: 'exact' })),
  word.map((text): SearchNode => ({ kind: 'words', text, match: 'inside' })),
  fc.constantFrom(...isValues).map((text): SearchNode => ({ kind: 'operator', operator: 'is', value: text })),
  fc.constantFrom(...hasValues).map((text): SearchNode => ({ kind: 'operator', operator: 'has', value: text })),
  fc
    .tuple(fc.constantFrom('from', 'to', 'in', 'code'), value)
    .map(([operator, text]): SearchNode => ({ kind: 'operator', operator: operator as 'from', value: text })),
  fc
    .tuple(fc.constantFrom('before', 'after'), fc.constantFrom('today', '7d', '2026-02-28', 'last week', 'march'))
    .map(([operator, text]): SearchNode => ({ kind: 'operator', operator: operator as 'before', value: text }))
)
const { tree } = fc.letrec<{ tree: SearchNode; and: SearchNode; or: SearchNode; not: SearchNode }>((tie) => {
  const below = (...kinds: readonly SearchNode['kind'][]): fc.Arbitrary<SearchNode> =>
    tie('tree').filter((node) => !kinds.includes(node.kind))
  const many = (kind: 'and' | 'or'): fc.Arbitrary<SearchNode> =>
    fc.array(below(kind), { minLength: 2, maxLength: 3 }).map((nodes): SearchNode => ({ kind, nodes }))
  return {
    tree: fc.oneof({ maxDepth: 4, withCrossShrink: true }, leaf, tie('and'), tie('or'), tie('not')),
    and: many('and'),
    or: many('or'),
    not: below('not').map((node): SearchNode => ({ kind: 'not', node }))
  }
})

describe('for every search', () => {
  test('printed and understood again, it is the same', () => {
    fc.assert(
      fc.property(tree, (node) => {
        const { query, problems } = parseSearch(printSearch(node))
        expect(problems).toEqual([])
        expect(query).toEqual(node)
      }),
      { numRuns: 500 }
    )
  })

  test('whatever is typed gives a search or problems within its text, and what was understood prints and parses to itself', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(
          fc.constantFrom(
            '(',
            ')',
            '"',
            '“',
            '-',
            ' ',
            'OR',
            'NOT ',
            'AND',
            '|',
            'is:',
            'from:',
            'unread',
            'bogus:',
            ':',
            '*',
            'a',
            '確'
          ),
          { maxLength: 20 }
        )
        .map((parts) => parts.join(''))
    )
    fc.assert(
      fc.property(typed, (text) => {
        const { query, problems } = parseSearch(text)
        for (const { from, to } of problems) expect(0 <= from && from < to && to <= text.length).toBe(true)
        const again = parseSearch(printSearch(query))
        expect(again).toEqual({ query, problems: [] })
      }),
      { numRuns: 600 }
    )
  })

  test('nesting has an end', () => {
    const deep = `${'(a OR ('.repeat(60)}b`
    expect(parseSearch(deep).problems.map(inWords)).toContain(
      'These parentheses are nested too deep. Say it with fewer.'
    )
    expect(() => parseSearch('('.repeat(1_000))).not.toThrow()
  })
})
