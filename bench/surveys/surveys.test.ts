import { expect, test } from 'vitest'
import { halves, isRight, readAnswers, tryAnswers } from './answers.ts'
import { wilson } from './interval.ts'

const all = halves.flatMap(readAnswers)
const tried = tryAnswers(all)

test('there are at least 400 different answers in at least 6 languages', () => {
  const texts = new Set(all.map(({ language, survey, text }) => `${language} ${survey} ${text}`))
  expect(texts.size).toBeGreaterThanOrEqual(400)
  const languages = [...Map.groupBy(all, ({ language }) => language).values()].filter(({ length }) => length >= 40)
  expect(languages.length).toBeGreaterThanOrEqual(6)
})

test('99 of 100 scores that are taken by themselves are right', () => {
  const taken = tried.filter(({ reading }) => reading.kind === 'score')
  const wrong = taken.filter((one) => !isRight(one))
  expect(1 - wrong.length / taken.length, JSON.stringify(wrong)).toBeGreaterThanOrEqual(0.99)
  // Who takes nothing is never wrong.
  const scored = all.filter(({ label }) => label.kind === 'score')
  expect(taken.length / scored.length).toBeGreaterThanOrEqual(0.8)
})

test('an interval is honest about few and about all', () => {
  expect(wilson(0, 0)).toEqual([0, 1])
  const [low, high] = wilson(10, 10)
  expect(low).toBeCloseTo(0.722, 3)
  expect(high).toBe(1)
})
