import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withNotes } from './note-places.ts'

const row = (id: string, at: number) => ({ id, at })
const ids = (rows: readonly { id: string }[]): string => rows.map(({ id }) => id).join('')

test('notes stand at their time, behind what came at the same moment', () => {
  expect(ids(withNotes([row('a', 1), row('b', 3)], [row('N', 2)]))).toBe('aNb')
  expect(ids(withNotes([row('a', 1), row('b', 1)], [row('N', 1)]))).toBe('abN')
  expect(ids(withNotes([row('b', 5)], [row('M', 1), row('N', 1), row('O', 9)]))).toBe('MNbO')
  expect(ids(withNotes([], [row('N', 1)]))).toBe('N')
})

test('rows and notes keep their order, and none is lost', () => {
  const times = fc.array(fc.nat(20))
  fc.assert(
    fc.property(times, times, (rowTimes, noteTimes) => {
      const rows = rowTimes.map((at, index) => ({ at, index, note: false }))
      const notes = noteTimes.toSorted((a, b) => a - b).map((at, index) => ({ at, index, note: true }))
      const placed = withNotes(rows, notes)
      expect(placed.filter(({ note }) => !note)).toEqual(rows)
      expect(placed.filter(({ note }) => note)).toEqual(notes)
    })
  )
})
