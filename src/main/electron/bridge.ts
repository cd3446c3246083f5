import { ipcMain, type WebContents } from 'electron'
import type { Port } from '../../shared/contract/frames.ts'
import type { Log } from '../core/deps.ts'
import { MAX_FRAME_BYTES } from '../host/limits.ts'
import type { CoreHost } from './core-host.ts'
import { assertTrustedSender } from './trusted-sender.ts'

interface Connection {
  /** Drawn by the preload script: a reloaded page is another client, even if its window is the same. */
  readonly page: string
  readonly port: Port
}

/** Relays frames, unread, between windows and the core: each page has a client of its own. */
export function openBridge(parts: {
  readonly core: Pick<CoreHost, 'open'>
  readonly isOurWindow: (contentsId: number) => boolean
  readonly log: Log
}): void {
  const { core, log } = parts
  const connections = new Map<number, Connection>()

  function drop(contents: WebContents): void {
    const connection = connections.get(contents.id)
    connections.delete(contents.id)
    connection?.port.close()
  }

  function connect(contents: WebContents, page: string): Port {
    const isKnown = connections.has(contents.id)
    drop(contents)
    const port = core.open()
    connections.set(contents.id, { page, port })
    const tell = (frame: string | null): void => {
      if (!contents.isDestroyed()) contents.send('core:frame', page, frame)
    }
    port.onFrame(tell)
    port.onClose(() => {
      if (connections.get(contents.id)?.port !== port) return
      connections.delete(contents.id)
      tell(null)
    })
    if (!isKnown) {
      const { id } = contents
      contents.once('destroyed', () => {
        connections.get(id)?.port.close()
        connections.delete(id)
      })
    }
    return port
  }

  ipcMain.on('core:frame', (event, page: unknown, frame: unknown) => {
    try {
      assertTrustedSender(event, parts.isOurWindow)
    } catch {
      log.warn('a frame from a foreign page was refused')
      return
    }
    if (typeof page !== 'string' || page.length > 64 || typeof frame !== 'string' || frame.length > MAX_FRAME_BYTES) {
      log.warn('a frame without a sensible shape was refused')
      return
    }
    const connection = connections.get(event.sender.id)
    const port = connection?.page === page ? connection.port : connect(event.sender, page)
    port.send(frame)
  })
}
