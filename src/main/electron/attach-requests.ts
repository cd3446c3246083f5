import { AppError } from '../../shared/contract/errors.ts'
import type { NewAttachment } from '../core/core-interface.ts'
import type { FromWorker, ToWorker } from './worker-messages.ts'

type Message = Extract<FromWorker, { t: 'attach-next' | 'attached' }>

export interface AttachRequests {
  request(given: NewAttachment): Promise<{ attachment: string }>
  answered(message: Message): void
  /** The worker died: nothing that is under way will end. */
  failAll(): void
}

interface Transfer {
  readonly body: AsyncIterator<Uint8Array>
  readonly done: PromiseWithResolvers<{ attachment: string }>
}

/** Files to the worker, a chunk at a time and only when the core wants one: a large film never lies in memory as a whole. */
export function createAttachRequests(post: (message: ToWorker) => void): AttachRequests {
  const transfers = new Map<number, Transfer>()
  let nextId = 1

  async function sendNext(id: number, { body }: Transfer): Promise<void> {
    try {
      const { done, value } = await body.next()
      if (transfers.has(id)) post({ t: 'attach-chunk', id, chunk: done === true ? null : value, broken: false })
    } catch {
      if (transfers.has(id)) post({ t: 'attach-chunk', id, chunk: null, broken: true })
    }
  }

  function end(id: number): Transfer | undefined {
    const transfer = transfers.get(id)
    transfers.delete(id)
    void Promise.resolve(transfer?.body.return?.()).catch(() => undefined)
    return transfer
  }

  return {
    request({ conversation, name, body }) {
      const id = nextId++
      const done = Promise.withResolvers<{ attachment: string }>()
      transfers.set(id, { body: body[Symbol.asyncIterator](), done })
      post({ t: 'attach', id, conversation, name })
      return done.promise
    },
    answered(message) {
      if (message.t === 'attach-next') {
        const transfer = transfers.get(message.id)
        if (transfer) void sendNext(message.id, transfer)
        return
      }
      const transfer = end(message.id)
      if (message.attachment !== null) transfer?.done.resolve({ attachment: message.attachment })
      else
        transfer?.done.reject(
          message.problem ? AppError.fromWire(message.problem) : new AppError('internal', 'The file was not taken.')
        )
    },
    failAll() {
      for (const id of transfers.keys()) {
        end(id)?.done.reject(new AppError('closed', 'Backchannel’s core stopped. Attach the file again.'))
      }
    }
  }
}
