import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyPatch, diffRows, snapshotOf } from './patch.ts'

interface TestRow {
  readonly id: string
  readonly value: number
  readonly nested: readonly string[]
}

const row = fc.record({
  id: fc.constantFrom(...'abcdefghijkl'),
  value: fc.nat({ max: 3 }),
  nested: fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 })
})
const list = fc.uniqueArray(row, { selector: (each) => each.id, maxLength: 12 })

test('applying a difference gives what it was taken from, after any number of changes', () => {
  fc.assert(
    fc.property(fc.array(list, { minLength: 1, maxLength: 8 }), (versions) => {
      let held: readonly TestRow[] = versions[0] ?? []
      let snapshot = snapshotOf(held)
      for (const next of versions.slice(1)) {
        const difference = diffRows(snapshot, next)
        if (difference === null) {
          expect(held).toEqual(next)
          continue
        }
        // What crosses the wire is JSON.
        const patch = JSON.parse(JSON.stringify(difference.patch)) as typeof difference.patch
        const before = new Map(held.map((each) => [each.id, each]))
        held = applyPatch(held, patch)
        expect(held).toEqual(next)
        // A row that says the same is the same object: only changed rows render again.
        for (const each of held) {
          const old = before.get(each.id)
          if (old && JSON.stringify(old) === JSON.stringify(each)) expect(each).toBe(old)
        }
        snapshot = difference.after
      }
    }),
    { numRuns: 500 }
  )
})

test('nothing changed: no patch; one row changed: only that row', () => {
  const before: TestRow[] = ['a', 'b', 'c'].map((id) => ({ id, value: 0, nested: [] }))
  expect(diffRows(snapshotOf(before), structuredClone(before))).toBeNull()
  const changed = before.map((each) => (each.id === 'b' ? { ...each, value: 1 } : each))
  expect(diffRows(snapshotOf(before), changed)?.patch).toEqual({ rows: [{ id: 'b', value: 1, nested: [] }] })
})

test('a new row at the top sends one row and one id, not the list', () => {
  const before: TestRow[] = Array.from({ length: 200 }, (_, index) => ({ id: String(index), value: 0, nested: [] }))
  const patch = diffRows(snapshotOf(before), [{ id: 'new', value: 1, nested: [] }, ...before])?.patch
  expect(patch).toEqual({ rows: [{ id: 'new', value: 1, nested: [] }], splice: { at: 0, remove: 0, ids: ['new'] } })
})

test('a frozen row that is the same object is not written again, one that was changed in place is', () => {
  let written = 0
  const row = (id: string): TestRow & { toJSON: () => unknown } => ({
    id,
    value: 0,
    nested: [],
    toJSON() {
      written += 1
      return { id: this.id, value: this.value }
    }
  })
  const [frozen, open] = [Object.freeze(row('frozen')), row('open')]
  const before = snapshotOf([frozen, open])
  expect(written).toBe(2)
  expect(diffRows(before, [open, frozen])?.patch).toEqual({
    rows: [],
    splice: { at: 0, remove: 2, ids: ['open', 'frozen'] }
  })
  expect(written).toBe(3)
  Object.assign(open, { value: 1 })
  expect(diffRows(before, [frozen, open])?.patch.rows).toEqual([open])
  expect(diffRows(before, [Object.freeze({ ...frozen, value: 2 }), open])?.patch.rows).toHaveLength(2)
})
