import {
  type CheckLevels,
  type Finding,
  findingKey,
  type SendCheckRule
} from '../../../../shared/domain/send-check/rule.ts'

/** A finding with what the lead says about its rule. */
export interface JudgedFinding extends Finding {
  readonly key: string
  readonly blocks: boolean
}

export function judge(findings: readonly Finding[], levels: CheckLevels): JudgedFinding[] {
  return findings.map((found) => ({
    ...found,
    key: findingKey(found),
    blocks: found.rule === 'promo' || levels[found.rule] === 'block'
  }))
}

/** What is still to be said: an agent who ignores a finding has seen it, but nobody ignores what blocks. */
export function unignored(findings: readonly JudgedFinding[], ignored: ReadonlySet<string>): JudgedFinding[] {
  return findings.filter((found) => found.blocks || !ignored.has(found.key))
}

/** Why a reply does not leave: it is asked about once, or stopped until it is changed. */
export type Held = 'asked' | 'blocked'

/** Why a reply does not leave now; null when it does. @param asked keys of what was asked about before */
export function heldBack(findings: readonly JudgedFinding[], asked: ReadonlySet<string>): Held | null {
  if (findings.some((found) => found.blocks)) return 'blocked'
  return findings.some((found) => !asked.has(found.key)) ? 'asked' : null
}

/** Rules that spoke up about a reply that leaves all the same. */
export function overriddenRules(findings: readonly JudgedFinding[]): SendCheckRule[] {
  return [...new Set(findings.flatMap(({ blocks, rule }) => (blocks || rule === 'promo' ? [] : [rule])))]
}

/** What becomes of a text that is to leave. */
export type Verdict =
  | { readonly passes: true; readonly overridden: readonly SendCheckRule[] }
  /** `keys`: of what is asked about. */
  | { readonly passes: false; readonly keys: readonly string[] }

/** What was said about texts before this one. */
export interface SaidBefore {
  /** Keys of what was asked about. */
  readonly asked: ReadonlySet<string>
  /** The text that was asked about last: what a part that came late had to say about it stood in the list meanwhile. */
  readonly about: string | null
  readonly ignored: ReadonlySet<string>
}

export function decide(findings: readonly JudgedFinding[], text: string, before: SaidBefore): Verdict {
  const open = unignored(findings, before.ignored)
  const keys = open.map((found) => found.key)
  const asked = text === before.about ? new Set([...before.asked, ...keys]) : before.asked
  if (heldBack(open, asked) === null) return { passes: true, overridden: overriddenRules(findings) }
  return { passes: false, keys: [...new Set([...asked, ...keys])] }
}
