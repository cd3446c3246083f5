import type { Place } from './conversation.ts'

/** Who reaches the inbox. `answered`: those we have written to before; `chosen`: those whom the account knows at X. */
export const audiences = ['everyone', 'answered', 'chosen'] as const
export type Audience = (typeof audiences)[number]

/** Where a keyword sends those who write it. */
export const keywordPlaces = ['requests', 'spam'] as const satisfies readonly Place[]
export type KeywordPlace = (typeof keywordPlaces)[number]

export interface Keyword {
  readonly text: string
  readonly place: KeywordPlace
}

/** People who always get in, and people who always wait. */
export const screeningLists = ['allowed', 'held'] as const
export type ScreeningList = (typeof screeningLists)[number]

export interface ScreeningRules {
  readonly audience: Audience
  /** For `chosen`: people the account follows. */
  readonly following: boolean
  /** For `chosen`: people who follow the account. */
  readonly followers: boolean
  readonly keywords: readonly Keyword[]
}

export const openDoor: ScreeningRules = { audience: 'everyone', following: false, followers: false, keywords: [] }

/** Why somebody waits. `not-known`: X has not told whether the account and this person follow each other. */
export type PlaceReason = 'first-contact' | 'not-chosen' | 'not-known' | 'held' | `keyword:${string}`

/** More would slow down each message that comes. */
export const MAX_KEYWORDS = 200
const MAX_KEYWORD_LENGTH = 100
/** Handles pasted at once. */
export const MAX_PASTED_PEOPLE = 5_000

/** How keywords are compared: spaces and case aside. */
function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().normalize('NFKC').toLocaleLowerCase()
}

/**
 * What is wrong with rules, in one sentence; null when they can be kept.
 * @param allowed how many people are on the list of those who always get in
 */
export function rulesProblem(rules: ScreeningRules, allowed: number): string | null {
  if (rules.audience === 'chosen' && !rules.following && !rules.followers && allowed === 0) {
    return 'Nobody would reach your inbox like this. Choose people who follow each other with you, or put somebody on the list.'
  }
  const places = new Map<string, Place>()
  for (const { text, place } of rules.keywords) {
    const key = folded(text)
    if (!/[\p{L}\p{N}\p{S}]/u.test(key)) return 'A keyword is empty. Write a word, or take the line away.'
    if (key.length > MAX_KEYWORD_LENGTH) return `A keyword may have at most ${MAX_KEYWORD_LENGTH} characters.`
    const known = places.get(key)
    if (known !== undefined && known !== place) {
      return `“${text.trim()}” leads to Requests and to Spam. Keep one of the two lines.`
    }
    places.set(key, place)
  }
  return null
}

/** Without spaces around keywords, and each once. */
export function tidyRules(rules: ScreeningRules): ScreeningRules {
  const keywords = new Map<string, Keyword>()
  for (const { text, place } of rules.keywords) {
    const key = folded(text)
    if (!keywords.has(key)) keywords.set(key, { text: text.replace(/\s+/gu, ' ').trim(), place })
  }
  return { ...rules, keywords: [...keywords.values()] }
}
