import { conversationKey } from '../../../shared/domain/ids.ts'
import type { Clock } from '../deps.ts'
import type { Live } from '../live/live.ts'

/** Who is writing at this moment. Kept in memory alone: after some seconds it is not true any more. */
export interface Typing {
  /** Conversation key → ids of the people who write there. */
  now(): ReadonlyMap<string, readonly string[]>
  begin(accountId: string, conversationId: string, userId: string): void
  /** Their message is here, or they read only. */
  end(accountId: string, conversationId: string, userId: string): void
  close(): void
}

/** X's clients repeat the signal while somebody goes on; one that is not repeated ends by itself. */
const LASTS_MS = 6_000

export function createTyping(clock: Clock, live: Live): Typing {
  const timers = new Map<string, Map<string, () => void>>()

  const drop = (key: string, userId: string): boolean => {
    const people = timers.get(key)
    const cancel = people?.get(userId)
    if (!people || !cancel) return false
    cancel()
    people.delete(userId)
    if (people.size === 0) timers.delete(key)
    return true
  }
  const end = (key: string, userId: string): void => {
    if (drop(key, userId)) live.touch('typing')
  }

  return {
    now: () => new Map([...timers].map(([key, people]) => [key, [...people.keys()]])),
    begin(accountId, conversationId, userId) {
      const key = conversationKey(accountId, conversationId)
      const goesOn = drop(key, userId)
      const people = timers.get(key) ?? new Map<string, () => void>()
      timers.set(key, people)
      people.set(
        userId,
        clock.after(LASTS_MS, () => end(key, userId))
      )
      if (!goesOn) live.touch('typing')
    },
    end: (accountId, conversationId, userId) => end(conversationKey(accountId, conversationId), userId),
    close() {
      for (const people of timers.values()) for (const cancel of people.values()) cancel()
      timers.clear()
    }
  }
}
