import { expect, test } from 'vitest'
import type { BoardRow, ThemeRow } from '../../../../shared/contract/feedback-rows.ts'
import { boardRows } from './board-rows.ts'

function row(id: string, count: number, before = 0): BoardRow {
  return { id, name: id, retired: false, count, before, positive: 0, negative: 0, severe: 0, trend: [count] }
}
const themes: readonly ThemeRow[] = ['late', 'price', 'old'].map((id) => ({
  id,
  name: id,
  uses: 0,
  retired: id === 'old',
  formerly: []
}))
const ids = (rows: readonly BoardRow[]): string[] => rows.map(({ id }) => id)

test('what was spoken of in the time before alone is shown while that is compared', () => {
  const rows = [row('late', 2), row('price', 0, 3)]
  expect(ids(boardRows(rows, themes, { compared: true, all: false }))).toEqual(['late', 'price'])
  expect(ids(boardRows(rows, themes, { compared: false, all: false }))).toEqual(['late'])
})

test('where nothing is left out, themes without an entry follow, retired ones too', () => {
  const rows = boardRows([row('late', 2)], themes, { compared: false, all: true })
  expect(rows.map(({ id, count, retired }) => [id, count, retired])).toEqual([
    ['late', 2, false],
    ['price', 0, false],
    ['old', 0, true]
  ])
})
