import { expect, test } from 'vitest'
import { defaultLevels, finding } from '../../../../shared/domain/send-check/rule.ts'
import { heldBack, judge, overriddenRules, unignored } from './verdict.ts'

const link = finding('link', 'http-link', [[0, 8]], 'http://a')
const shout = finding('shouting', 'shouting', [[9, 12]], 'AAA')
const levels = { ...defaultLevels, link: 'block', shouting: 'warn' } as const

test('what blocks is never ignored, and cannot leave however often it was asked about', () => {
  const judged = judge([link, shout], levels)
  const all = new Set(judged.map((found) => found.key))
  expect(unignored(judged, all).map((found) => found.rule)).toEqual(['link'])
  expect(heldBack(judged, all)).toBe('blocked')
})

test('what warns is asked about once; something new is asked about again', () => {
  const judged = judge([shout], levels)
  expect(heldBack(judged, new Set())).toBe('asked')
  expect(heldBack(judged, new Set(judged.map((found) => found.key)))).toBeNull()
  const [other] = judge([finding('shouting', 'shouting', [[0, 3]], 'BBB')], levels)
  expect(heldBack([...judged, other!], new Set(judged.map((found) => found.key)))).toBe('asked')
  expect(heldBack([], new Set())).toBeNull()
})

test('each rule that was overridden is named once', () => {
  expect(overriddenRules(judge([shout, shout], levels))).toEqual(['shouting'])
  expect(overriddenRules(judge([link], levels))).toEqual([])
})
