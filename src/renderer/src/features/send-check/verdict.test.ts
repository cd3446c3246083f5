import { expect, test } from 'vitest'
import { defaultLevels, finding } from '../../../../shared/domain/send-check/rule.ts'
import { decide, heldBack, judge, overriddenRules, unignored } from './verdict.ts'

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

test('a text is asked about once, also about what is noticed a moment later; another text is asked about again', () => {
  const nothing = { asked: new Set<string>(), about: null, ignored: new Set<string>() }
  const [shouting, hurry] = judge([shout, finding('shouting', 'shouting', [[0, 3]], 'BBB')], levels)
  const first = decide([shouting!], 'AAA', nothing)
  expect(first).toEqual({ passes: false, keys: [shouting!.key] })
  const asked = { ...nothing, asked: new Set(first.passes ? [] : first.keys), about: 'AAA' }
  expect(decide([shouting!], 'AAA', asked)).toEqual({ passes: true, overridden: ['shouting'] })
  expect(decide([shouting!, hurry!], 'AAA', asked)).toEqual({ passes: true, overridden: ['shouting'] })
  expect(decide([shouting!, hurry!], 'AAA BBB', asked)).toEqual({ passes: false, keys: [shouting!.key, hurry!.key] })
  expect(decide([shouting!], 'AAA', { ...nothing, ignored: new Set([shouting!.key]) })).toMatchObject({ passes: true })
  expect(decide(judge([link], levels), 'http://a', { ...nothing, about: 'http://a' })).toMatchObject({ passes: false })
})
