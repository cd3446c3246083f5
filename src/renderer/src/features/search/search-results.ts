import type { CustomerHit, MessageHit } from '../../../../shared/contract/rows.ts'
import type { SearchProblem } from '../../../../shared/domain/search/search-problem.ts'
import type { Suggestion } from './suggestions.ts'

export interface SearchAnswer {
  /** What was asked. */
  readonly text: string
  readonly customers: readonly CustomerHit[]
  readonly messages: readonly MessageHit[]
  readonly problems: readonly SearchProblem[]
}

/** Hits of one conversation, the newest first. */
export interface HitGroup {
  readonly conversation: string
  readonly hits: readonly MessageHit[]
}

/** The hits by conversation, in the order of the newest of each. */
export function groupHits(messages: readonly MessageHit[]): HitGroup[] {
  const groups = new Map<string, MessageHit[]>()
  for (const hit of messages) {
    const known = groups.get(hit.conversation)
    if (known) known.push(hit)
    else groups.set(hit.conversation, [hit])
  }
  return [...groups].map(([conversation, hits]) => ({ conversation, hits }))
}

/** One line of the list under the field; `id` is unique among them. */
export type SearchOption =
  | { readonly kind: 'suggestion'; readonly id: string; readonly suggestion: Suggestion }
  /** A search that was made before, or is saved. */
  | { readonly kind: 'search'; readonly id: string; readonly text: string; readonly name: string | null }
  | { readonly kind: 'customer'; readonly id: string; readonly hit: CustomerHit }
  /** The newest hit of a conversation. `others`: how many more it has. */
  | {
      readonly kind: 'group'
      readonly id: string
      readonly hit: MessageHit
      readonly others: number
      readonly open: boolean
    }
  | { readonly kind: 'hit'; readonly id: string; readonly hit: MessageHit }
  | { readonly kind: 'list'; readonly id: string }
  | { readonly kind: 'more'; readonly id: string }

/** All hits of a conversation, the newest first; of those that are known. */
export type HitsWithin = ReadonlyMap<string, readonly MessageHit[]>

/** What is shown for an answer, in the order of the screen: customers, then messages, then what else can be done. */
export function answerOptions(
  answer: SearchAnswer | null,
  open: ReadonlySet<string>,
  most: number,
  within: HitsWithin = new Map()
): {
  readonly customers: readonly SearchOption[]
  readonly messages: readonly SearchOption[]
  readonly rest: readonly SearchOption[]
} {
  if (!answer) return { customers: [], messages: [], rest: [] }
  const messages = groupHits(answer.messages).flatMap(({ conversation, hits }): SearchOption[] => {
    const all = within.get(conversation) ?? hits
    // What was deleted meanwhile leaves what the page had.
    const [first, ...others] = all.length < hits.length ? hits : all
    if (!first) return []
    const shown = open.has(conversation)
    return [
      { kind: 'group', id: `message ${conversation} ${first.id}`, hit: first, others: others.length, open: shown },
      ...(shown ? others : []).map((hit): SearchOption => ({
        kind: 'hit',
        id: `message ${conversation} ${hit.id}`,
        hit
      }))
    ]
  })
  const rest: SearchOption[] = []
  if (answer.messages.length >= most) rest.push({ kind: 'more', id: 'more' })
  if (answer.messages.length > 0) rest.push({ kind: 'list', id: 'list' })
  return {
    customers: answer.customers.map((hit) => ({ kind: 'customer', id: `customer ${hit.id} ${hit.conversation}`, hit })),
    messages,
    rest
  }
}
