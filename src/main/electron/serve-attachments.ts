import { AppError, toWireError } from '../../shared/contract/errors.ts'
import type { Core } from '../core/core-interface.ts'
import type { FromWorker, ToWorker } from './worker-messages.ts'

type Chunk = Extract<ToWorker, { t: 'attach-chunk' }>

/** The worker's end: files that come in over the channel, each chunk asked for when the core has dealt with the last. */
export interface ServedAttachments {
  begin(core: Pick<Core, 'attach'>, message: Extract<ToWorker, { t: 'attach' }>): Promise<void>
  arrived(chunk: Chunk): void
}

export function serveAttachments(send: (message: FromWorker) => void): ServedAttachments {
  const waiting = new Map<number, PromiseWithResolvers<Chunk>>()

  async function* chunksOf(id: number): AsyncGenerator<Uint8Array> {
    for (;;) {
      const next = Promise.withResolvers<Chunk>()
      waiting.set(id, next)
      send({ t: 'attach-next', id })
      const { chunk, broken } = await next.promise
      if (broken) throw new AppError('unreadable-file', 'The file broke off on its way. Choose it again.')
      if (chunk === null) return
      yield chunk
    }
  }

  return {
    async begin(core, { id, conversation, name }) {
      try {
        const { attachment } = await core.attach({ conversation, name, body: chunksOf(id) })
        send({ t: 'attached', id, attachment, problem: null })
      } catch (error) {
        send({ t: 'attached', id, attachment: null, problem: toWireError(error) })
      } finally {
        waiting.delete(id)
      }
    },
    arrived(chunk) {
      const next = waiting.get(chunk.id)
      waiting.delete(chunk.id)
      next?.resolve(chunk)
    }
  }
}
