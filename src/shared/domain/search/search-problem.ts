import type { Sentence } from '../../i18n/message.ts'

/** What is wrong with a part of a search, [from, to) in its text. The rest of the search still holds. */
export interface SearchProblem {
  readonly code:
    | 'unknown-operator'
    | 'unknown-value'
    | 'unknown-name'
    | 'removed-name'
    | 'broken-view'
    | 'missing-value'
    | 'bad-date'
    | 'stray-parenthesis'
    | 'too-deep'
  readonly from: number
  readonly to: number
  /** As it was written: the operator, or the value. */
  readonly given: string
  readonly operator: string | null
  /** What would mend it in the place of that part; null when nothing comes near. */
  readonly replacement: string | null
  /** What could stand there instead; empty when that is not a short list. */
  readonly choices: readonly string[]
}

/** The problem in one sentence or two that say what to do, to be worded. */
export function problemSentence(problem: SearchProblem): Sentence {
  const { code, given, replacement } = problem
  const operator = problem.operator ?? ''
  const choices = problem.choices.join(', ')
  switch (code) {
    case 'unknown-operator':
      return replacement === null
        ? { pattern: 'There is no operator “{given}:”. Put the words in quotes to look for them.', values: { given } }
        : { pattern: 'There is no operator “{given}:”. Did you mean “{replacement}”?', values: { given, replacement } }
    case 'unknown-value':
      return replacement === null
        ? {
            pattern: '“{operator}:” does not take “{given}”. It takes {choices}.',
            values: { operator, given, choices }
          }
        : {
            pattern: '“{operator}:” does not take “{given}”. Did you mean “{replacement}”?',
            values: { operator, given, replacement }
          }
    case 'unknown-name':
      return replacement === null
        ? {
            pattern:
              'There is no {operator, select, from {person} to {person} tag {tag} in {queue, saved view or account} assigned {person in the team} category {category} other {such thing}} “{given}”.',
            values: { operator, given }
          }
        : {
            pattern:
              'There is no {operator, select, from {person} to {person} tag {tag} in {queue, saved view or account} assigned {person in the team} category {category} other {such thing}} “{given}”. Did you mean “{replacement}”?',
            values: { operator, given, replacement }
          }
    case 'removed-name':
      return {
        pattern:
          '{operator, select, in {The saved view} tag {The tag} assigned {The person} category {The category} other {What was named}} “{given}” was removed.',
        values: { operator, given }
      }
    case 'broken-view':
      return {
        pattern: 'The saved view “{given}” cannot be searched in: something in it is wrong, or it leads back here.',
        values: { given }
      }
    case 'missing-value':
      return problem.choices.length === 0
        ? { pattern: '“{operator}:” needs a value.', values: { operator } }
        : { pattern: '“{operator}:” needs a value: {choices}.', values: { operator, choices } }
    case 'bad-date':
      return {
        pattern: '“{given}” is no date. Write 2026-03-01, yesterday, 7d or "last week".',
        values: { given }
      }
    case 'stray-parenthesis':
      return { pattern: 'There is a “)” without its “(”.' }
    case 'too-deep':
      return { pattern: 'These parentheses are nested too deep. Say it with fewer.' }
  }
}
