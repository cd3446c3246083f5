import { AppError, toWireError } from '../../shared/contract/errors.ts'
import {
  type DownFrame,
  encodeFrame,
  type Port,
  PROTOCOL_VERSION,
  type Row,
  type SubPatch,
  UpFrame
} from '../../shared/contract/frames.ts'
import { queries, type QueryName } from '../../shared/contract/queries.ts'
import { diffRows, type Snapshot, snapshotOf } from '../../shared/live/patch.ts'
import type { Dispatcher } from './commands/dispatch.ts'
import type { Log } from './deps.ts'
import type { Live } from './live/live.ts'
import type { CoreMeter } from './performance/core-meter.ts'
import type { QueryDefinition, QueryDefinitions } from './live/query-definition.ts'
import type { Topic } from './live/topics.ts'

interface Subscription {
  readonly topics: ReadonlySet<Topic>
  readonly rows: () => readonly Row[] | Promise<readonly Row[]>
  snapshot: Snapshot | null
  /** The last read failed, and the client knows; the next good one brings all rows again. */
  failed: boolean
  /** An answer that takes its time is on its way; `stale`: something was committed since it was asked for. */
  busy: boolean
  stale: boolean
}

interface Bound {
  readonly topics: readonly Topic[]
  readonly rows: () => readonly Row[] | Promise<readonly Row[]>
}

/** Bigger frames are refused: nothing the console sends comes near, and parsing is not free. */
const MAX_FRAME = 4_000_000

/** Serves one client until its port closes: its subscriptions, questions and commands. */
export function openSession(
  port: Port,
  parts: { definitions: QueryDefinitions; dispatcher: Dispatcher; live: Live; log: Log; meter: CoreMeter }
): void {
  const { definitions, dispatcher, live, log, meter } = parts
  const subscriptions = new Map<number, Subscription>()
  const send = (frame: DownFrame): void => port.send(encodeFrame(frame))

  const fail = (id: number, error: unknown): void => {
    if (!(error instanceof AppError)) log.error('request failed', { error })
    send({ t: 'fail', id, ...toWireError(error) })
  }

  const subscribe = (id: number, bound: Bound): void => {
    const subscription: Subscription = {
      topics: new Set(bound.topics),
      rows: bound.rows,
      snapshot: null,
      failed: false,
      busy: false,
      stale: false
    }
    subscriptions.set(id, subscription)
    const answer = read(id, subscription)
    if (answer === null) return
    // Without the check, a commit between a microtask and the next would be missed by a query that answered at once.
    if (answer instanceof Promise) void follow(id, subscription, answer)
    else take(id, subscription, answer)
  }

  /** Rows on their way to the client: all of them the first time, and from then on what has changed, which is returned. */
  const take = (id: number, subscription: Subscription, rows: readonly Row[]): SubPatch | null => {
    if (!subscription.snapshot || subscription.failed) {
      subscription.snapshot = snapshotOf(rows)
      subscription.failed = false
      send({ t: 'snap', id, rows })
      return null
    }
    const difference = diffRows(subscription.snapshot, rows)
    if (!difference) return null
    subscription.snapshot = difference.after
    return { id, ...difference.patch }
  }

  /** Waits for an answer that takes its time. What is committed meanwhile has it asked for again, once for all of it. */
  const follow = async (id: number, subscription: Subscription, first: Promise<readonly Row[]>): Promise<void> => {
    subscription.busy = true
    let answer: ReturnType<Bound['rows']> | null = first
    while (answer !== null) {
      subscription.stale = false
      try {
        const rows = await answer
        if (subscriptions.get(id) !== subscription) return
        const patch = take(id, subscription, rows)
        if (patch !== null) send({ t: 'patch', subs: [patch] })
      } catch (error) {
        if (subscriptions.get(id) !== subscription) return
        subscription.failed = true
        fail(id, error)
      }
      answer = subscription.stale ? read(id, subscription) : null
    }
    subscription.busy = false
  }

  /**
   * A query that fails must not fail the commit that set it off, nor the other subscriptions; and what cannot be read now
   * may be readable after the next commit.
   */
  const read = (id: number, subscription: Subscription): ReturnType<Bound['rows']> | null => {
    try {
      return subscription.rows()
    } catch (error) {
      subscription.failed = true
      fail(id, error)
      return null
    }
  }

  const receive = async (text: string): Promise<void> => {
    const frame = parseFrame(text)
    if (!frame) {
      send({ t: 'fatal', code: 'protocol', message: 'The console sent something the core does not understand.' })
      port.close()
      return
    }
    switch (frame.t) {
      case 'hello':
        if (frame.v === PROTOCOL_VERSION) send({ t: 'hello', v: PROTOCOL_VERSION })
        else send({ t: 'fatal', code: 'protocol', message: 'This window is of another version. Reload it.' })
        return
      case 'sub':
        try {
          subscribe(frame.id, bind(definitions, meter, frame.q, frame.p))
        } catch (error) {
          fail(frame.id, error)
        }
        return
      case 'unsub':
        subscriptions.delete(frame.id)
        return
      case 'ask':
        try {
          send({ t: 'done', id: frame.id, result: await bind(definitions, meter, frame.q, frame.p).rows() })
        } catch (error) {
          fail(frame.id, error)
        }
        return
      case 'cmd':
        try {
          send({ t: 'done', id: frame.id, result: await dispatcher.run(frame.name, frame.commandId, frame.input) })
        } catch (error) {
          fail(frame.id, error)
        }
        return
    }
  }

  const stopFrames = port.onFrame((text) => {
    receive(text).catch((error: unknown) => log.error('a frame could not be answered', { error }))
  })
  const stopLive = live.listen((topics) => {
    const patches: SubPatch[] = []
    for (const [id, subscription] of subscriptions) {
      if (subscription.topics.isDisjointFrom(topics)) continue
      if (subscription.busy) {
        subscription.stale = true
        continue
      }
      const rows = read(id, subscription)
      if (rows === null) continue
      if (rows instanceof Promise) {
        void follow(id, subscription, rows)
        continue
      }
      const patch = take(id, subscription, rows)
      if (patch !== null) patches.push(patch)
    }
    if (patches.length > 0) send({ t: 'patch', subs: patches })
  })
  port.onClose(() => {
    stopFrames()
    stopLive()
    subscriptions.clear()
  })
}

function parseFrame(text: string): UpFrame | null {
  if (text.length > MAX_FRAME) return null
  try {
    const parsed = UpFrame.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** @throws {AppError} protocol, invalid-input */
function bind(definitions: QueryDefinitions, meter: CoreMeter, name: string, params: unknown): Bound {
  if (!Object.hasOwn(queries, name)) throw new AppError('protocol', 'There is no query “{name}”.', { name })
  const query = name as QueryName
  const parsed = queries[query].safeParse(params)
  if (!parsed.success) {
    throw new AppError('invalid-input', parsed.error.issues[0]?.message ?? 'The parameters do not fit.')
  }
  // The table of definitions ties each name to its own parameters; TypeScript cannot follow that through an index.
  const definition = definitions[query] as unknown as QueryDefinition<'accounts.list'>
  const data = parsed.data as never
  return { topics: definition.topics(data), rows: () => meter.time(query, () => definition.rows(data)) }
}
