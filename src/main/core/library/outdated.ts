import type { ReplyContent } from '../../../shared/domain/library/canned-reply.ts'

/**
 * Marks the variants whose source text changed and that were not changed with it. While the text stays, the mark is what
 * whoever saves says: away when the variant was edited, or said to still hold.
 */
export function markOutdated(before: ReplyContent, after: ReplyContent): ReplyContent {
  const textChanged = before.body !== after.body
  const bodies = new Map(before.variants.map((variant) => [variant.language, variant.body]))
  const variants = after.variants.map((variant) => {
    const untouched = bodies.get(variant.language) === variant.body
    return { ...variant, outdated: untouched && (textChanged || variant.outdated) }
  })
  return { ...after, variants }
}
