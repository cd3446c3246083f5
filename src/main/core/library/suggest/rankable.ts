import type { ReplyContent } from '../../../../shared/domain/library/canned-reply.ts'
import { offered } from '../../../../shared/domain/library/choose-language.ts'
import type { ShelvedReply } from '../shelf.ts'
import type { RankableReply } from './ranked.ts'

/** A reply that agents may insert, as it is ranked; null for drafts, fragments and retired ones. */
export function toRankable(reply: ShelvedReply): RankableReply | null {
  const { approvedVersion, kind, retiredAt, tags } = reply
  if (approvedVersion === null || kind !== 'reply' || retiredAt !== null) return null
  const { content } = approvedVersion
  const { title, shortcut, language, variants, actions } = content
  const category = actions.find((action) => action.kind === 'category')?.category ?? null
  return {
    id: reply.id,
    text: [title, shortcut ?? '', ...tags, ...textsOf(content)].join('\n'),
    languages: language === null ? [] : [language, ...offered(variants).map((variant) => variant.language)],
    category
  }
}

export function textsOf({ body, variants }: ReplyContent): string[] {
  return [body, ...variants.map((variant) => variant.body)]
}

/** What `toRankable` reads: while it is the same, nothing has to be indexed again. */
export function stateOf(reply: ShelvedReply): string {
  return JSON.stringify([reply.approvedVersion?.id ?? null, reply.kind, reply.retiredAt, reply.tags])
}
