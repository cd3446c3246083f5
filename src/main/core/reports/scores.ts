import type { ReportScores, ReportSurveys } from '../../../shared/contract/report-rows.ts'
import { scales } from '../../../shared/domain/survey/survey.ts'
import type { SurveyFact } from './facts.ts'

/** Counts what came of surveys. */
export interface Scores {
  add(fact: Pick<SurveyFact, 'kind' | 'answered' | 'score'>): void
  csat(): ReportScores
  figures(): ReportSurveys
}

/** Who answers 9 or 10 of 10 recommends, who answers 6 or less does the opposite: so is the Net Promoter Score defined. */
const PROMOTER = 9
const DETRACTOR = 6

export function createScores(): Scores {
  let sent = 0
  let answered = 0
  const csat = { count: 0, content: 0, sum: 0 }
  const nps = { count: 0, balance: 0 }
  return {
    add(fact) {
      sent += 1
      if (fact.answered) answered += 1
      const { kind, score } = fact
      if (score === null) return
      if (kind === 'csat') {
        csat.count += 1
        csat.sum += score
        if (score >= scales.csat.high) csat.content += 1
      } else if (kind === 'nps') {
        nps.count += 1
        nps.balance += score >= PROMOTER ? 1 : score <= DETRACTOR ? -1 : 0
      }
    },
    csat: () => ({ count: csat.count, content: csat.content }),
    figures: () => ({
      sent,
      answered,
      csat: { count: csat.count, content: csat.content, mean: csat.count === 0 ? null : csat.sum / csat.count },
      nps: { count: nps.count, value: nps.count === 0 ? null : Math.round((nps.balance / nps.count) * 100) }
    })
  }
}
