import { expect, test } from 'vitest'
import type { SurveyKind } from '../../../shared/domain/survey/survey.ts'
import { answerOf, type Said } from './answer-of.ts'

/** What was said after a survey; what begins with > is ours. */
function after(kind: SurveyKind, ...texts: readonly string[]) {
  const said = texts.map((text, at): Said => ({
    event: String(at),
    at,
    outbound: text.startsWith('>'),
    text: text.replace(/^>/u, '')
  }))
  return answerOf(kind, said)
}

test.each([
  [['thanks', '4'], { state: 'score', score: 4, event: '1' }],
  [['3', 'sorry, I meant 5'], { state: 'score', score: 5, event: '1' }],
  [['4', '4'], { state: 'score', score: 4, event: '0' }],
  [['4', '2'], { state: 'asking', candidates: [2, 4], why: 'several' }],
  [['3 or 4', '4'], { state: 'score', score: 4, event: '1' }],
  [['>Anything else?', '4'], { state: 'asking', candidates: [4], why: 'later' }],
  [['4', '>How many parcels?', '2'], { state: 'score', score: 4, event: '0' }],
  [['4', '>Thank you!', 'sorry, I meant 3'], { state: 'score', score: 3, event: '2' }],
  [['>How many?', '3 or 4'], null],
  [['a', 'b', 'c', 'd', 'e', '4'], null],
  [['no surveys please', '4'], null]
] as const)('%j', (texts, answer) => {
  const found = after('csat', ...texts).answer
  if (answer === null) expect(found).toBeNull()
  else expect(found).toMatchObject(answer)
})

test('who opts out with a score gave it before', () => {
  expect(after('csat', '4', 'and stop asking me')).toMatchObject({ answer: { score: 4 } })
  expect(after('csat', '4', 'no more surveys please')).toMatchObject({ answer: { score: 4 }, optedOutAt: 1 })
})

test('the first words answer an open question', () => {
  expect(after('open', 'faster, 5 days', '4').answer).toEqual({ state: 'words', event: '0', at: 0 })
  expect(after('open', '>Hello?', 'yes').answer).toBeNull()
})
