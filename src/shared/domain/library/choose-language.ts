import type { ReplyContent } from './canned-reply.ts'

/** The text of a reply in one language. */
export interface ChosenText {
  readonly body: string
  /** Of the body; null: in any. */
  readonly language: string | null
  /** Whether that is the one that was wanted. */
  readonly fits: boolean
}

/**
 * The text for a customer. A variant whose source has changed since is not offered: what it says may not hold any more.
 * @param wanted the customer's language (`pt`); null: not known
 */
export function textFor(
  content: Pick<ReplyContent, 'body' | 'language' | 'variants'>,
  wanted: string | null
): ChosenText {
  const main = { body: content.body, language: content.language }
  if (wanted === null) return { ...main, fits: false }
  if (speaks(content.language, wanted)) return { ...main, fits: true }
  const variants = offered(content.variants)
  const variant =
    variants.find(({ language }) => language === wanted) ?? variants.find((one) => speaks(one.language, wanted))
  return variant ? { body: variant.body, language: variant.language, fits: true } : { ...main, fits: false }
}

/** The translations that can be sent. */
export function offered(variants: ReplyContent['variants']): ReplyContent['variants'] {
  return variants.filter((variant) => !variant.outdated && variant.body.trim() !== '')
}

/** Regions aside: whoever writes Portuguese reads it. */
export function speaks(language: string | null, wanted: string): boolean {
  return language !== null && base(language) === base(wanted)
}

function base(language: string): string {
  const [first = ''] = language.split('-')
  // Norwegian is detected as one language and tagged as two.
  return first === 'nb' || first === 'nn' ? 'no' : first
}
