import type { CommandInput, CommandName, CommandResults } from './contract/commands.ts'
import { AppError, type WireError } from './contract/errors.ts'
import { type DownFrame, encodeFrame, type Port, PROTOCOL_VERSION, type Row, type UpFrame } from './contract/frames.ts'
import type { QueryName, QueryParams, QueryRows } from './contract/queries.ts'
import { applyPatch } from './live/patch.ts'

/** What a subscriber sees. `loading` is not the same as an empty answer. */
export type LiveState<R> =
  | { readonly status: 'loading'; readonly rows: readonly R[] }
  | { readonly status: 'ready'; readonly rows: readonly R[] }
  | ({ readonly status: 'error'; readonly rows: readonly R[] } & WireError)

export type Connection = 'connecting' | 'open' | 'lost' | 'fatal'

interface Subscription {
  readonly name: string
  readonly params: unknown
  readonly listener: (state: LiveState<Row>) => void
  rows: readonly Row[]
}

interface Pending {
  readonly frame: UpFrame
  readonly resolve: (result: unknown) => void
  readonly reject: (error: AppError) => void
}

/**
 * One client of the core over a port: subscribe, ask, run. The renderer, the command line and the tests use this same
 * class. After a reconnect it says hello again, renews its subscriptions and repeats unanswered requests; commands are
 * safe to repeat because the core keeps a receipt per command id.
 */
export class CoreClient {
  connection: Connection = 'connecting'
  fatal: WireError | null = null
  readonly #newId: () => string
  readonly #subscriptions = new Map<number, Subscription>()
  readonly #pending = new Map<number, Pending>()
  readonly #connectionListeners = new Set<() => void>()
  #port: Port | null = null
  #closed = false
  #nextId = 1

  /** @param newCommandId makes command ids that are unique for ever (UUIDs). */
  constructor(newCommandId: () => string) {
    this.#newId = newCommandId
  }

  /** Uses `port` from now on, instead of the one before. */
  attach(port: Port): void {
    this.#port = port
    this.#setConnection('connecting')
    port.onFrame((text) => {
      if (this.#port === port) this.#receive(JSON.parse(text) as DownFrame)
    })
    port.onClose(() => {
      if (this.#port !== port) return
      this.#port = null
      if (this.connection !== 'fatal') this.#setConnection('lost')
    })
    this.#send({ t: 'hello', v: PROTOCOL_VERSION })
    for (const [id, subscription] of this.#subscriptions) {
      this.#send({ t: 'sub', id, q: subscription.name, p: subscription.params })
    }
    for (const pending of this.#pending.values()) this.#send(pending.frame)
  }

  onConnection(listener: () => void): () => void {
    this.#connectionListeners.add(listener)
    return () => this.#connectionListeners.delete(listener)
  }

  /** Keeps a query live; `listener` gets every new state until the returned function is called. */
  subscribe<N extends QueryName>(
    name: N,
    params: QueryParams<N>,
    listener: (state: LiveState<QueryRows[N]>) => void
  ): () => void {
    const id = this.#nextId++
    this.#subscriptions.set(id, { name, params, listener: listener as (state: LiveState<Row>) => void, rows: [] })
    this.#send({ t: 'sub', id, q: name, p: params })
    return () => {
      if (this.#subscriptions.delete(id)) this.#send({ t: 'unsub', id })
    }
  }

  /** Runs a query once. @throws {AppError} */
  ask<N extends QueryName>(name: N, params: QueryParams<N>): Promise<readonly QueryRows[N][]> {
    const id = this.#nextId++
    return this.#request(id, { t: 'ask', id, q: name, p: params }) as Promise<readonly QueryRows[N][]>
  }

  /** Runs a command. The patch it causes arrives before the promise resolves. @throws {AppError} */
  run<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    commandId: string = this.#newId()
  ): Promise<CommandResults[N]> {
    const id = this.#nextId++
    return this.#request(id, { t: 'cmd', id, commandId, name, input }) as Promise<CommandResults[N]>
  }

  close(): void {
    this.#closed = true
    const port = this.#port
    this.#port = null
    port?.close()
    for (const pending of this.#pending.values()) pending.reject(new AppError('closed', 'The connection was closed.'))
    this.#pending.clear()
    this.#subscriptions.clear()
  }

  #request(id: number, frame: UpFrame): Promise<unknown> {
    if (this.#closed) return Promise.reject(new AppError('closed', 'The connection was closed.'))
    if (this.fatal) return Promise.reject(AppError.fromWire(this.fatal))
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { frame, resolve, reject })
      this.#send(frame)
    })
  }

  #send(frame: UpFrame): void {
    this.#port?.send(encodeFrame(frame))
  }

  #setConnection(connection: Connection): void {
    this.connection = connection
    for (const listener of this.#connectionListeners) listener()
  }

  #receive(frame: DownFrame): void {
    switch (frame.t) {
      case 'hello':
        this.#setConnection('open')
        return
      case 'fatal': {
        const { t: _t, ...problem } = frame
        this.fatal = problem
        this.#setConnection('fatal')
        for (const pending of this.#pending.values()) pending.reject(AppError.fromWire(problem))
        this.#pending.clear()
        return
      }
      case 'snap': {
        const subscription = this.#subscriptions.get(frame.id)
        if (!subscription) return
        subscription.rows = frame.rows
        subscription.listener({ status: 'ready', rows: frame.rows })
        return
      }
      case 'patch':
        for (const patch of frame.subs) {
          const subscription = this.#subscriptions.get(patch.id)
          if (!subscription) continue
          subscription.rows = applyPatch(subscription.rows, patch)
          subscription.listener({ status: 'ready', rows: subscription.rows })
        }
        return
      case 'done':
        this.#settle(frame.id)?.resolve(frame.result)
        return
      case 'fail': {
        const { t: _t, id: _id, ...problem } = frame
        const subscription = this.#subscriptions.get(frame.id)
        if (subscription) {
          subscription.listener({ status: 'error', rows: subscription.rows, ...problem })
        }
        this.#settle(frame.id)?.reject(AppError.fromWire(problem))
        return
      }
    }
  }

  #settle(id: number): Pending | undefined {
    const pending = this.#pending.get(id)
    this.#pending.delete(id)
    return pending
  }
}
