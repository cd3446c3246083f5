import { toWire } from '../src/main/practice/api/answer.ts'
import type { FakeClock } from '../src/main/core/testing/fake-clock.ts'
import type { XApi, XRequest } from '../src/main/practice/x-api.ts'
import { between, pick } from '../src/main/practice/seeded-random.ts'

/** Everything that can happen to one request. `after` means that X has carried it out by then. */
export const faultKinds = [
  'refused',
  'reset-before',
  'reset-after',
  'reset-effect-later',
  'silent-before',
  'silent-after',
  'slow',
  'truncated',
  'html-before',
  'html-after',
  'server-error-before',
  'server-error-after',
  'unauthorized',
  'out-of-credits',
  'rate-limited',
  'rate-limited-mute',
  'broken-json',
  'duplicates',
  'shuffled'
] as const
export type FaultKind = (typeof faultKinds)[number]

export interface NetworkOptions {
  readonly time: FakeClock
  readonly api: XApi
  readonly random: () => number
  readonly note: (what: string) => void
}

/** The way between the machine and X, with the faults of the moment. All of it runs on simulated time. */
export interface Network {
  readonly fetch: typeof fetch
  /** 0 to 1: how many requests meet a fault. */
  faultRate: number
  /** Which faults may be met. */
  kinds: readonly FaultKind[]
  /** No route at all. */
  down: boolean
  /** What arrives while the machine sleeps is lost. */
  asleep: boolean
  /** How long `/2/dm_events` and the conversations' own lists do not know an event yet, ms. */
  lagMs: number
  ownLagMs: number
  /** Moments before which single events are shown nowhere. */
  readonly hiddenUntil: Map<string, number>
  /** Requests that X itself refused because a limit was exceeded: never an injected fault. */
  readonly overLimit: string[]
  /** Whether the answer to a renewal of the sign-in may have been lost: then a new one may be needed. */
  renewalInTrouble: boolean
  /** Lists of all events that X has answered without a fault. */
  goodReads: number
}

const ORIGIN = 'https://api.x.example'
/** A request that was lost on the way may still arrive this much later, ms. */
const LATEST_EFFECT_MS = 20_000

