import { AppError } from '../../shared/contract/errors.ts'
import type { MediaFile } from '../core/core-interface.ts'
import type { FromWorker, ToWorker } from './worker-messages.ts'

type Answer = Extract<FromWorker, { t: 'media' | 'media-chunk' | 'media-failed' }>

export interface MediaRequests {
  request(path: string, range: { start: number; end: number | null } | null): Promise<MediaFile | null>
  answered(message: Answer): void
  /** The worker died: nothing asked for will come. */
  failAll(): void
}

/**
 * Files over the worker's channel, a chunk at a time and only when the page wants one: a paused video does not fill the
 * memory of the main process.
 */
export function createMediaRequests(post: (message: ToWorker) => void): MediaRequests {
  const waiting = new Map<number, PromiseWithResolvers<Answer>>()
  let nextId = 1

  function ask(message: Extract<ToWorker, { t: 'media' | 'media-next' }>): Promise<Answer> {
    const answer = Promise.withResolvers<Answer>()
    waiting.set(message.id, answer)
    post(message)
    return answer.promise
  }

  async function* chunksOf(id: number): AsyncGenerator<Uint8Array> {
    let ended = false
    try {
      for (;;) {
        const answer = await ask({ t: 'media-next', id })
        if (answer.t !== 'media-chunk') throw new AppError('closed', 'The file broke off.')
        if (answer.chunk === null) {
          ended = true
          return
        }
        yield answer.chunk
      }
    } finally {
      if (!ended) post({ t: 'media-stop', id })
    }
  }

  return {
    request: async (path, range) => {
      const id = nextId++
      const answer = await ask({ t: 'media', id, path, range })
      if (answer.t !== 'media' || answer.head === null) return null
      return {
        ...answer.head,
        body: bodyOf(
          () => chunksOf(id),
          () => post({ t: 'media-stop', id })
        )
      }
    },
    answered: (message) => {
      const answer = waiting.get(message.id)
      waiting.delete(message.id)
      answer?.resolve(message)
    },
    failAll: () => {
      for (const [id, answer] of waiting) answer.resolve({ t: 'media-failed', id })
      waiting.clear()
    }
  }
}

/** A generator that was never started does not run its `finally`: a body that nobody reads is told to stop here. */
function bodyOf(start: () => AsyncGenerator<Uint8Array>, stopUnread: () => void): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]: () => {
      const generator = start()
      let read = false
      return {
        next: () => {
          read = true
          return generator.next()
        },
        return: () => {
          if (!read) stopUnread()
          return generator.return(undefined)
        }
      }
    }
  }
}
