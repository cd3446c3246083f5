import { findMissingGreeting } from './greeting.ts'
import { languageRule } from './language.ts'
import { findLength } from './length.ts'
import { findLinks } from './link.ts'
import { otherCustomerRule } from './other-customer.ts'
import { findPersonalData } from './personal-data.ts'
import { findPlaceholders } from './placeholder.ts'
import { checkedText } from './plain.ts'
import {
  type CheckContext,
  type CheckedText,
  type CheckLevels,
  type DetectLanguage,
  type Finding,
  type SendCheckRule,
  sendCheckRules,
  type VoiceWord
} from './rule.ts'
import { findShouting } from './shouting.ts'
import { unansweredQuestionRule } from './unanswered-question.ts'
import { voiceRule } from './voice.ts'

export interface SendCheckParts {
  readonly context: CheckContext
  readonly levels: CheckLevels
  readonly voice: readonly VoiceWord[]
  /** Null while it is not loaded: then nothing is said about languages. */
  readonly detectLanguage: DetectLanguage | null
}

/** What each of these finds depends on the conversation; for all others there need be none. */
export const contextualRules = [
  'other-customer',
  'unanswered-question',
  'language',
  'greeting'
] as const satisfies readonly SendCheckRule[]

/**
 * Looks at a reply before it leaves.
 * @returns the findings of all rules that are on, in the order of the text; those about the whole of it last
 */
export type SendCheck = (text: string) => readonly Finding[]

/** Prepares the check of one conversation: what depends on it alone is worked out once, so that a letter costs little. */
export function prepareSendCheck({ context, levels, voice, detectLanguage }: SendCheckParts): SendCheck {
  const rules: Readonly<Record<SendCheckRule, (checked: CheckedText) => Finding[]>> = {
    placeholder: findPlaceholders,
    'other-customer': otherCustomerRule(context),
    'personal-data': findPersonalData,
    link: findLinks,
    'unanswered-question': unansweredQuestionRule(context),
    language: detectLanguage === null ? () => [] : languageRule(context, detectLanguage),
    voice: voiceRule(voice),
    shouting: findShouting,
    greeting: (checked) => findMissingGreeting(checked, context),
    length: findLength
  }
  const active = sendCheckRules.filter((rule) => levels[rule] !== 'off').map((rule) => rules[rule])
  return (text) => {
    if (text.trim() === '') return []
    const checked = checkedText(text)
    return active.flatMap((rule) => rule(checked)).toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}

function placeOf({ spans }: Finding): number {
  return spans[0]?.[0] ?? Number.MAX_SAFE_INTEGER
}

/** The text after a quick fix. */
export function fixed(text: string, { fix }: Finding): string {
  return fix === null ? text : text.slice(0, fix.span[0]) + fix.text + text.slice(fix.span[1])
}
