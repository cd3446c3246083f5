import { assertNever } from '../assert-never.ts'
import type { Sentence } from '../i18n/message.ts'
import type { NoticePlan, NoticePlanProblem } from './notice-plan.ts'
import { planProblemSentence } from './sla-words.ts'
import { startingPlan } from './sla.ts'

/** One sentence that says what to do, to be worded. */
export function noticeProblemSentence(problem: NoticePlanProblem, plan: NoticePlan): Sentence {
  switch (problem.kind) {
    case 'never-open':
      return { pattern: 'With these hours nothing is ever told. Add hours to at least one day, or switch them off.' }
    case 'zone':
    case 'backwards':
    case 'overlap':
    case 'holiday':
      return planProblemSentence(problem, startingPlan(plan.hours.zone, ''))
    case 'no-condition':
      return {
        pattern:
          'Rule {rule, number} has no condition, so that it would swallow everything. Give it one, or remove it.',
        values: { rule: problem.rule + 1 }
      }
    case 'never-fits':
      return {
        pattern: 'Rule {rule, number} can never fit: its conditions exclude each other. Change one of them.',
        values: { rule: problem.rule + 1 }
      }
    case 'same':
      return {
        pattern: 'Rules {other, number} and {rule, number} say the same. Remove one of the two.',
        values: { rule: problem.rule + 1, other: problem.other + 1 }
      }
    case 'contradicts':
      return {
        pattern:
          'Rules {other, number} and {rule, number} contradict each other: one tells what the other keeps quiet. Remove one of the two.',
        values: { rule: problem.rule + 1, other: problem.other + 1 }
      }
    default:
      return assertNever(problem)
  }
}
