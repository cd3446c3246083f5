import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

export type XOrder =
  | { readonly kind: 'say'; readonly messages: number }
  /** Customers write so many messages a second until told otherwise. */
  | { readonly kind: 'flow'; readonly perSecond: number }
  /** Done as soon as nobody has asked for messages for so long, ms: all that was said has been read. */
  | { readonly kind: 'read'; readonly quietMs: number }

export interface XReady {
  readonly url: string
  readonly clientId: string
  readonly appBearer: string
  readonly accessToken: string
  readonly refreshToken: string
}

/** The simulated X of a run, beside the core as the real one is. */
export interface XProcess extends XReady {
  order(order: XOrder): Promise<void>
  stop(): Promise<void>
}

export async function startX(customers: number): Promise<XProcess> {
  const child = fork(path.join(import.meta.dirname, 'simulated-x.ts'), [String(customers)])
  const ended = once(child, 'exit')
  const [ready] = (await once(child, 'message')) as [XReady]
  return {
    ...ready,
    async order(order) {
      const done = once(child, 'message')
      child.send(order)
      await done
    },
    async stop() {
      if (child.connected) child.disconnect()
      await ended
    }
  }
}
