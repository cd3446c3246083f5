import { planProblemSentence } from '../../../../shared/domain/sla-words.ts'
import type { SlaPlan, SlaPolicy } from '../../../../shared/domain/sla.ts'
import { translator } from '../../i18n/language.ts'
import { t } from '../../i18n/t.ts'
import { unreadableHoursWords } from '../../ui/HoursFields/day-names.ts'
import { formatWait } from '../../ui/time.ts'
import { categoryWords, priorityWords } from '../inbox/triage-words.tsx'
import type { DraftProblem } from './plan-draft.ts'

/** One sentence that says what to do. */
export function draftProblemWords(problem: DraftProblem, plan: SlaPlan): string {
  if (problem.kind === 'unreadable') return unreadableHoursWords(problem.day)
  const { pattern, values } = planProblemSentence(problem, plan)
  return translator().sentence(pattern, values)
}

/** `first answer 1 h, later answers 4 h, round the clock` */
export function targetWords({ first, next, always }: SlaPolicy): string {
  const minutes = (count: number): string => formatWait(count * 60_000)
  return [
    first === null ? null : t('first answer {time}', { time: minutes(first) }),
    next === null ? null : t('later answers {time}', { time: minutes(next) }),
    always ? t('round the clock') : null
  ]
    .filter((part) => part !== null)
    .join(', ')
}

/** Names of tags and accounts by their ids. */
export interface Named {
  readonly tags: ReadonlyMap<string, string>
  readonly accounts: ReadonlyMap<string, string>
}

/** `Complaint or Billing; Urgent; #vip`, or everything. */
export function conditionWords({ when }: SlaPolicy, named: Named): string {
  const any = (words: readonly string[]): string =>
    new Intl.ListFormat(translator().locale, { type: 'disjunction' }).format(words)
  const parts = [
    when.categories.map((category) => t(categoryWords[category])),
    when.priorities.map((priority) => t(priorityWords[priority])),
    when.tags.map((tag) => `#${named.tags.get(tag) ?? t('a tag that is gone')}`),
    when.accounts.map((account) => named.accounts.get(account) ?? t('an account that is gone'))
  ].filter((words) => words.length > 0)
  return parts.length === 0 ? t('All conversations') : parts.map(any).join('; ')
}
