import type { ReplyAction, UseOrigin } from '../../../../../shared/domain/library/canned-reply.ts'

/** A canned reply that was put into a draft. */
export interface Inserted {
  readonly reply: string
  readonly version: string
  /** As it was inserted, before anybody changed it. */
  readonly text: string
  readonly actions: readonly ReplyAction[]
  /** How the agent came to it. */
  readonly from: UseOrigin
}

/** What went into the draft of a conversation, in the order in which it came, and which actions were taken out by hand. */
export interface DraftInserts {
  readonly replies: readonly Inserted[]
  /** Keys of actions, see `actionKey`. */
  readonly dropped: readonly string[]
  /** What left with it last, in case it is taken back: the text comes back into the draft then. */
  readonly sent: { readonly text: string; readonly replies: readonly Inserted[] } | null
}

export const noInserts: DraftInserts = { replies: [], dropped: [], sent: null }

/** The contract takes so many with one reply. */
const MOST = 20
/** A reply of which less than this share of words is left was taken out again, or written anew. */
const LEFT = 0.3

/** One more reply is in the draft; what it does is done, also when the same was taken out before. */
export function withInserted(before: DraftInserts, inserted: Inserted): DraftInserts {
  const own = new Set(inserted.actions.map(actionKey))
  return {
    ...before,
    replies: [...before.replies, inserted].slice(-MOST),
    dropped: before.dropped.filter((key) => !own.has(key))
  }
}

/** A text has left. What was inserted since it was handed over belongs to the next one. */
export function afterSending(before: DraftInserts, text: string, left: readonly Inserted[]): DraftInserts {
  const gone = new Set(left)
  return {
    replies: before.replies.filter((reply) => !gone.has(reply)),
    dropped: [],
    sent: left.length === 0 ? null : { text: text.trim(), replies: left }
  }
}

/** The same action of two replies is one. What a conversation can have but one of is named once: the later holds. */
export function actionKey(action: ReplyAction): string {
  switch (action.kind) {
    case 'tag':
      return `tag ${action.tag}`
    case 'snooze':
    case 'resolve':
      return 'rest'
    case 'category':
    case 'priority':
    case 'assign':
      return action.kind
  }
}

/** Those whose words are still there: undo, and a text that was cleared, take them out. */
export function stillThere({ replies, sent }: DraftInserts, draft: string): readonly Inserted[] {
  const back = sent !== null && draft.includes(sent.text) ? sent.replies : []
  return [...back, ...replies].slice(-MOST).filter(({ text }) => isLeft(text, draft))
}

/** Whether enough words of a text are in the draft to say that it is there. */
export function isLeft(text: string, draft: string): boolean {
  const own = wordsOf(text)
  if (own.length === 0) return draft.includes(text.trim())
  const words = new Set(wordsOf(draft))
  return own.filter((word) => words.has(word)).length >= own.length * LEFT
}

/** What is done when the draft is sent: of the same kind the later, in the order in which they came. */
export function actionsFor(inserts: DraftInserts, draft: string): readonly ReplyAction[] {
  const actions = new Map<string, ReplyAction>()
  for (const action of stillThere(inserts, draft).flatMap((reply) => reply.actions)) {
    const key = actionKey(action)
    if (inserts.dropped.includes(key)) continue
    actions.delete(key)
    actions.set(key, action)
  }
  return [...actions.values()]
}

function wordsOf(text: string): readonly string[] {
  return text.toLocaleLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}
