import { MAX_TEXT_LENGTH } from './message.ts'

/** What is written in the composer: a reply to the customer, or an internal note that never leaves the desk. */
export const draftModes = ['reply', 'note'] as const
export type DraftMode = (typeof draftModes)[number]

/** A draft may be far longer than what X takes: cutting it down is the agent's decision, never ours. */
export const MAX_DRAFT_LENGTH = MAX_TEXT_LENGTH * 20

export const MAX_NOTE_LENGTH = 20_000

/** Why an earlier text of a draft is kept. */
export const versionReasons = ['typed', 'cleared', 'sent', 'discarded', 'replaced', 'other-window'] as const
export type VersionReason = (typeof versionReasons)[number]

/** Whether there is nothing in a text: such a draft counts as none. */
export function isBlank(text: string): boolean {
  return text.trim() === ''
}
