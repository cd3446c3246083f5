import { z } from 'zod'
import { hashText } from '../seeded-random.ts'
import type { World } from '../world.ts'
import type { WorldSignal } from '../world/signals.ts'
import type { WorldEvent } from '../world/types.ts'
import { chatPayload, messagePayload, readPayload, typingPayload } from './activity-shapes.ts'
import type { FieldSpelling, Problem } from './problems.ts'
import { forbidden, invalidParameter, notFound, problem, problemType, unauthorized } from './problems.ts'
import type { Reply, StreamSink } from './reply.ts'
import { json } from './reply.ts'
import type { XRequest } from '../x-api.ts'

/** X's app-only tokens all begin like this. */
const APP_TOKEN = 'AAAAAAAAAA'
/** The bearer token of the simulated app. */
export const PRACTICE_APP_BEARER = `${APP_TOKEN}AAAAAAAAAAAAAAAAPRACTICE%2Bbackchannel%3Dapp`

/** X sends at least one byte in 20 s. */
const HEARTBEAT_MS = 15_000
const TON = 'https://ton.twitter.com'
const MOST_CONNECTIONS = 2

const TYPES = ['dm.received', 'dm.sent', 'dm.read', 'dm.indicate_typing', 'chat.received', 'chat.sent'] as const

export interface ActivitySubscription {
  readonly id: string
  readonly type: string
  readonly userId: string
  readonly tag: string | undefined
  readonly createdAt: number
}

/** What tests do to the Activity stream. */
export interface ActivityControls {
  /** How many streams are open. */
  readonly connections: number
  readonly subscriptions: readonly ActivitySubscription[]
  /** Breaks every stream off. */
  drop(): void
  /** Ends every stream in good order. */
  end(): void
  /** While true nothing is sent, heartbeats included. */
  silent: boolean
  /** How often each activity is delivered. */
  copies: number
  /** Writes bytes of one's own into every stream. */
  write(text: string): void
  /** Keeps deliveries back until `release`, which sends them newest first. */
  hold(): void
  release(): void
  /** The shape of the answer to a creation; X's documents show three (x-api.md 3.1). */
  answerShape: 'list' | 'flat' | 'wrapped'
  /** Whether read and typing signals stand in a list, as v1.1 had it, or flat in the payload. */
  signalShape: 'list' | 'flat'
}

/** `/2/activity/*`: subscriptions and the stream, which carries what happens in the world from then on. */
export interface ActivityApi {
  readonly controls: ActivityControls
  /** @returns null when the path is none of its own. */
  answer(request: XRequest, origin: string): Reply | null
}

const WireNew = z.object({
  event_type: z.string(),
  filter: z.object({ user_id: z.string() }),
  tag: z.string().max(200).optional()
})

