import fc from 'fast-check'
import { expect, test } from 'vitest'
import { best } from './best.ts'

interface Candidate {
  readonly name: string
  readonly points: number
}

const points = ({ points: own }: Candidate): number => own

test('the best come first, and of those that are as good the one that was there first', () => {
  const [a, b, c, d] = [
    { name: 'a', points: 1 },
    { name: 'b', points: 3 },
    { name: 'c', points: 2 },
    { name: 'd', points: 3 }
  ]
  expect(best([a, b, c, d], 2, points)).toEqual([b, d])
  expect(best([d, a, b, c], 3, points)).toEqual([d, b, c])
  expect(best([a], 3, points)).toEqual([a])
  expect(best([], 3, points)).toEqual([])
})

test('whatever the points are, it is what sorting all of them gives', () => {
  const candidates = fc
    .array(fc.integer({ min: -3, max: 3 }), { maxLength: 30 })
    .map((all) => all.map((own, at): Candidate => ({ name: `c${at}`, points: own })))
  fc.assert(
    fc.property(candidates, fc.integer({ min: 1, max: 8 }), (all, most) => {
      expect(best(all, most, points)).toEqual(all.toSorted((a, b) => b.points - a.points).slice(0, most))
    })
  )
})

test('each is asked once', () => {
  const asked: string[] = []
  best(['x', 'y', 'z'], 1, (one) => {
    asked.push(one)
    return 0
  })
  expect(asked).toEqual(['x', 'y', 'z'])
})
