import { expect, test } from 'vitest'
import type { CannedReplyRow, LibraryFindingRow } from '../../../../shared/contract/library-rows.ts'
import type { FindingKind } from '../../../../shared/domain/library/finding.ts'
import { countFindings, everything, filters, listedReplies, tagsIn } from './listed-replies.ts'

const plain: CannedReplyRow = {
  id: '',
  title: '',
  shortcut: null,
  languages: [],
  preview: '',
  attachment: null,
  stage: 'approved',
  pending: null,
  owner: 'me',
  effectiveFrom: null,
  expiresAt: null,
  outdated: false,
  broken: false,
  uses: 0,
  lastUsedAt: null,
  updatedAt: 0,
  source: null,
  kind: 'reply',
  folder: [],
  tags: [],
  scope: 'everyone',
  team: null
}
const rows: readonly CannedReplyRow[] = [
  { ...plain, id: 'hello', title: 'Hello', shortcut: 'hi', uses: 3, updatedAt: 5 },
  { ...plain, id: 'late', title: 'Late parcel', folder: ['Orders'], pending: 'draft', tags: ['delay'], updatedAt: 9 },
  {
    ...plain,
    id: 'refund',
    title: 'Remboursé',
    preview: 'Your refund',
    folder: ['Orders', 'Money'],
    stage: 'in-review',
    uses: 7
  },
  { ...plain, id: 'old', title: 'Old one', stage: 'retired', pending: 'draft' }
]
const ids = (filter: Partial<typeof everything>): string[] =>
  listedReplies(rows, { ...everything, ...filter }).map(({ id }) => id)

test('without a filter everything is listed as it comes', () => {
  expect(ids({})).toEqual(['hello', 'late', 'refund', 'old'])
  expect(filters(everything)).toBe(false)
  expect(filters({ ...everything, text: 'x' })).toBe(true)
})

test('every word is looked for: in titles, shortcuts, texts, tags and folders, whatever the case and accents', () => {
  expect(ids({ text: 'HI' })).toEqual(['hello'])
  expect(ids({ text: 'rembourse money' })).toEqual(['refund'])
  expect(ids({ text: 'delay' })).toEqual(['late'])
  expect(ids({ text: 'late nothing' })).toEqual([])
})

test('a reply with a newer draft is among the drafts and the approved; a retired one among the retired alone', () => {
  expect(ids({ stage: 'draft' })).toEqual(['late'])
  expect(ids({ stage: 'in-review' })).toEqual(['refund'])
  expect(ids({ stage: 'approved' })).toEqual(['hello', 'late'])
  expect(ids({ stage: 'retired' })).toEqual(['old'])
})

test('a folder holds what lies below', () => {
  expect(ids({ folder: ['Orders'] })).toEqual(['late', 'refund'])
  expect(ids({ folder: ['Orders', 'Money'] })).toEqual(['refund'])
  expect(ids({ tag: 'delay' })).toEqual(['late'])
})

test('sorted by use, or by the last change', () => {
  expect(ids({ sorting: 'uses' })).toEqual(['refund', 'hello', 'late', 'old'])
  expect(ids({ sorting: 'updated' })).toEqual(['late', 'hello', 'refund', 'old'])
  expect(tagsIn(rows, (a, b) => (a < b ? -1 : 1))).toEqual(['delay'])
})

const figuresOf = (
  id: string,
  changed: [number, number],
  answered: [number, number],
  medianMs: number | null,
  content: [number, number] = [0, 0]
) =>
  [
    id,
    {
      id,
      changed: { count: changed[0], of: changed[1] },
      answered: { count: answered[0], of: answered[1], medianMs },
      content: { count: content[0], of: content[1], average: null }
    }
  ] as const

test('sorted by what became of them: what is known of many first, what is not known last, either way round', () => {
  const figures = new Map([
    figuresOf('hello', [1, 1], [0, 0], null),
    figuresOf('late', [5, 40], [30, 40], 9_000, [20, 25]),
    figuresOf('refund', [20, 40], [25, 40], 3_000, [24, 25])
  ])
  const sorted = (sorting: (typeof everything)['sorting'], reversed = false): string[] =>
    listedReplies(rows, { ...everything, sorting, reversed }, { figures }).map(({ id }) => id)
  expect(sorted('changed')).toEqual(['refund', 'late', 'hello', 'old'])
  expect(sorted('changed', true)).toEqual(['late', 'refund', 'hello', 'old'])
  expect(sorted('answered')).toEqual(['late', 'refund', 'hello', 'old'])
  expect(sorted('answered', true)).toEqual(['refund', 'late', 'hello', 'old'])
  expect(sorted('content')).toEqual(['refund', 'late', 'hello', 'old'])
  expect(sorted('content', true)).toEqual(['late', 'refund', 'hello', 'old'])
  expect(sorted('after')).toEqual(['refund', 'late', 'hello', 'old'])
  expect(sorted('after', true)).toEqual(['late', 'refund', 'hello', 'old'])
  expect(listedReplies(rows, { ...everything, sorting: 'changed' }).map(({ id }) => id)).toEqual(ids({}))
})

test('titles, uses and changes can be sorted the other way round, too', () => {
  expect(ids({ reversed: true })).toEqual(['old', 'refund', 'late', 'hello'])
  expect(ids({ sorting: 'uses', reversed: true })).toEqual(['late', 'old', 'hello', 'refund'])
  expect(ids({ sorting: 'updated', reversed: true })).toEqual(['refund', 'old', 'hello', 'late'])
})

test('what was found is counted once for each reply, lists its replies, and puts those that say the same side by side', () => {
  const found = (id: string, ...kinds: Exclude<FindingKind, 'gone-link'>[]): [string, LibraryFindingRow] => [
    id,
    { id, findings: kinds.map((kind) => ({ kind, detail: id === 'refund' ? 'a' : 'hello' })), duplicates: [] }
  ]
  const findings = new Map([
    found('hello', 'duplicate', 'date', 'date'),
    found('refund', 'duplicate'),
    found('old', 'duplicate')
  ])
  expect(countFindings(findings)).toEqual(
    new Map([
      ['duplicate', 3],
      ['date', 1]
    ])
  )
  const listed = (finding: FindingKind) =>
    listedReplies(rows, { ...everything, finding }, { findings }).map(({ id }) => id)
  expect(listed('date')).toEqual(['hello'])
  expect(listed('duplicate')).toEqual(['refund', 'hello', 'old'])
  expect(listed('stale')).toEqual([])
  expect(filters({ ...everything, finding: 'date' })).toBe(true)
})
