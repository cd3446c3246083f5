import type { DraftSaved } from '../../../../shared/contract/commands.ts'
import { isBlank } from '../../../../shared/domain/draft.ts'
import { MAX_TEXT_LENGTH } from '../../../../shared/domain/message.ts'

/** What the core has. */
export interface StoredDraft {
  readonly text: string
  /** Null: there is no draft. */
  readonly revision: string | null
  /** A reply that was taken back stands in front of what was typed. */
  readonly returned: boolean
}

/** A text that is being written. */
export interface Draft {
  readonly text: string
  /** What was handed to the core last. */
  readonly saved: string
  /** The revision of `saved`, once the core has answered: what the text grew from. */
  readonly base: string | null
  /** Whether the core has said what was written here before. */
  readonly loaded: boolean
  /** How many saves and replies the core has not answered yet. */
  readonly pending: number
  /** What another window made of the draft while this one was being written; null when there is no such quarrel. */
  readonly conflict: StoredDraft | null
}

export const emptyDraft: Draft = { text: '', saved: '', base: null, loaded: false, pending: 0, conflict: null }

/** A text is on its way to the core. @param revision the name of what is saved now */
export function saving(draft: Draft, text: string, revision: string): Draft {
  return { ...draft, saved: text, base: isBlank(text) ? null : revision, pending: draft.pending + 1 }
}

/** The core has answered a save. @param before the draft when it was saved @param answer null when the save failed */
export function saved(draft: Draft, before: Draft, answer: DraftSaved | null): Draft {
  const now = { ...draft, pending: draft.pending - 1 }
  if (answer === null) return { ...now, saved: before.saved, base: before.base }
  if (answer.saved || answer.current === null) return { ...now, conflict: null }
  const { text, revision } = answer.current
  if (text === now.text) return { ...now, saved: text, base: revision, conflict: null }
  return { ...now, conflict: { text, revision, returned: false } }
}

/** The text is on its way as a reply or a note: the field is empty at once. */
export function sending(draft: Draft): Draft {
  return { ...emptyDraft, loaded: true, pending: draft.pending + 1 }
}

/** The core has taken the reply. */
export function sent(draft: Draft): Draft {
  return { ...draft, pending: draft.pending - 1 }
}

/** A reply that could not be handed over stands before what was typed since. @param before the draft when it was sent */
export function notSent(draft: Draft, before: Draft): Draft {
  const { saved: had, base, conflict } = before
  return { ...draft, text: joined(before.text, draft.text), saved: had, base, conflict, pending: draft.pending - 1 }
}

/** An earlier version is put in the field; the core keeps what was there. */
export function restoring(draft: Draft, text: string, revision: string): Draft {
  return { ...draft, text, saved: text, base: revision, conflict: null, pending: draft.pending + 1 }
}

/** The agent decides for the text of the other window. */
export function takingOther(draft: Draft): Draft {
  if (draft.conflict === null) return draft
  const { text, revision } = draft.conflict
  return { ...draft, text, saved: text, base: revision, conflict: null }
}

/** The agent decides for the text of this window: it is saved over the other one, which the core keeps. */
export function keepingMine(draft: Draft): Draft {
  if (draft.conflict === null) return draft
  return { ...draft, saved: draft.conflict.text, base: draft.conflict.revision, conflict: null }
}

/**
 * Takes in what the core says the draft is. While it still owes answers, that may be an echo of the past and counts
 * for nothing. Otherwise something else has changed the draft: an untouched text gives way; a reply that was taken back
 * joins what is being typed; what another window wrote stands beside it, until the agent decides.
 */
export function heard(draft: Draft, stored: StoredDraft): Draft {
  if (!draft.loaded) return firstHeard(draft, stored)
  if (draft.pending > 0 || stored.revision === draft.base) return draft
  if (draft.conflict !== null && stored.revision === draft.conflict.revision) return draft
  const followed = { ...draft, saved: stored.text, base: stored.revision, conflict: null }
  // Nothing is there any more: what is being typed here is the draft.
  if (stored.revision === null) return { ...followed, text: untouched(draft) ? '' : draft.text }
  if (untouched(draft) || stored.text === draft.text) return { ...followed, text: stored.text }
  if (stored.returned && stored.text.endsWith(draft.saved) && draft.conflict === null) {
    return { ...followed, text: joinTyped(draft, stored.text) }
  }
  return { ...draft, conflict: stored }
}

/** Letters typed while the draft was on its way go where they would have gone: behind it. */
function firstHeard(draft: Draft, stored: StoredDraft): Draft {
  const { text, revision } = stored
  return { ...draft, text: text + draft.text, saved: text, base: revision, loaded: true }
}

function untouched(draft: Draft): boolean {
  return draft.text === draft.saved && draft.conflict === null
}

function joinTyped(draft: Draft, incoming: string): string {
  if (draft.saved === '') return joined(incoming, draft.text)
  // The core puts a reply that comes back in front of the draft it has.
  return incoming.slice(0, incoming.length - draft.saved.length) + draft.text
}

function joined(first: string, second: string): string {
  if (isBlank(first)) return second
  return isBlank(second) ? first : `${first}\n\n${second}`
}

/** How many characters are left; null while there are plenty. */
export function charactersLeft(text: string, most: number = MAX_TEXT_LENGTH): number | null {
  const left = most - text.length
  return left > most / 5 ? null : left
}

export function canSend(text: string, most: number = MAX_TEXT_LENGTH): boolean {
  return !isBlank(text) && text.length <= most
}
