import { intentsOf } from './intents.ts'
import { manners } from './manners.ts'
import type { CustomerScript, Intent, Line, ReplyRule } from './script.ts'
import { isLineList } from './script.ts'
import type { CustomerState } from './state.ts'
import { surveyAnswer, surveyScale } from './survey-answers.ts'

/** Nobody goes on for ever, whatever the shop says. */
const MAX_ANSWERS = 7
/** Manners that fit nearly everything; the script's own words go first. */
const WEAK: readonly Intent[] = ['asks', 'thanks', 'anything']

export interface Answer {
  readonly lines: readonly Line[]
  /** The customer has nothing more to ask. */
  readonly settles: boolean
}

/**
 * What a customer says to the shop's words, and marks it as said in `state`. Null when the customer has nothing to add.
 */
export function answerTo(script: CustomerScript, state: CustomerState, heard: string): Answer | null {
  if (script.silent === true || state.answers >= MAX_ANSWERS) return null
  const most = surveyScale(heard)
  if (most !== null) {
    const line = surveyAnswer(script, most)
    if (line === null) return null
    state.answers += 1
    return { lines: [line], settles: true }
  }
  const intents = intentsOf(heard)
  const own = script.replies ?? []
  const polite = manners[script.language ?? 'en']
  const strong = polite.map((rule) => (isWeak(rule) ? null : rule))
  const weak = polite.map((rule) => (isWeak(rule) ? rule : null))

  const found =
    firstFitting(own, 's', state, intents) ??
    firstFitting(strong, 'm', state, intents) ??
    nextOtherwise(script, state) ??
    firstFitting(weak, 'm', state, intents)
  if (found === null) return null
  state.answers += 1
  return { lines: found.lines, settles: found.intents.some((intent) => intent === 'closes' || intent === 'thanks') }
}

/** Ends the matter of the script: from now on only manners answer. A new matter begins. */
export function beginNewMatter(script: CustomerScript, state: CustomerState): void {
  state.used = (script.replies ?? []).map((_, index) => `s${index}`)
  state.otherwise = script.otherwise?.length ?? 0
  state.answers = 0
  state.settled = false
}

interface Found {
  readonly lines: readonly Line[]
  readonly intents: readonly Intent[]
}

function firstFitting(
  rules: readonly (ReplyRule | null)[],
  prefix: string,
  state: CustomerState,
  intents: ReadonlySet<Intent>
): Found | null {
  for (const [index, rule] of rules.entries()) {
    const key = `${prefix}${index}`
    if (rule === null || state.used.includes(key)) continue
    const wanted = whens(rule)
    if (!wanted.some((intent) => intents.has(intent))) continue
    state.used.push(key)
    return { lines: isLineList(rule.say) ? rule.say : [rule.say], intents: wanted }
  }
  return null
}

function nextOtherwise(script: CustomerScript, state: CustomerState): Found | null {
  const line = script.otherwise?.[state.otherwise]
  if (line === undefined) return null
  state.otherwise += 1
  return { lines: [line], intents: [] }
}

function whens(rule: ReplyRule): readonly Intent[] {
  return typeof rule.when === 'string' ? [rule.when] : rule.when
}

function isWeak(rule: ReplyRule): boolean {
  return whens(rule).every((intent) => WEAK.includes(intent))
}
