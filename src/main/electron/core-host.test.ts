import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { AppError } from '../../shared/contract/errors.ts'
import type { Port } from '../../shared/contract/frames.ts'
import type { Core, MediaFile } from '../core/core-interface.ts'
import type { SecretStore, SettingsStore } from '../core/deps.ts'
import { type CoreHost, type CoreWorker, startCoreHost } from './core-host.ts'
import { serveWorker } from './serve-worker.ts'
import type { FromWorker } from './worker-messages.ts'

const silentLog = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

interface RunningWorker {
  readonly secrets: SecretStore
  readonly settings: SettingsStore
  /** Ends as a crash does: without a word. */
  die(): void
}

let workers: RunningWorker[]
let delays: number[]
let refused: unknown[]
let stored: Map<string, string>
let saved: [string, unknown][]
let read: number
let stopped: number
let problem: AppError | null
let host: CoreHost
let closed: boolean
let resumed: number

function echoCore(): Core {
  return {
    connect: (port) => {
      port.onFrame((frame) => port.send(`echo ${frame}`))
    },
    media: async (path, range): Promise<MediaFile | null> => {
      if (path !== 'clip') return null
      async function* body(): AsyncGenerator<Uint8Array> {
        try {
          for (const text of ['ab', 'cd', 'ef']) {
            read += 1
            yield Buffer.from(text)
          }
        } finally {
          stopped += 1
        }
      }
      return { contentType: 'video/mp4', size: 6, start: range?.start ?? 0, end: 5, body: body() }
    },
    attach: async ({ conversation, name, body }) => {
      const parts: string[] = []
      for await (const chunk of body) {
        parts.push(Buffer.from(chunk).toString())
        if (name === 'bad') throw new AppError('invalid-input', 'Not this one.')
      }
      return { attachment: [conversation, name, ...parts].join(' ') }
    },
    resumed: () => (resumed += 1),
    close: async () => {
      closed = true
    }
  }
}

/** A worker without a thread: the same messages, structured-cloned over a real channel. */
function startWorker(settings: Record<string, unknown>): CoreWorker {
  const { port1, port2 } = new MessageChannel()
  const exits: (() => void)[] = []
  const end = (): void => {
    port1.close()
    for (const listener of exits) listener()
  }
  serveWorker(
    port2 as unknown as Parameters<typeof serveWorker>[0],
    { dataDir: '', secretsKind: 'keychain', settings },
    async (stores) => {
      if (problem) throw problem
      workers.push({ ...stores, die: end })
      const core = echoCore()
      return { core, close: () => core.close() }
    },
    silentLog
  )
  const listen: CoreWorker['on'] = (event: string, listener: (value: never) => void) => {
    if (event === 'message') (port1 as MessagePort).on('message', listener as (message: FromWorker) => void)
    if (event === 'exit') exits.push(listener as () => void)
    return undefined
  }
  return {
    postMessage: (message) => port1.postMessage(message),
    on: listen,
    terminate: async () => end()
  }
}

function answerTo(port: Port, frame: string): Promise<string> {
  return new Promise((resolve) => {
    const stop = port.onFrame((answer) => {
      stop()
      resolve(answer)
    })
    port.send(frame)
  })
}

beforeEach(() => {
  workers = []
  delays = []
  refused = []
  stored = new Map()
  saved = []
  read = 0
  stopped = 0
  problem = null
  closed = false
  resumed = 0
  const realTimeout = globalThis.setTimeout
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((callback: () => void, delay: number) => {
    delays.push(delay)
    // Back-off at once; the limit for closing stays what it is.
    return realTimeout(callback, delay === 3_500 ? delay : 0)
  }) as typeof setTimeout)
  host = startCoreHost({
    startWorker,
    secrets: {
      kind: 'keychain',
      get: async (name) => {
        if (name === 'locked') throw new AppError('wrong-key', 'The keychain is locked.')
        return stored.get(name) ?? null
      },
      set: async (name, value) => void stored.set(name, value),
      delete: async (name) => void stored.delete(name)
    },
    settings: { all: () => ({ theme: 'dark' }), set: (name, value) => void saved.push([name, value]) },
    log: silentLog,
    onRefused: (given) => refused.push(given)
  })
})

afterEach(async () => {
  await host.close()
  vi.restoreAllMocks()
})

test('the core hears that the computer is awake again', async () => {
  host.resumed()
  await answerTo(host.open(), 'hello')
  expect(resumed).toBe(1)
})

test('frames go to the core and back, each client its own, even when sent before it is open', async () => {
  const [one, two] = [host.open(), host.open()]
  expect(await Promise.all([answerTo(one, '1'), answerTo(two, '2')])).toEqual(['echo 1', 'echo 2'])
})

