import type { MediaRecipe } from '../world/types.ts'

export type Language = 'en' | 'de' | 'es' | 'fr' | 'pt' | 'it' | 'ja' | 'zh' | 'ko' | 'tr' | 'hi' | 'ar' | 'he'

/** What the shop's words can mean to a customer; see `intents.ts`. `anything` is always there. */
export type Intent =
  | 'asks-order'
  | 'asks-contact'
  | 'asks-photo'
  | 'asks'
  | 'apologises'
  | 'refunds'
  | 'replaces'
  | 'gives-code'
  | 'shares-link'
  | 'ships'
  | 'refuses'
  | 'waits'
  | 'thanks'
  | 'closes'
  | 'greets'
  | 'anything'

/** A message with something attached. A plain text is a `Line` too. In texts `{order}` is the customer's order number. */
export type Line = string | { readonly text: string; readonly media: MediaRecipe; readonly altText?: string }

/** Used once per talk, the first fitting one in the order of the script. Several lines are sent one after the other. */
export interface ReplyRule {
  readonly when: Intent | readonly Intent[]
  readonly say: Line | readonly Line[]
}

/** Who said it, how long ago (`3d 4h`, `35m`), and what. */
export type PastLine = readonly [who: 'them' | 'shop', ago: string, line: Line]

export interface CustomerScript {
  /** At most 15 letters, digits and underscores. */
  readonly username: string
  readonly name: string
  readonly bio: string
  readonly location: string
  /** When the X account was made: `2019-04-17`. */
  readonly joined: string
  readonly followers?: number
  readonly following?: number
  readonly verified?: boolean
  readonly protected?: boolean
  /** False: X refuses every message to this customer. */
  readonly acceptsDms?: boolean
  /** English when absent. */
  readonly language?: Language
  /** What was said before the console was opened for the first time. */
  readonly past?: readonly PastLine[]
  /** Customers without a past write these lines first, some time while the console is open. */
  readonly opens?: readonly Line[]
  readonly replies?: readonly ReplyRule[]
  /** When no rule fits, one after the other, then silence. */
  readonly otherwise?: readonly Line[]
  /** Written when nobody answers, one after the other. */
  readonly nudges?: readonly Line[]
  /** New matters, when the talk has been quiet for a while. */
  readonly returns?: readonly Line[]
  /** The past ended well: nothing is waiting although the customer wrote last. */
  readonly settled?: boolean
  /** Never answers back: spam, and people who only wanted to say thanks. */
  readonly silent?: boolean
}

export type GroupPast =
  | readonly [who: string, ago: string, line: Line]
  | { readonly ago: string; readonly joins: readonly string[]; readonly by?: string }
  | { readonly ago: string; readonly leaves: readonly string[] }

/** Members are usernames of the cast; `shop` is the brand. */
export interface GroupScript {
  readonly key: string
  /** At creation, besides the shop. */
  readonly members: readonly string[]
  readonly created: string
  readonly past: readonly GroupPast[]
  /** Said or done while the console is open, one after the other. */
  readonly chatter: readonly (
    | readonly [who: string, line: Line]
    | { readonly joins: readonly string[]; readonly by?: string }
    | { readonly leaves: readonly string[] }
  )[]
  readonly replies: readonly { readonly who: string; readonly when: Intent | readonly Intent[]; readonly say: Line }[]
}

/** Milliseconds of `3d 4h 20m`. @throws when the text is something else. */
export function agoMs(text: string): number {
  const units: Record<string, number> = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000 }
  return text.split(' ').reduce((sum, part) => {
    const match = /^(\d+)([dhms])$/.exec(part)
    const unit = units[match?.[2] ?? '']
    if (match === null || unit === undefined) throw new Error(`Not a duration: ${text}`)
    return sum + Number(match[1]) * unit
  }, 0)
}

export function lineText(line: Line): string {
  return typeof line === 'string' ? line : line.text
}

export function isLineList(say: Line | readonly Line[]): say is readonly Line[] {
  return Array.isArray(say)
}
