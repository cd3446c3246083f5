import type { CheckContext, CheckLevel, SendCheckRule, VoiceWord } from '../domain/send-check/rule.ts'

/** What the lead decided about a rule; there is one row for each. */
export interface SendCheckRuleRow {
  readonly id: SendCheckRule
  readonly level: CheckLevel
  /** How often a reply was sent although this rule had spoken up, in the last 30 days. */
  readonly sentAnyway: number
}

/** A word off the brand's voice list, in the order of the alphabet. */
export interface VoiceWordRow extends VoiceWord {
  readonly id: string
}

/** One row (id = conversation key): what the send check knows about a conversation. */
export interface CheckContextRow extends CheckContext {
  readonly id: string
}
