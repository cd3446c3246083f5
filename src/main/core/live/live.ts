import type { Log } from '../deps.ts'
import type { Topic } from './topics.ts'

/** Who hears about commits. Sessions register here; the database and the in-memory states publish. */
export interface Live {
  publish(topics: ReadonlySet<Topic>): void
  /** Says that something outside the database changed (sync phase, jobs). */
  touch(topic: Topic): void
  listen(listener: (topics: ReadonlySet<Topic>) => void): () => void
}

export function createLive(log: Pick<Log, 'error'>): Live {
  const listeners = new Set<(topics: ReadonlySet<Topic>) => void>()
  const publish = (topics: ReadonlySet<Topic>): void => {
    for (const listener of listeners) {
      try {
        listener(topics)
      } catch (error) {
        // What was committed stands: whoever wrote it must not take it for failed, and the others must hear of it.
        log.error('somebody who hears of commits failed', { error })
      }
    }
  }
  return {
    publish,
    touch: (topic) => publish(new Set([topic])),
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
}