export function createNetwork(options: NetworkOptions): Network {
  const { time, api, random, note } = options
  const hiddenUntil = new Map<string, number>()
  const overLimit: string[] = []

  const work = (
    method: string,
    url: URL,
    headers: Headers,
    body: Buffer
  ): { status: number; headers: Record<string, string>; text: string } => {
    const lag = url.pathname === '/2/dm_events' ? network.lagMs : network.ownLagMs
    const reply = api.answer(request(method, url, headers, body), { origin: ORIGIN, readLagMs: lag })
    const wire = toWire(reply, time.now())
    if (wire.status === 429) {
      overLimit.push(`${method} ${url.pathname}`)
      note(`over the limit: ${method} ${url.pathname}`)
    }
    return { status: wire.status, headers: wire.headers, text: hide(wire.bytes.toString('utf8'), lag) }
  }

  /** The Activity stream: lines come twice, late and out of order, between garbage, and it breaks off or falls silent. */
  const openStream = (
    asked: XRequest,
    signal: AbortSignal | null,
    resolve: (response: Response) => void,
    troubled: boolean
  ): void => {
    const reply = api.answer(asked, { origin: ORIGIN, readLagMs: 0 })
    const wire = toWire(reply, time.now())
    if (reply.kind !== 'stream') {
      resolve(new Response(wire.bytes.toString('utf8'), { status: wire.status, headers: wire.headers }))
      return
    }
    let stop: () => void = () => undefined
    let silent = false
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        const guarded = (work: () => void): void => {
          try {
            work()
          } catch {
            // The other side has gone.
          }
        }
        const breakOff = (): void => {
          stop()
          guarded(() => controller.error(socketError('ECONNRESET', 'read')))
        }
        const deliver = (text: string): void => {
          if (network.down || network.asleep) breakOff()
          else if (!silent) guarded(() => controller.enqueue(Buffer.from(text)))
        }
        signal?.addEventListener('abort', () => stop(), { once: true })
        if (troubled) {
          time.after(between(random, 1_000, 120_000), () => {
            if (random() < 0.5) breakOff()
            else silent = true
            note('stream in trouble')
          })
        }
        stop = reply.open({
          write(text) {
            const often = random() < network.faultRate ? 2 : 1
            for (let copy = 0; copy < often; copy += 1) {
              const delay = random() < network.faultRate ? between(random, 10, 20_000) : 10
              time.after(delay, () => deliver(random() < network.faultRate / 4 ? `{"half":\r\n${text}` : text))
            }
          },
          end: () => guarded(() => controller.close()),
          destroy: breakOff
        })
      },
      cancel: () => stop()
    })
    note('stream open')
    resolve(new Response(body, { status: wire.status, headers: wire.headers }))
  }

  /** X's lists do not know everything at once. */
  const hide = (text: string, lag: number): string => {
    if (hiddenUntil.size === 0 && lag === 0) return text
    return changeEvents(text, (events) =>
      events.filter((event) => (hiddenUntil.get(event.id) ?? 0) <= time.now() && !isFresh(event.id, lag))
    )
  }
  const isFresh = (id: string, lag: number): boolean => {
    const event = api.world.event(id)
    return event !== undefined && event.viaApi && event.at + lag > time.now()
  }

  const fetchOne = (input: string, init: RequestInit): Promise<Response> => {
    const url = new URL(input)
    const method = init.method ?? 'GET'
    const headers = new Headers(init.headers)
    // Pictures go through files of the machine, whose time is not simulated.
    if (url.pathname.startsWith('/avatars/')) return Promise.resolve(new Response('{}', { status: 404 }))
    const body = Buffer.from(typeof init.body === 'string' ? init.body : '')
    const path = `${method} ${url.pathname}`
    const { promise, resolve, reject } = Promise.withResolvers<Response>()
    const signal = init.signal ?? null
    signal?.addEventListener('abort', () => reject(signal.reason as Error), { once: true })

    const there = between(random, 20, 400)
    const back = between(random, 20, 400)
    if (network.down || network.asleep) {
      note(`${path} no network`)
      time.after(there, () => reject(socketError('ENOTFOUND', 'getaddrinfo')))
      return promise
    }
    const fault = random() < network.faultRate && network.kinds.length > 0 ? pick(random, network.kinds) : null
    note(fault === null ? path : `${path} ${fault}`)
    const renewal = url.pathname === '/2/oauth2/token'
    if (renewal && fault !== null) network.renewalInTrouble = true
    if (url.pathname === '/2/activity/stream') {
      time.after(there, () => openStream(request(method, url, headers, body), signal, resolve, fault !== null))
      return promise
    }
    // The machine may be without a network when the answer comes.
    const arrive = (deliver: () => void): void => {
      time.after(back, () => {
        if (!network.down && !network.asleep) return deliver()
        if (renewal) network.renewalInTrouble = true
        reject(socketError('ECONNRESET', 'read'))
      })
    }
    const answer = (change: (text: string) => string = (text) => text): void => {
      const done = work(method, url, headers, body)
      arrive(() => resolve(new Response(change(done.text), { status: done.status, headers: done.headers })))
    }
    const say = (status: number, text: string, extra: Record<string, string> = {}): void => {
      arrive(() => resolve(new Response(text, { status, headers: { 'content-type': 'application/json', ...extra } })))
    }
    time.after(there, () => {
      switch (fault) {
        case null:
          if (path === 'GET /2/dm_events') network.goodReads += 1
          return answer()
        case 'refused':
          return reject(socketError('ECONNREFUSED', 'connect'))
        case 'reset-before':
          return reject(socketError('ECONNRESET', 'read'))
        case 'reset-after':
          work(method, url, headers, body)
          return reject(socketError('ECONNRESET', 'read'))
        case 'reset-effect-later':
          time.after(between(random, 100, LATEST_EFFECT_MS), () => void work(method, url, headers, body))
          return reject(socketError('ECONNRESET', 'read'))
        case 'silent-before':
          return
        case 'silent-after':
          work(method, url, headers, body)
          return
        case 'slow': {
          const done = work(method, url, headers, body)
          const pieces = between(random, 2, 5)
          return arrive(() => resolve(slowResponse(done, pieces, between(random, 200, 30_000), time)))
        }
        case 'truncated': {
          const done = work(method, url, headers, body)
          return arrive(() => resolve(brokenResponse(done)))
        }
        case 'html-before':
          return say(200, PAGE, { 'content-type': 'text/html' })
        case 'html-after':
          work(method, url, headers, body)
          return say(pick(random, [200, 502]), PAGE, { 'content-type': 'text/html' })
        case 'server-error-before':
          return say(pick(random, [500, 502, 503, 504]), '{"title":"Internal Error","detail":"Internal error"}')
        case 'server-error-after':
          work(method, url, headers, body)
          return say(pick(random, [500, 502, 503, 504]), '{"title":"Internal Error","detail":"Internal error"}')
        case 'unauthorized':
          return say(401, '{"title":"Unauthorized","type":"about:blank","status":401,"detail":"Unauthorized"}')
        case 'out-of-credits':
          return say(
            402,
            '{"title":"CreditsDepleted","detail":"no credits","type":"https://api.x.com/2/problems/credits"}'
          )
        case 'rate-limited': {
          const reset = Math.ceil((time.now() + between(random, 30, 900) * 1000) / 1000)
          return say(429, '{"errors":[{"code":88,"message":"Rate limit exceeded"}]}', {
            'x-rate-limit-limit': '15',
            'x-rate-limit-remaining': '0',
            'x-rate-limit-reset': String(reset)
          })
        }
        case 'rate-limited-mute':
          return say(
            429,
            '{"title":"Too Many Requests","type":"about:blank","status":429,"detail":"Too Many Requests"}'
          )
        case 'broken-json':
          return answer((text) => text.slice(0, -1))
        case 'duplicates':
          return answer((text) =>
            changeEvents(text, (events) => events.flatMap((event) => (random() < 0.3 ? [event, event] : [event])))
          )
        case 'shuffled':
          return answer((text) => changeEvents(text, (events) => events.toSorted(() => random() - 0.5)))
      }
    })
    return promise
  }

  const network: Network = {
    fetch: (input, init = {}) => {
      if (typeof input !== 'string') return Promise.reject(new TypeError('only addresses as text are asked here'))
      return fetchOne(input, init)
    },
    faultRate: 0,
    kinds: faultKinds,
    down: false,
    asleep: false,
    lagMs: 0,
    ownLagMs: 0,
    hiddenUntil,
    overLimit,
    goodReads: 0,
    renewalInTrouble: false
  }
  return network
}

