import { compareSnowflakes } from './snowflake.ts'
import type { WorldEvent } from './types.ts'

/** Events in the order of their ids, oldest first, found by id in one step. */
export interface EventList {
  all(): readonly WorldEvent[]
  get(id: string): WorldEvent | undefined
  insert(event: WorldEvent): void
  /** The index of the first event that is not older than `id`. */
  indexOf(id: string): number
  replaceAll(events: readonly WorldEvent[]): void
}

export function createEventList(): EventList {
  const events: WorldEvent[] = []
  const byId = new Map<string, WorldEvent>()

  const indexOf = (id: string): number => {
    let low = 0
    let high = events.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const event = events[middle]
      if (event !== undefined && compareSnowflakes(event.id, id) < 0) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    all: () => events,
    get: (id) => byId.get(id),
    insert(event) {
      const last = events.at(-1)
      if (last === undefined || compareSnowflakes(last.id, event.id) < 0) events.push(event)
      else events.splice(indexOf(event.id), 0, event)
      byId.set(event.id, event)
    },
    indexOf,
    replaceAll(list) {
      events.length = 0
      byId.clear()
      for (const event of list.toSorted((a, b) => compareSnowflakes(a.id, b.id))) {
        events.push(event)
        byId.set(event.id, event)
      }
    }
  }
}
