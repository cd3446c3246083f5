import type { ReplyContent, ReplyPlacement } from '../../../../shared/domain/library/canned-reply.ts'
import { account } from './texts/account.ts'
import { billing } from './texts/billing.ts'
import { closing } from './texts/closing.ts'
import { complaints } from './texts/complaints.ts'
import { fragments } from './texts/fragments.ts'
import { offTopic } from './texts/off-topic.ts'
import { orders } from './texts/orders.ts'
import { outage } from './texts/outage.ts'
import { praise } from './texts/praise.ts'
import { product } from './texts/product.ts'
import { promotions } from './texts/promotions.ts'
import { returns } from './texts/returns.ts'
import type { StarterFolder, StarterReply } from './starter-reply.ts'

const folders: readonly StarterFolder[] = [
  fragments,
  orders,
  returns,
  billing,
  product,
  complaints,
  praise,
  account,
  promotions,
  closing,
  offTopic,
  outage
]

/** Forty replies for a small shop and the fragments that they contain, in English and Spanish. Fragments come first. */
export const starterLibrary: readonly (StarterReply & { readonly folder: string })[] = folders.flatMap(
  ({ folder, replies }) => replies.map((reply) => ({ ...reply, folder }))
)

/** @param tagOf finds or makes the tag of a name @returns its id */
export function contentOfStarter(reply: StarterReply, tagOf: (name: string) => string): ReplyContent {
  const { title, shortcut, english, spanish, actions = [] } = reply
  return {
    title,
    shortcut,
    body: english.join('\n\n'),
    language: 'en',
    variants: [{ language: 'es', body: spanish.join('\n\n'), outdated: false }],
    actions: actions.map((action) => (action.kind === 'tag' ? { kind: 'tag', tag: tagOf(action.name) } : action)),
    effectiveFrom: null,
    expiresAt: null,
    attachment: null
  }
}

export function placementOfStarter({
  kind = 'reply',
  folder,
  tags
}: StarterReply & { readonly folder: string }): ReplyPlacement {
  return { kind, folder: [folder], tags: [...tags], scope: 'everyone', team: null }
}
