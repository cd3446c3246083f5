import type { Topic } from './topics.ts'

/** Who hears about commits. Sessions register here; the database and the in-memory states publish. */
export interface Live {
  publish(topics: ReadonlySet<Topic>): void
  /** Says that something outside the database changed (sync phase, jobs). */
  touch(topic: Topic): void
  listen(listener: (topics: ReadonlySet<Topic>) => void): () => void
}

export function createLive(): Live {
  const listeners = new Set<(topics: ReadonlySet<Topic>) => void>()
  const publish = (topics: ReadonlySet<Topic>): void => {
    for (const listener of listeners) listener(topics)
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
