import { createTimes, type Times } from './durations.ts'
import type { AnswerFact, ResolvedFact } from './facts.ts'
import { createScores, type Scores } from './scores.ts'

/** What is counted of everything: of a period, a part of it, an agent, an account, a category. */
export interface Counted {
  messagesIn: number
  messagesOut: number
  started: number
  reopened: number
  resolved: number
  kept: number
  broken: number
  readonly first: Times
  readonly later: Times
  readonly resolution: Times
  readonly scores: Scores
}

export function newCounted(): Counted {
  return {
    messagesIn: 0,
    messagesOut: 0,
    started: 0,
    reopened: 0,
    resolved: 0,
    kept: 0,
    broken: 0,
    first: createTimes(),
    later: createTimes(),
    resolution: createTimes(),
    scores: createScores()
  }
}

/** A promise that was broken is counted when it was due, not with the late answer. */
export function countAnswer(counted: Counted, { kind, wall, open, policy, late }: AnswerFact): void {
  if (kind === 'first') counted.first.add(wall, open)
  else counted.later.add(wall, open)
  if (policy !== null && !late) counted.kept += 1
}

export function countResolved(counted: Counted, { wall, open }: ResolvedFact): void {
  counted.resolved += 1
  if (wall !== null && open !== null) counted.resolution.add(wall, open)
}
