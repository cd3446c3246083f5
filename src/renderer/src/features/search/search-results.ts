import type { CustomerHit, MessageHit } from '../../../../shared/contract/rows.ts'

export interface SearchAnswer {
  /** What was asked. */
  readonly text: string
  readonly customers: readonly CustomerHit[]
  readonly messages: readonly MessageHit[]
}

/** Something to open: the conversation, at the message when it is a hit in one. */
export interface SearchTarget {
  /** Unique among the results. */
  readonly id: string
  readonly conversation: string
  readonly message: string | null
}

/** The results in the order of the screen: customers, then messages. */
export function searchTargets(answer: SearchAnswer | null): SearchTarget[] {
  if (!answer) return []
  return [
    ...answer.customers.map((hit) => ({
      id: `customer ${hit.id} ${hit.conversation}`,
      conversation: hit.conversation,
      message: null
    })),
    ...answer.messages.map((hit) => ({
      id: `message ${hit.conversation} ${hit.id}`,
      conversation: hit.conversation,
      message: hit.id
    }))
  ]
}

/** The next result up or down, round the ends. */
export function moveChoice(count: number, from: number, steps: number): number {
  return count === 0 ? -1 : (from + steps + count) % count
}
