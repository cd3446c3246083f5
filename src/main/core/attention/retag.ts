import type { NoticePlan, NoticeRule } from '../../../shared/domain/notice-plan.ts'

/** Rules of notifications that named another tag, and those that would have come twice, with their places. */
export interface RetaggedRules {
  readonly changed: readonly string[]
  readonly dropped: readonly { readonly at: number; readonly rule: NoticeRule }[]
}

/** Rules about one tag are about another one. Of two that are about the same then, the first decided anyway. */
export function retagRules(
  plan: NoticePlan,
  from: string,
  to: string
): { readonly plan: NoticePlan; readonly retagged: RetaggedRules } {
  const changed = plan.rules.filter(({ when }) => when.tag === from).map(({ id }) => id)
  const rules = plan.rules.map((rule) => (changed.includes(rule.id) ? withTag(rule, to) : rule))
  const twice = rules.map((rule, at) => rules.findIndex((other) => conditionOf(other) === conditionOf(rule)) < at)
  const dropped = plan.rules.map((rule, at) => ({ at, rule })).filter(({ at }) => twice[at])
  return { plan: { ...plan, rules: rules.filter((_, at) => !twice[at]) }, retagged: { changed, dropped } }
}

/** The way back; a rule that was changed or removed since stays so. */
export function undoRetagRules(
  plan: NoticePlan,
  { changed, dropped }: RetaggedRules,
  tag: { readonly from: string; readonly to: string }
): NoticePlan {
  let rules = plan.rules.map((rule) =>
    changed.includes(rule.id) && rule.when.tag === tag.to ? withTag(rule, tag.from) : rule
  )
  for (const { at, rule } of dropped) {
    if (rules.every(({ id }) => id !== rule.id)) rules = rules.toSpliced(Math.min(at, rules.length), 0, rule)
  }
  return { ...plan, rules }
}

function withTag(rule: NoticeRule, tag: string): NoticeRule {
  return { ...rule, when: { ...rule.when, tag } }
}

/** As `noticePlanProblem` compares them. */
function conditionOf({ when }: NoticeRule): string {
  return JSON.stringify({ ...when, keyword: when.keyword.trim().toLowerCase() })
}
