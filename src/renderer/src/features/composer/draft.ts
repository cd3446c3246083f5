import { MAX_TEXT_LENGTH } from '../../../../shared/domain/message.ts'

/** A reply that is being written. */
export interface Draft {
  readonly text: string
  /** What the core has, or will have once it has answered. */
  readonly saved: string
  /** How many saves and replies the core has not answered yet. */
  readonly pending: number
}

export const emptyDraft: Draft = { text: '', saved: '', pending: 0 }

/** The text is on its way to the core. */
export function saving(draft: Draft): Draft {
  return { ...draft, saved: draft.text, pending: draft.pending + 1 }
}

/** The core has answered a save. @param before what it had, when the save failed; null when it went well */
export function saved(draft: Draft, before: string | null): Draft {
  return { ...draft, saved: before ?? draft.saved, pending: draft.pending - 1 }
}

/** The text is on its way as a reply: the field is empty at once. */
export function sending(draft: Draft): Draft {
  return { text: '', saved: '', pending: draft.pending + 1 }
}

/** A reply that could not be handed over stands before what was typed since. @param before what the core still has */
export function notSent(draft: Draft, reply: string, before: string): Draft {
  return { text: joined(reply, draft.text), saved: before, pending: draft.pending - 1 }
}

/**
 * Takes in what the core says the draft is. While it still owes answers, that may be an echo of the past and counts
 * for nothing. Otherwise something else has changed the draft (a reply was taken back): an untouched text gives way,
 * and one that is being typed is joined, never replaced.
 */
export function heard(draft: Draft, incoming: string): Draft {
  if (draft.pending > 0 || incoming === draft.saved) return draft
  if (draft.text === draft.saved) return { ...draft, text: incoming, saved: incoming }
  return { ...draft, text: joinTyped(draft, incoming), saved: incoming }
}

function joinTyped(draft: Draft, incoming: string): string {
  if (draft.saved === '') return joined(incoming, draft.text)
  // The core puts a reply that comes back in front of the draft it has.
  if (!incoming.endsWith(draft.saved)) return draft.text
  return incoming.slice(0, incoming.length - draft.saved.length) + draft.text
}

function joined(first: string, second: string): string {
  if (first.trim() === '') return second
  return second.trim() === '' ? first : `${first}\n\n${second}`
}

/** How many characters are left; null while there are plenty. */
export function charactersLeft(text: string): number | null {
  const left = MAX_TEXT_LENGTH - text.length
  return left > 1_000 ? null : left
}

export function canSend(text: string): boolean {
  return text.trim() !== '' && text.length <= MAX_TEXT_LENGTH
}
