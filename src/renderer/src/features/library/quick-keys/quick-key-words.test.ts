import { expect, test } from 'vitest'
import type { QuickKeyState } from '../../../../../shared/contract/library-rows.ts'
import { quickKeyProblem } from './quick-key-words.ts'

test.each<[QuickKeyState, string | null]>([
  ['ready', null],
  ['deleted', 'The reply of quick key 3 was deleted. Give the key to another one in the library.'],
  ['retired', '“Refund” of quick key 3 is retired. Bring it back, or give the key to another reply.'],
  ['not-approved', '“Refund” of quick key 3 is not approved yet.'],
  ['not-yet', 'The time of “Refund” of quick key 3 has not come yet.'],
  ['expired', '“Refund” of quick key 3 has expired.'],
  ['not-shared', 'The reply of quick key 3 is not shared with you any more.'],
  ['fragment', '“Refund” of quick key 3 is a fragment now, which only goes into other replies.']
])('a key whose reply is %s', (state, words) => {
  expect(quickKeyProblem({ key: 3, title: state === 'deleted' ? null : 'Refund', state })).toBe(words)
})
