import { toWireError } from '../../shared/contract/errors.ts'
import type { Port } from '../../shared/contract/frames.ts'
import { assertNever } from '../../shared/assert-never.ts'
import { portListeners } from '../../shared/port-listeners.ts'
import type { Core, MediaFile } from '../core/core-interface.ts'
import type { Log, SecretStore, SettingsStore } from '../core/deps.ts'
import { serveAttachments } from './serve-attachments.ts'
import type { FromWorker, ToWorker, WorkerStart } from './worker-messages.ts'
import { workerSecrets, workerSettings } from './worker-stores.ts'

interface Channel {
  postMessage(message: FromWorker, transfer?: readonly ArrayBuffer[]): void
  on(event: 'message', listener: (message: ToWorker) => void): unknown
}

/** What the worker runs: the core, and how to end it. */
export interface WorkerCore {
  readonly core: Core
  close(): Promise<void>
}

interface Client {
  readonly receive: (frame: string) => void
  readonly gone: () => void
}

/** Serves the core to the main process over the worker's channel; messages that come before it is open wait. */
export function serveWorker(
  channel: Channel,
  start: WorkerStart,
  open: (stores: { secrets: SecretStore; settings: SettingsStore }) => Promise<WorkerCore>,
  log: Log
): void {
  const send = (message: FromWorker): void => channel.postMessage(message)
  const secrets = workerSecrets(start.secretsKind, send)
  const attachments = serveAttachments(send)
  const clients = new Map<number, Client>()
  const files = new Map<number, AsyncIterator<Uint8Array>>()
  const opening = open({ secrets: secrets.store, settings: workerSettings(start.settings, send) })
  opening.then(
    () => send({ t: 'ready' }),
    (error: unknown) => {
      log.error('the core could not be opened', { error })
      send({ t: 'refused', problem: toWireError(error) })
    }
  )

  function connect(core: Core, id: number): void {
    const listeners = portListeners()
    const gone = (): void => {
      if (!clients.delete(id)) return
      listeners.closed()
    }
    const port: Port = {
      send: (frame) => send({ t: 'frame', port: id, frame }),
      ...listeners.on,
      close: () => {
        if (clients.has(id)) send({ t: 'port-closed', port: id })
        gone()
      }
    }
    clients.set(id, { receive: listeners.frame, gone })
    core.connect(port)
  }

  async function openFile(core: Core, message: Extract<ToWorker, { t: 'media' }>): Promise<void> {
    const file = await core.media(message.path, message.range).catch((error: unknown): MediaFile | null => {
      log.warn('a media file could not be had', { error })
      return null
    })
    if (file) files.set(message.id, file.body[Symbol.asyncIterator]())
    const head = file && { contentType: file.contentType, size: file.size, start: file.start, end: file.end }
    send({ t: 'media', id: message.id, head })
  }

  async function nextChunk(id: number): Promise<void> {
    const iterator = files.get(id)
    if (!iterator) return send({ t: 'media-failed', id })
    try {
      const { done, value } = await iterator.next()
      if (done === true) files.delete(id)
      send({ t: 'media-chunk', id, chunk: done === true ? null : value })
    } catch (error) {
      files.delete(id)
      log.warn('a media file broke off', { error })
      send({ t: 'media-failed', id })
    }
  }

  async function stopFile(id: number): Promise<void> {
    const iterator = files.get(id)
    files.delete(id)
    await iterator?.return?.()
  }

  async function receive(message: ToWorker): Promise<void> {
    if (message.t === 'secret') return secrets.answered(message)
    // Opening keeps the order: everything below runs in the order in which it came, once there is a core.
    const { core, close } = await opening
    switch (message.t) {
      case 'open':
        return connect(core, message.port)
      case 'frame':
        return clients.get(message.port)?.receive(message.frame)
      case 'close-port':
        return clients.get(message.port)?.gone()
      case 'attach':
        return attachments.begin(core, message)
      case 'attach-chunk':
        return attachments.arrived(message)
      case 'media':
        return openFile(core, message)
      case 'media-next':
        return nextChunk(message.id)
      case 'media-stop':
        return stopFile(message.id)
      case 'resumed':
        return core.resumed()
      case 'close':
        await close()
        return send({ t: 'closed' })
      default:
        return assertNever(message)
    }
  }

  channel.on('message', (message) => {
    receive(message).catch((error: unknown) => {
      // Without a core there is nothing to close, and the main process knows already why.
      if (message.t === 'close') send({ t: 'closed' })
      else log.error('a message to the core failed', { kind: message.t, error })
    })
  })
}
