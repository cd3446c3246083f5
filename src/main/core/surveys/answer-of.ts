import { readAnswer } from '../../../shared/domain/survey/read-answer.ts'
import type { Doubt, SurveyKind } from '../../../shared/domain/survey/survey.ts'

/** A message after a survey. */
export interface Said {
  readonly event: string
  /** By X's clock, ms since 1970. */
  readonly at: number
  readonly outbound: boolean
  readonly text: string
}

/** What the messages after a survey say in answer to it. */
export interface Found {
  readonly answer: FoundAnswer | null
  /** When the customer wanted no more surveys; null: they did not say so. */
  readonly optedOutAt: number | null
}

export type FoundAnswer = { readonly event: string; readonly at: number } & (
  | { readonly state: 'score'; readonly score: number }
  | { readonly state: 'asking'; readonly candidates: readonly number[]; readonly why: Doubt }
  | { readonly state: 'words' }
)

/** An answer is not further away than so many messages of the customer. */
const MOST_READ = 5

/**
 * Reads the messages after a survey, in order. It depends on nothing else, so that it may be done again whenever one
 * comes late, is corrected, or goes. Once something else was written to the customer, a number may answer that: then
 * it is for an agent to say.
 */
export function answerOf(kind: SurveyKind, said: readonly Said[]): Found {
  let answer: FoundAnswer | null = null
  let optedOutAt: number | null = null
  let isLater = false
  let read = 0
  for (const { event, at, outbound, text } of said) {
    if (outbound) {
      isLater = true
      continue
    }
    read += 1
    if (read > MOST_READ) break
    const reading = readAnswer(kind, text)
    switch (reading.kind) {
      case 'opt-out':
        optedOutAt ??= at
        break
      case 'words':
        if (answer === null && !isLater) answer = { state: 'words', event, at }
        break
      case 'score':
        answer = withScore(answer, { event, at, score: reading.value }, reading.correction, isLater)
        break
      case 'uncertain':
        // After other words a doubtful number is taken for what it says elsewhere.
        if (answer === null && !isLater) {
          answer = { state: 'asking', event, at, candidates: reading.candidates, why: reading.why }
        }
        break
      case 'none':
    }
    // What comes after "no more of this" answers nothing.
    if (optedOutAt !== null) break
  }
  return { answer, optedOutAt }
}

function withScore(
  before: FoundAnswer | null,
  found: { readonly event: string; readonly at: number; readonly score: number },
  correction: boolean,
  isLater: boolean
): FoundAnswer {
  const { score, ...place } = found
  if (before?.state === 'score' && !correction) {
    if (isLater || before.score === score) return before
    return { state: 'asking', ...place, candidates: [score, before.score], why: 'several' }
  }
  if (isLater && before?.state !== 'score') {
    return before ?? { state: 'asking', ...place, candidates: [score], why: 'later' }
  }
  return { state: 'score', ...place, score }
}