export const SIMULATED_API = ORIGIN

function request(method: string, url: URL, headers: Headers, body: Buffer): XRequest {
  const one = (name: string): string | undefined => headers.get(name) ?? undefined
  return { method, url, headers: { authorization: one('authorization'), 'content-type': one('content-type') }, body }
}

const PAGE = '<!doctype html><html><body><h1>Something went wrong</h1></body></html>'

function socketError(code: string, syscall: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(`${syscall} ${code}`), { code, syscall }) })
}

/** Changes the `data` of an answer that lists events; other answers stay as they are. */
function changeEvents(text: string, change: (events: { id: string }[]) => { id: string }[]): string {
  if (!text.startsWith('{"data":[')) return text
  const body = JSON.parse(text) as { data: { id: string }[]; meta?: { result_count?: number } }
  body.data = change(body.data)
  if (body.meta?.result_count !== undefined) body.meta.result_count = body.data.length
  return JSON.stringify(body)
}

interface Done {
  readonly status: number
  readonly headers: Record<string, string>
  readonly text: string
}

function slowResponse(done: Done, pieces: number, everyMs: number, time: FakeClock): Response {
  const bytes = Buffer.from(done.text)
  const size = Math.max(1, Math.ceil(bytes.length / pieces))
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const next = (from: number): void => {
        try {
          controller.enqueue(bytes.subarray(from, from + size))
          if (from + size >= bytes.length) controller.close()
          else time.after(everyMs, () => next(from + size))
        } catch {
          // The other side has given up.
        }
      }
      next(0)
    }
  })
  return new Response(body, { status: done.status, headers: done.headers })
}

function brokenResponse(done: Done): Response {
  const bytes = Buffer.from(done.text)
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.subarray(0, Math.floor(bytes.length / 2)))
      controller.error(socketError('ECONNRESET', 'read'))
    }
  })
  return new Response(body, { status: done.status, headers: done.headers })
}
