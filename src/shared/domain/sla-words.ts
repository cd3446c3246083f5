import { assertNever } from '../assert-never.ts'
import type { Sentence } from '../i18n/message.ts'
import type { PlanProblem, SlaPlan } from './sla.ts'

/** One sentence that says what to do. */
export function planProblemSentence(problem: PlanProblem, plan: SlaPlan): Sentence {
  switch (problem.kind) {
    case 'zone':
      return {
        pattern: 'There is no time zone “{zone}”. Choose one from the list, e.g. Europe/Berlin.',
        values: { zone: plan.hours.zone }
      }
    case 'never-open':
      return { pattern: 'With these hours nobody ever answers. Add hours to at least one day.' }
    case 'backwards':
      return {
        pattern:
          'On {day, select, d0 {Monday} d1 {Tuesday} d2 {Wednesday} d3 {Thursday} d4 {Friday} d5 {Saturday} other {Sunday}}, hours end before they begin. Let them end later; after midnight they go on with the next day.',
        values: { day: `d${problem.day}` }
      }
    case 'overlap':
      return {
        pattern:
          'On {day, select, d0 {Monday} d1 {Tuesday} d2 {Wednesday} d3 {Thursday} d4 {Friday} d5 {Saturday} other {Sunday}}, two times overlap. Let the second begin when the first has ended.',
        values: { day: `d${problem.day}` }
      }
    case 'holiday':
      return {
        pattern: '“{date}” is no date. Write holidays as year-month-day, e.g. 2026-12-25.',
        values: { date: problem.date }
      }
    case 'no-policy':
      return { pattern: 'Without a policy nothing is promised. Add one, or switch answer times off.' }
    case 'no-name':
      return { pattern: 'A policy needs a name.' }
    case 'no-target':
      return {
        pattern: '“{policy}” promises nothing. Give it a time for the first answer or for later ones.',
        values: { policy: nameOf(plan, problem.policy) }
      }
    case 'same-id':
      return {
        pattern: '“{policy}” is there twice. Remove one of the two.',
        values: { policy: nameOf(plan, problem.policy) }
      }
    default:
      return assertNever(problem)
  }
}

function nameOf(plan: SlaPlan, policy: string): string {
  return plan.policies.find(({ id }) => id === policy)?.name ?? ''
}