/** @param mediaHost whose address attachments carry, see `XApiOptions`. */
export function createActivityApi(world: World, spelling: FieldSpelling, mediaHost: 'own' | 'ton'): ActivityApi {
  const { clock } = world
  const sinks = new Map<StreamSink, string>()
  let subscriptions: ActivitySubscription[] = []
  let held: string[] | null = null
  let serial = 0

  const controls: ActivityControls = {
    get connections() {
      return sinks.size
    },
    get subscriptions() {
      return subscriptions
    },
    drop() {
      for (const sink of sinks.keys()) sink.destroy()
    },
    end() {
      for (const sink of sinks.keys()) sink.end()
    },
    silent: false,
    copies: 1,
    write: (text) => send(text),
    hold() {
      held ??= []
    },
    release() {
      const lines = held ?? []
      held = null
      for (const line of lines.toReversed()) send(line)
    },
    answerShape: 'list',
    signalShape: 'list'
  }

  const send = (text: string): void => {
    if (controls.silent) return
    for (const sink of sinks.keys()) sink.write(text)
  }

  /** One line per subscription that wants it. Nobody is charged for what nobody is there to hear. */
  const deliver = (type: string, userId: string, payload: (origin: string) => unknown, billed: boolean): void => {
    const subscription = subscriptions.find((each) => each.type === type && each.userId === userId)
    const [origin] = sinks.values()
    if (subscription === undefined || origin === undefined) return
    serial += 1
    const data = {
      // X's own are negative at times, although its schema says otherwise.
      event_uuid: `${serial % 2 === 0 ? '' : '-'}68504721716${String(hashText(`${type} ${serial}`)).padStart(8, '0')}`,
      filter: { user_id: userId },
      event_type: type,
      tag: subscription.tag,
      payload: payload(origin)
    }
    if (billed) world.ledger.action('delivery')
    const line = `${JSON.stringify({ data })}\r\n`
    for (let copy = 0; copy < controls.copies; copy += 1) {
      if (held === null) send(line)
      else held.push(line)
    }
  }

  const hearEvent = (event: WorldEvent): void => {
    const [first, second] = event.conversationId.split('-')
    // The old pipeline behind it never carried groups (x-api.md 3.1).
    if (event.type !== 'MessageCreate' || event.senderId === null || first === undefined || second === undefined) return
    const recipientId = event.senderId === first ? second : first
    const payload = (origin: string): unknown =>
      messagePayload(world, event, recipientId, { origin, mediaOrigin: mediaHost === 'ton' ? TON : origin })
    deliver('dm.sent', event.senderId, payload, false)
    if (recipientId !== event.senderId) deliver('dm.received', recipientId, payload, true)
  }

  const hearSignal = (signal: WorldSignal): void => {
    const now = clock.now()
    switch (signal.kind) {
      case 'typing':
        return deliver(
          'dm.indicate_typing',
          signal.toUserId,
          () => typingPayload(signal, now, controls.signalShape),
          false
        )
      case 'read':
        return deliver('dm.read', signal.otherId, () => readPayload(signal, now, controls.signalShape), false)
      case 'encrypted-chat':
        return deliver('chat.received', signal.toUserId, () => chatPayload(signal, now), true)
    }
  }
  world.onEvent(hearEvent)
  world.onSignal(hearSignal)

  const shapeOf = (subscription: ActivitySubscription): Record<string, unknown> => {
    const at = new Date(subscription.createdAt).toISOString()
    return {
      subscription_id: subscription.id,
      event_type: subscription.type,
      filter: { user_id: subscription.userId },
      created_at: at,
      updated_at: at,
      ...(subscription.tag === undefined ? {} : { tag: subscription.tag })
    }
  }

  const create = (userId: string, body: unknown): Reply => {
    const parsed = WireNew.safeParse(body)
    if (!parsed.success) return invalidParameter(spelling, 'event_type', '', 'The body does not fit.')
    const { event_type: type, filter, tag } = parsed.data
    if (!TYPES.some((each) => each === type)) {
      return invalidParameter(spelling, 'event_type', type, `The event type [${type}] is not supported.`)
    }
    if (filter.user_id !== userId) return forbidden('You may only subscribe to private events of the authorizing user.')
    if (subscriptions.some((each) => each.type === type && each.userId === userId)) {
      return problem(409, {
        title: 'Conflict',
        detail: 'A subscription with this event type and filter exists already.',
        type: problemType(spelling, 'conflict'),
        status: 409
      })
    }
    serial += 1
    const id = String(1_976_325_569_252_868_096n + BigInt(serial))
    const made: ActivitySubscription = { id, type, userId, tag, createdAt: clock.now() }
    subscriptions = [...subscriptions, made]
    const shape = shapeOf(made)
    switch (controls.answerShape) {
      case 'list':
        return json(200, { data: [shape], meta: { total_subscriptions: subscriptions.length } })
      case 'flat':
        return json(200, { data: shape })
      case 'wrapped':
        return json(200, { data: { subscription: shape } })
    }
  }

  const remove = (ids: readonly string[]): Reply => {
    const missing = ids.find((id) => !subscriptions.some((each) => each.id === id))
    if (missing !== undefined) {
      const body: Problem = notFound(spelling, 'subscription', 'id', missing)
      return problem(404, body)
    }
    subscriptions = subscriptions.filter((each) => !ids.includes(each.id))
    return json(200, { data: { deleted: true }, meta: { total_subscriptions: subscriptions.length } })
  }

  const stream = (origin: string): Reply => {
    if (sinks.size >= MOST_CONNECTIONS) {
      return problem(429, {
        title: 'ConnectionException',
        detail: 'This stream is currently at the maximum allowed connection limit.',
        connection_issue: 'TooManyConnections',
        type: problemType(spelling, 'streaming-connection')
      })
    }
    return {
      kind: 'stream',
      open(sink) {
        sinks.set(sink, origin)
        let cancel = (): void => undefined
        const beat = (): void => {
          if (!controls.silent) sink.write('\r\n')
          cancel = clock.after(HEARTBEAT_MS, beat)
        }
        beat()
        return () => {
          cancel()
          sinks.delete(sink)
        }
      }
    }
  }

  const asApp = (path: string, request: XRequest, origin: string): Reply | null => {
    const { method, url, body } = request
    const id = /^\/2\/activity\/subscriptions\/(\d+)$/.exec(path)?.[1]
    if (method === 'GET' && path === '/2/activity/stream') return stream(origin)
    if (method === 'GET' && path === '/2/activity/subscriptions') {
      return json(200, {
        ...(subscriptions.length === 0 ? {} : { data: subscriptions.map(shapeOf) }),
        meta: { total_subscriptions: subscriptions.length }
      })
    }
    if (method === 'DELETE' && id !== undefined) return remove([id])
    if (method === 'DELETE' && path === '/2/activity/subscriptions') {
      return remove((url.searchParams.get('ids') ?? '').split(',').filter((each) => each !== ''))
    }
    if (method === 'PUT' && id !== undefined) {
      const known = subscriptions.find((each) => each.id === id)
      if (known === undefined) return remove([id])
      const parsed = z.object({ tag: z.string() }).safeParse(parsedJson(body))
      const changed = { ...known, tag: parsed.data?.tag ?? known.tag }
      subscriptions = subscriptions.map((each) => (each.id === id ? changed : each))
      return json(200, { data: shapeOf(changed) })
    }
    return null
  }

  return {
    controls,
    answer(request, origin) {
      const { method, url, headers, body } = request
      if (!url.pathname.startsWith('/2/activity/')) return null
      const token = /^Bearer (.+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? ''
      const creates = method === 'POST' && url.pathname === '/2/activity/subscriptions'
      if (token.startsWith(APP_TOKEN) && !creates) return asApp(url.pathname, request, origin)
      const check = world.tokens.check(token)
      if (token.startsWith(APP_TOKEN)) return wrongToken(spelling, 'OAuth 2.0 User Context')
      if (!check.ok) return unauthorized()
      if (!creates) return wrongToken(spelling, 'OAuth 2.0 Application-Only')
      if (!check.scopes.includes('dm.read')) return forbidden('You lack the required OAuth 2.0 scopes [dm.read].')
      return create(check.userId, parsedJson(body))
    }
  }
}

function parsedJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

function wrongToken(spelling: FieldSpelling, wanted: string): Reply {
  return problem(403, {
    title: 'Unsupported Authentication',
    detail: `This authentication is forbidden for this endpoint.  Supported authentication types are [${wanted}].`,
    type: problemType(spelling, 'unsupported-authentication'),
    status: 403
  })
}
