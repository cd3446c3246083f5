import { expect, test } from 'vitest'
import { parseSearch } from '../../../../shared/domain/search/parse-search.ts'
import { searchForTag } from './search-for-tag.ts'

test('a tag of a customer is looked for with all their handles, and the search is understood', () => {
  expect(searchForTag('late', ['ana'])).toBe('(from:ana OR to:ana) tag:late')
  const text = searchForTag('will pay (soon)', ['ana', 'anna_2'])
  expect(text).toBe('(from:ana OR to:ana OR from:anna_2 OR to:anna_2) tag:"will pay (soon)"')
  expect(parseSearch(text).problems).toEqual([])
})
