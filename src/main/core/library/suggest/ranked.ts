import type { Use } from './use-tally.ts'

/** A reply as far as it is ranked. */
export interface RankableReply {
  readonly id: string
  /** Title, shortcut, tags, body, variants. */
  readonly text: string
  /** Of body and variants; empty: any. */
  readonly languages: readonly string[]
  /** That it sets; null: none. */
  readonly category: string | null
}

/** A message of a customer that was answered. */
export interface PastAnswer extends Use {
  readonly id: string
  /** Null: the answer was no canned one, though there were some. It speaks for silence. */
  readonly reply: string | null
  /** What the customer had written; may be empty. */
  readonly asked: string
}

export interface Question {
  /** What the customer wrote since the last answer. */
  readonly asked: string
  /** Whether nobody has answered yet. */
  readonly first: boolean
  /** BCP 47; null: not known. */
  readonly language: string | null
  readonly category: string | null
  /** Id of the member who asks. */
  readonly me: string
}

/** A reply with what speaks for it. */
export interface Ranked {
  readonly id: string
  /** 0: nothing speaks for it; comparable between questions. */
  readonly score: number
  /** Whether what the customer wrote speaks for it, and not only that it is used often. */
  readonly telling: boolean
  /** Words of the customer that it has or was used for, as they were written; the rarest first. */
  readonly words: readonly string[]
  /** How many messages like this one it answered. */
  readonly alike: number
  readonly times: number
  readonly timesByMe: number
  /** The one in which it fits, when it says which it has. */
  readonly language: string | null
  /** The one it sets, when it is the conversation's. */
  readonly category: string | null
}
