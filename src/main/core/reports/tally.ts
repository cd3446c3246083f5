import type { ReportFigures } from '../../../shared/contract/report-rows.ts'
import { countAnswer, countResolved, newCounted } from './counted.ts'
import type { FactTaker } from './facts.ts'

/** Counts what happened in a period. */
export interface Tally extends FactTaker {
  figures(backlog: number | null): ReportFigures
}

export function createTally(): Tally {
  const all = newCounted()
  const conversations = new Set<number>()
  return {
    message({ conversation, outbound }) {
      conversations.add(conversation)
      if (outbound) all.messagesOut += 1
      else all.messagesIn += 1
    },
    answered: (fact) => countAnswer(all, fact),
    resolved: (fact) => countResolved(all, fact),
    returned() {
      all.reopened += 1
    },
    broken() {
      all.broken += 1
    },
    leftOut: () => undefined,
    used: () => undefined,
    given: () => undefined,
    surveyed: (fact) => all.scores.add(fact),
    started() {
      all.started += 1
    },
    figures(backlog) {
      const { first, later, resolution, scores, ...counts } = all
      return {
        ...counts,
        conversations: conversations.size,
        first: first.figures(),
        later: later.figures(),
        resolution: resolution.figures(),
        backlog,
        surveys: scores.figures()
      }
    }
  }
}
