import { assertNever } from '../../assert-never.ts'
import type { Sentence } from '../../i18n/message.ts'
import { LONGEST_RANGE_DAYS, type RangeProblem, type ReportRange } from './report-range.ts'

/** One sentence that says what to do. */
export function rangeProblemSentence(problem: RangeProblem, { zone }: ReportRange): Sentence {
  switch (problem) {
    case 'zone':
      return {
        pattern: 'There is no time zone “{zone}”. Choose one from the list, e.g. Europe/Berlin.',
        values: { zone }
      }
    case 'date':
      return { pattern: 'A report goes from one day to another. Write both as year-month-day, e.g. 2026-11-30.' }
    case 'backwards':
      return { pattern: 'The last day lies before the first one. Choose a later last day.' }
    case 'too-long':
      return {
        pattern: 'A report covers at most {days} days. Choose a later first day.',
        values: { days: LONGEST_RANGE_DAYS }
      }
    default:
      return assertNever(problem)
  }
}
