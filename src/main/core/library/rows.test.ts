import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CannedReplyRow } from '../../../shared/contract/library-rows.ts'
import { createSorter } from './rows.ts'

const row = (id: string, title: string, folder: readonly string[]): CannedReplyRow => ({
  id,
  title,
  folder: [...folder],
  kind: 'reply',
  tags: [],
  scope: 'everyone',
  team: null,
  shortcut: null,
  languages: [],
  preview: '',
  attachment: null,
  stage: 'draft',
  pending: null,
  owner: 'me',
  effectiveFrom: null,
  expiresAt: null,
  outdated: false,
  broken: false,
  uses: 0,
  lastUsedAt: null,
  updatedAt: 0,
  source: null
})

test('whatever comes, goes and is renamed: the order is that of a list that is sorted for the first time', () => {
  const name = fc.constantFrom('a', 'B', 'é', 'x 2', 'x 10', 'ب')
  const rows = fc.uniqueArray(
    fc
      .record({ id: fc.nat({ max: 12 }), title: name, folder: fc.array(name, { maxLength: 2 }) })
      .map(({ id, title, folder }) => row(`r${id}`, title, folder)),
    { selector: ({ id }) => id, maxLength: 12 }
  )
  fc.assert(
    fc.property(fc.array(rows, { minLength: 1, maxLength: 6 }), (states) => {
      const sorted = createSorter(3)
      // With none apart all of them are sorted.
      for (const state of states) expect(sorted(state)).toEqual(createSorter(0)(state))
    })
  )
})
