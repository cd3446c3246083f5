import { MOST_CONVERSATIONS } from '../../../../shared/domain/conversation.ts'

/** Which conversations are chosen to be worked on together. */
export interface Selection {
  /** The queue and account it was made in: it holds nowhere else. */
  readonly place: string
  readonly chosen: ReadonlySet<string>
  /** Where a range begins. */
  readonly anchor: string | null
  /** What was chosen before the range grew. */
  readonly base: ReadonlySet<string>
}

interface Listed {
  readonly id: string
}

const none: ReadonlySet<string> = new Set()

export function emptySelection(place: string): Selection {
  return { place, chosen: none, anchor: null, base: none }
}

/** Chooses a conversation, or no longer. */
export function toggleChosen(selection: Selection, conversation: string): Selection {
  const chosen = new Set(selection.chosen)
  if (!chosen.delete(conversation) && chosen.size < MOST_CONVERSATIONS) chosen.add(conversation)
  return { ...selection, chosen, anchor: conversation, base: chosen }
}

/**
 * Chooses all from the anchor to `to`, in place of the range before; what was chosen otherwise stays.
 * @param from where the range begins when nothing has begun one: the open conversation
 */
export function extendChosen(
  selection: Selection,
  rows: readonly Listed[],
  from: string | null,
  to: string
): Selection {
  const begins = rows.some((row) => row.id === selection.anchor) ? selection.anchor : from
  const anchor = rows.some((row) => row.id === begins) ? begins : to
  const places = [anchor, to].map((id) => rows.findIndex((row) => row.id === id)).toSorted((a, b) => a - b)
  const [first = 0, last = 0] = places
  const range = rows.slice(first, last + 1).map((row) => row.id)
  const chosen = new Set([...selection.base, ...range].slice(0, MOST_CONVERSATIONS))
  return { ...selection, chosen, anchor }
}

/** Chooses all of these. */
export function chooseAll(selection: Selection, conversations: readonly string[]): Selection {
  const chosen = new Set(conversations.slice(0, MOST_CONVERSATIONS))
  return { ...selection, chosen, anchor: null, base: chosen }
}

/** What a command is about: what is chosen, else the open conversation. */
export function targetsOf(selection: Selection, open: string | null): readonly string[] {
  if (selection.chosen.size > 0) return [...selection.chosen]
  return open === null ? [] : [open]
}
