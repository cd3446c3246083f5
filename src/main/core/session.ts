import { AppError, toWireError } from '../../shared/contract/errors.ts'
import {
  type DownFrame,
  encodeFrame,
  type Port,
  PROTOCOL_VERSION,
  type Row,
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

  const subscribe = async (id: number, bound: Bound): Promise<void> => {
    const subscription: Subscription = {
      topics: new Set(bound.topics),
      rows: bound.rows,
      snapshot: null,
      failed: false
    }
    subscriptions.set(id, subscription)
    const answer = read(id, subscription)
    if (answer === null) return
    // Without the check, a commit between a microtask and the next would be missed by a query that answered at once.
    const rows = answer instanceof Promise ? await answer : answer
    if (subscriptions.get(id) !== subscription) return
    subscription.snapshot = snapshotOf(rows)
    send({ t: 'snap', id, rows })
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
          await subscribe(frame.id, bind(definitions, meter, frame.q, frame.p))
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
    const patches = []
    for (const [id, subscription] of subscriptions) {
      if (subscription.topics.isDisjointFrom(topics)) continue
      if (!subscription.snapshot && !subscription.failed) continue
      const rows = read(id, subscription)
      if (rows === null || rows instanceof Promise) continue // only one-shot queries take their time
      if (!subscription.snapshot || subscription.failed) {
        subscription.snapshot = snapshotOf(rows)
        subscription.failed = false
        send({ t: 'snap', id, rows })
        continue
      }
      const difference = diffRows(subscription.snapshot, rows)
      if (!difference) continue
      subscription.snapshot = difference.after
      patches.push({ id, ...difference.patch })
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