test('secrets are asked of the main process, settings are written down there', async () => {
  await answerTo(host.open(), 'x')
  const [worker] = workers
  await worker?.secrets.set('token', 'T')
  expect(stored.get('token')).toBe('T')
  expect(await worker?.secrets.get('token')).toBe('T')
  await worker?.secrets.delete('token')
  expect(await worker?.secrets.get('token')).toBeNull()
  await expect(worker?.secrets.get('locked')).rejects.toMatchObject({
    code: 'wrong-key',
    message: 'The keychain is locked.'
  })
  expect(worker?.settings.all()).toEqual({ theme: 'dark' })
  worker?.settings.set('panes', 3)
  expect(worker?.settings.all()).toEqual({ theme: 'dark', panes: 3 })
  await worker?.secrets.get('after')
  expect(saved).toEqual([['panes', 3]])
})

test('media comes a chunk at a time, and reading on stops when the page lets go', async () => {
  const whole = await host.media('clip', null)
  const parts: string[] = []
  for await (const chunk of whole?.body ?? []) parts.push(Buffer.from(chunk).toString())
  expect({ parts, read, stopped }).toEqual({ parts: ['ab', 'cd', 'ef'], read: 3, stopped: 1 })

  const half = await host.media('clip', { start: 2, end: null })
  expect(half).toMatchObject({ contentType: 'video/mp4', size: 6, start: 2, end: 5 })
  for await (const chunk of half?.body ?? []) {
    expect(Buffer.from(chunk).toString()).toBe('ab')
    break
  }
  await host.media('nothing', null)
  expect({ read, stopped }).toEqual({ read: 4, stopped: 2 })
  expect(await host.media('nothing', null)).toBeNull()
})

test('a file goes to the core a chunk at a time; a refusal and a broken transfer are told', async () => {
  let given = 0
  let ended = 0
  async function* file(fails = false): AsyncGenerator<Uint8Array> {
    try {
      for (const text of ['ab', 'cd', 'ef']) {
        given += 1
        yield Buffer.from(text)
        if (fails) throw new Error('the page is gone')
      }
    } finally {
      ended += 1
    }
  }
  const to = { conversation: '7/7-12', name: 'clip' }
  expect(await host.attach({ ...to, body: file() })).toEqual({ attachment: '7/7-12 clip ab cd ef' })
  expect({ given, ended }).toEqual({ given: 3, ended: 1 })
  const refused = host.attach({ ...to, name: 'bad', body: file() })
  await expect(refused).rejects.toMatchObject({ code: 'invalid-input', message: 'Not this one.' })
  expect({ given, ended }).toEqual({ given: 4, ended: 2 })
  await expect(host.attach({ ...to, body: file(true) })).rejects.toMatchObject({ code: 'unreadable-file' })
})

test('a core that dies closes its clients and comes back with growing delays', async () => {
  const port = host.open()
  await answerTo(port, 'x')
  const gone = new Promise<void>((resolve) => void port.onClose(resolve))
  workers[0]?.die()
  await gone
  const again = host.open()
  expect(await answerTo(again, 'y')).toBe('echo y')
  workers[1]?.die()
  expect(await answerTo(host.open(), 'z')).toBe('echo z')
  expect(delays.filter((delay) => delay !== 3_500)).toEqual([250, 500])
  expect(workers).toHaveLength(3)
})

test('a file that is being read when the core dies breaks off', async () => {
  const file = await host.media('clip', null)
  const iterator = file?.body[Symbol.asyncIterator]()
  await iterator?.next()
  const next = iterator?.next()
  workers[0]?.die()
  await expect(next).rejects.toMatchObject({ code: 'closed' })
})

test('after too many deaths it says so instead of trying for ever', async () => {
  for (let death = 0; death <= 5; death += 1) {
    await answerTo(host.open(), 'x')
    workers.at(-1)?.die()
  }
  const answer = JSON.parse(await answerTo(host.open(), 'x')) as object
  expect(answer).toMatchObject({ t: 'fatal', code: 'internal' })
  expect(workers).toHaveLength(6)
  await expect(host.media('clip', null)).rejects.toMatchObject({ code: 'closed' })
})

test('a data folder that cannot be opened is refused, and told to those who ask', async () => {
  await host.close()
  problem = new AppError('data-folder-in-use', 'Process 12 holds it.')
  const told = Promise.withResolvers<unknown>()
  host = startCoreHost({
    startWorker,
    secrets: { kind: 'memory', get: async () => null, set: async () => undefined, delete: async () => undefined },
    settings: { all: () => ({}), set: () => undefined },
    log: silentLog,
    onRefused: told.resolve
  })
  expect(await told.promise).toEqual({ code: 'data-folder-in-use', message: 'Process 12 holds it.' })
  expect(JSON.parse(await answerTo(host.open(), 'x'))).toEqual({
    t: 'fatal',
    code: 'data-folder-in-use',
    message: 'Process 12 holds it.'
  })
})

test('closing waits for the core', async () => {
  await answerTo(host.open(), 'x')
  await host.close()
  expect(closed).toBe(true)
  await host.close()
})
