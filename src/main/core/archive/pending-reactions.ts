import type { IncomingEvent, IncomingReaction } from '../sync/incoming.ts'

/** Reactions that stand by themselves, waiting for their message: with X's order, newest first, it comes after them. */
export interface PendingReactions {
  /** False when too many are waiting already. */
  add(conversationId: string, targetId: string, reaction: IncomingReaction): boolean
  /** The event with the reactions that waited for it. */
  attachTo(event: IncomingEvent): IncomingEvent
  /** How many found no message, by conversation. */
  left(): ReadonlyMap<string, number>
}

const MOST_WAITING = 100_000

export function createPendingReactions(): PendingReactions {
  const waiting = new Map<string, IncomingReaction[]>()
  let count = 0
  const keyOf = (conversationId: string, targetId: string): string => `${conversationId}/${targetId}`
  return {
    add(conversationId, targetId, reaction) {
      if (count >= MOST_WAITING) return false
      count += 1
      const key = keyOf(conversationId, targetId)
      const list = waiting.get(key)
      if (list === undefined) waiting.set(key, [reaction])
      else list.push(reaction)
      return true
    },
    attachTo(event) {
      if (count === 0 || event.id === null) return event
      const key = keyOf(event.conversationId, event.id)
      const list = waiting.get(key)
      if (list === undefined) return event
      waiting.delete(key)
      count -= list.length
      const own = new Set(event.reactions.map((reaction) => `${reaction.senderId}/${reaction.key}`))
      const added = list.filter((reaction) => !own.has(`${reaction.senderId}/${reaction.key}`))
      return { ...event, reactions: [...event.reactions, ...added] }
    },
    left() {
      const byConversation = new Map<string, number>()
      for (const [key, list] of waiting) {
        const conversationId = key.slice(0, key.indexOf('/'))
        byConversation.set(conversationId, (byConversation.get(conversationId) ?? 0) + list.length)
      }
      return byConversation
    }
  }
}
