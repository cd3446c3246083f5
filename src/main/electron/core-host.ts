import { AppError, toWireError, type WireError } from '../../shared/contract/errors.ts'
import { encodeFrame, type Port } from '../../shared/contract/frames.ts'
import { portListeners } from '../../shared/port-listeners.ts'
import type { Core, MediaFile } from '../core/core-interface.ts'
import type { Log, SecretStore, SettingsStore } from '../core/deps.ts'
import { createAttachRequests } from './attach-requests.ts'
import { createMediaRequests } from './media-requests.ts'
import type { FromWorker, ToWorker } from './worker-messages.ts'

/** The part of a worker thread that is used here; tests start others than the real one. */
export interface CoreWorker {
  postMessage(message: ToWorker): void
  on(event: 'message', listener: (message: FromWorker) => void): unknown
  on(event: 'error', listener: (error: unknown) => void): unknown
  on(event: 'exit', listener: () => void): unknown
  terminate(): Promise<unknown>
}

export interface CoreHost extends Pick<Core, 'media' | 'attach' | 'close' | 'resumed'> {
  /** A new client of the core. It closes when the worker dies; one opened then waits for the next worker. */
  open(): Port
}

interface Client {
  readonly receive: (frame: string) => void
  readonly gone: () => void
}

const FIRST_DELAY_MS = 250
/** This many ends within a minute, and starting again is not the answer. */
const MAX_CRASHES = 5
const CRASH_WINDOW_MS = 60_000
const CLOSE_LIMIT_MS = 3_500

/**
 * Owns the core's worker thread: starts it again with back-off when it dies, and stands between it and the windows, the
 * keychain and the preferences.
 */
export function startCoreHost(parts: {
  readonly startWorker: (settings: Record<string, unknown>) => CoreWorker
  readonly secrets: SecretStore
  readonly settings: SettingsStore
  readonly log: Log
  /** The core is open, and the data folder is ours; after each start. */
  readonly onReady?: () => Promise<void>
  /** The data folder cannot be opened: in use, of a newer version, without its key. */
  readonly onRefused: (problem: WireError) => void
}): CoreHost {
  const { secrets, settings, log } = parts
  const clients = new Map<number, Client>()
  const crashes: number[] = []
  let nextId = 1
  let worker: CoreWorker | null = null
  let unsent: ToWorker[] = []
  let fatal: WireError | null = null
  let restart: ReturnType<typeof setTimeout> | null = null
  let closing: PromiseWithResolvers<void> | null = null

  const post = (message: ToWorker): void => {
    if (worker) worker.postMessage(message)
    else if (!closing && !fatal) unsent.push(message)
  }
  const media = createMediaRequests(post)
  const attachments = createAttachRequests(post)

  function start(): void {
    restart = null
    const started = parts.startWorker(settings.all())
    worker = started
    started.on('message', (message) => {
      if (worker === started) receive(message)
    })
    started.on('error', (error) => log.error('the core stopped with an error', { error }))
    started.on('exit', () => {
      if (worker === started) ended()
    })
    const waiting = unsent
    unsent = []
    for (const message of waiting) started.postMessage(message)
  }

  function ended(): void {
    worker = null
    media.failAll()
    attachments.failAll()
    const left = [...clients.values()]
    if (closing) {
      closing.resolve()
    } else if (!fatal) {
      const now = Date.now()
      crashes.push(now)
      const recent = crashes.filter((at) => at > now - CRASH_WINDOW_MS).length
      if (recent > MAX_CRASHES) {
        giveUp({
          code: 'internal',
          message:
            'Backchannel’s core stopped several times in a row. Restart Backchannel; the log says why it stopped.'
        })
        return
      }
      restart = setTimeout(start, FIRST_DELAY_MS * 2 ** (recent - 1))
    }
    for (const client of left) client.gone()
  }

  function giveUp(problem: WireError): void {
    fatal = problem
    unsent = []
    const frame = encodeFrame({ t: 'fatal', ...problem })
    for (const client of clients.values()) client.receive(frame)
  }

  function receive(message: FromWorker): void {
    switch (message.t) {
      case 'ready':
        log.info('the core is ready')
        parts.onReady?.().catch((error: unknown) => log.error('the start could not be completed', { error }))
        return
      case 'refused':
        giveUp(message.problem)
        parts.onRefused(message.problem)
        return
      case 'frame':
        clients.get(message.port)?.receive(message.frame)
        return
      case 'port-closed':
        clients.get(message.port)?.gone()
        return
      case 'media':
      case 'media-chunk':
      case 'media-failed':
        media.answered(message)
        return
      case 'attach-next':
      case 'attached':
        attachments.answered(message)
        return
      case 'secret':
        void answerSecret(message)
        return
      case 'setting':
        saveSetting(message.name, message.value)
        return
      case 'closed':
        void worker?.terminate()
        return
    }
  }

  async function answerSecret(message: Extract<FromWorker, { t: 'secret' }>): Promise<void> {
    const { id, action, name } = message
    try {
      const value = action === 'get' ? await secrets.get(name) : null
      if (action === 'set') await secrets.set(name, message.value ?? '')
      if (action === 'delete') await secrets.delete(name)
      post({ t: 'secret', id, value, problem: null })
    } catch (error) {
      log.error('the keychain refused', { error })
      post({ t: 'secret', id, value: null, problem: toWireError(error) })
    }
  }

  function saveSetting(name: string, value: unknown): void {
    try {
      settings.set(name, value)
    } catch (error) {
      log.error('a preference could not be saved', { setting: name, error })
    }
  }

  function open(): Port {
    const id = nextId++
    const listeners = portListeners()
    const gone = (): void => {
      if (!clients.delete(id)) return
      listeners.closed()
    }
    clients.set(id, { receive: listeners.frame, gone })
    post({ t: 'open', port: id })
    return {
      send: (frame) => {
        if (!clients.has(id)) return
        if (fatal) clients.get(id)?.receive(encodeFrame({ t: 'fatal', ...fatal }))
        else post({ t: 'frame', port: id, frame })
      },
      ...listeners.on,
      close: () => {
        if (clients.has(id)) post({ t: 'close-port', port: id })
        gone()
      }
    }
  }

  async function close(): Promise<void> {
    if (closing) return closing.promise
    closing = Promise.withResolvers<void>()
    if (restart) clearTimeout(restart)
    if (!worker) return closing.resolve()
    worker.postMessage({ t: 'close' })
    // A core that hangs must not keep the app from ending: everything that counts is in committed transactions.
    const limit = setTimeout(() => {
      log.error('the core did not close in time')
      void worker?.terminate()
    }, CLOSE_LIMIT_MS)
    await closing.promise
    clearTimeout(limit)
  }

  start()
  return {
    open,
    close,
    // A worker that is not running yet starts with a look at everything anyway.
    resumed: () => worker?.postMessage({ t: 'resumed' }),
    media: (path, range): Promise<MediaFile | null> => {
      if (fatal || closing) return Promise.reject(new AppError('closed', 'The core is not running.'))
      return media.request(path, range)
    },
    attach: (given): Promise<{ attachment: string }> => {
      if (fatal || closing) return Promise.reject(new AppError('closed', 'The core is not running.'))
      return attachments.request(given)
    }
  }
}
