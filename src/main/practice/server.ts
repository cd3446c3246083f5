import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Wire } from './api/answer.ts'
import { readBody, send, sendSlowly, sendTruncated, toWire } from './api/answer.ts'
import { avatar } from './api/media-download.ts'
import type { OAuthOptions } from './api/oauth.ts'
import { createOAuth } from './api/oauth.ts'
import type { FieldSpelling } from './api/problems.ts'
import {
  creditsDepleted,
  forbidden,
  problem,
  problemType,
  serviceUnavailable,
  tooManyRequests,
  unauthorized,
  unsupportedAuthentication
} from './api/problems.ts'
import { Refusal } from './api/query.ts'
import type { LimitTable, RateLimits } from './api/rate-limits.ts'
import { createRateLimits, GENEROUS_LIMITS, WINDOW_MS, X_LIMITS } from './api/rate-limits.ts'
import type { Reply } from './api/reply.ts'
import { json } from './api/reply.ts'
import { findRoute } from './api/routes.ts'
import type { PracticeClock, PracticeLog } from './deps.ts'
import { machineClock, silentLog } from './deps.ts'
import type { ActiveFault, Faults } from './faults.ts'
import { createFaults } from './faults.ts'
import type { World } from './world.ts'
import { createWorld } from './world.ts'

export interface SimulatedXOptions {
  /** Whose messages are served; an empty world when absent. */
  readonly world?: World
  /** 0 or absent takes a free port. */
  readonly port?: number
  /** The world's own clock when absent. */
  readonly clock?: PracticeClock
  readonly log?: PracticeLog
  /** X's real numbers, room for practice (the default), or a table of one's own. */
  readonly limits?: 'x' | 'generous' | LimitTable
  /** How a request over the limit is told so. */
  readonly rateLimitBody?: 'v1' | 'problem'
  /** `old` is what the documentation still writes, `new` the spec since 2.167 (x-api.md 1.6). */
  readonly fieldSpelling?: FieldSpelling
  /** Refuses field names of the other spelling with 400. */
  readonly strictFields?: boolean
  /** Whether the last page carries a `next_token` too, as recorded; on by default. */
  readonly trailingToken?: boolean
  /**
   * Whose address attachments carry: this server's, or `ton` as X writes it, which is served here through
   * `/2/dm_conversations/media/…` and stays right when the port changes.
   */
  readonly mediaHost?: 'own' | 'ton'
  readonly clientId?: string
  readonly redirectUris?: readonly string[]
  readonly consent?: OAuthOptions['consent']
}

export interface SimulatedX {
  /** `http://127.0.0.1:PORT`: base of the API and of the sign-in pages. */
  readonly url: string
  readonly port: number
  readonly clientId: string
  readonly world: World
  readonly faults: Faults
  readonly limits: RateLimits
  /** Every request that arrived, oldest first (at most the last 2,000): `GET /2/dm_events?max_results=20`. */
  readonly requests: readonly string[]
  /** Signs a user in (the brand when absent). @param ttlMs of the access token; two hours when absent. */
  issueTokens(userId?: string, ttlMs?: number): { accessToken: string; refreshToken: string }
  close(): Promise<void>
}

const PRACTICE_CLIENT_ID = 'practice-client'
const REQUESTS_KEPT = 2000

/** X's API and sign-in on 127.0.0.1. @throws when the port is taken. */
export async function startSimulatedX(options: SimulatedXOptions = {}): Promise<SimulatedX> {
  const world = options.world ?? createWorld(options.clock === undefined ? {} : { clock: options.clock })
  const clock = options.clock ?? world.clock ?? machineClock
  const log = options.log ?? silentLog
  const dialect = { spelling: options.fieldSpelling ?? 'old', strict: options.strictFields ?? false }
  const clientId = options.clientId ?? PRACTICE_CLIENT_ID
  const limits = createRateLimits(clock, tableOf(options.limits))
  const faults = createFaults()
  const requests: string[] = []
  const oauth = createOAuth(world, {
    clientId,
    redirectUris: options.redirectUris ?? null,
    consent: options.consent ?? 'page'
  })
  let origin = ''

  const openPages = async (request: IncomingMessage, url: URL): Promise<Reply | null> => {
    const key = `${request.method} ${url.pathname}`
    switch (key) {
      case 'GET /i/oauth2/authorize':
      case 'GET /2/oauth2/authorize':
        return oauth.authorize(url.searchParams)
      case 'POST /i/oauth2/authorize':
        return oauth.decide(new URLSearchParams(await readBody(request)))
      case 'POST /2/oauth2/token':
        return oauth.token(new URLSearchParams(await readBody(request)))
      case 'POST /2/oauth2/revoke':
        return oauth.revoke(new URLSearchParams(await readBody(request)))
      default: {
        const avatarOf = /^\/avatars\/(\d+)_\w+\.png$/.exec(url.pathname)?.[1]
        return request.method === 'GET' && avatarOf !== undefined ? avatar(world, avatarOf) : null
      }
    }
  }

  const signedIn = async (request: IncomingMessage, url: URL): Promise<Reply> => {
    const found = findRoute(request.method ?? 'GET', url.pathname)
    if (found === null)
      return problem(404, { title: 'Not Found', type: 'about:blank', status: 404, detail: 'Not Found' })
    const token = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? ''
    // App-only tokens of X all begin like this.
    if (token.startsWith('AAAAAAAAAA')) return unsupportedAuthentication(dialect.spelling)
    const check = world.tokens.check(token)
    if (!check.ok) return unauthorized()
    const missing = found.route.scopes.filter((scope) => !check.scopes.includes(scope))
    if (missing.length > 0) return forbidden(`You lack the required OAuth 2.0 scopes [${missing.join(', ')}].`)
    const rate = limits.take(check.userId, found.route.endpoint)
    if (!rate.allowed) return tooManyRequests(options.rateLimitBody ?? 'v1', rate.headers)
    let body: unknown
    if (request.method === 'POST') {
      try {
        body = JSON.parse(await readBody(request))
      } catch {
        body = undefined
      }
    }
    const context = {
      world,
      origin,
      mediaOrigin: options.mediaHost === 'ton' ? 'https://ton.twitter.com' : origin,
      userId: check.userId,
      query: url.searchParams,
      params: found.params,
      body,
      dialect,
      readLagMs: faults.readLagMs,
      trailingToken: options.trailingToken ?? true
    }
    return withHeaders(
      refused(() => found.route.handle(context)),
      rate.headers
    )
  }

  const answer = async (request: IncomingMessage, url: URL): Promise<Wire> => {
    const reply = (await openPages(request, url)) ?? (await signedIn(request, url))
    return toWire(reply, clock.now())
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', origin)
    requests.push(`${request.method} ${request.url}`)
    if (requests.length > REQUESTS_KEPT) requests.splice(0, requests.length - REQUESTS_KEPT)
    const active = faults.take(request.method ?? 'GET', url.pathname)
    if (active === null) send(response, await answer(request, url))
    else await misbehave(active, request, response, () => answer(request, url))
  }

  const misbehave = async (
    { fault, released }: ActiveFault,
    request: IncomingMessage,
    response: ServerResponse,
    work: () => Promise<Wire>
  ): Promise<void> => {
    const refuse = async (reply: Reply): Promise<void> => {
      await readBody(request)
      send(response, toWire(reply, clock.now()))
    }
    switch (fault.kind) {
      case 'reset':
        if (fault.when === 'after') await work()
        else await readBody(request)
        return void request.socket.resetAndDestroy()
      case 'hang': {
        const done = fault.when === 'after' ? await work() : null
        await released
        if (!response.destroyed) send(response, done ?? (await work()))
        return
      }
      case 'status': {
        if (fault.when === 'after') await work()
        const rate = fault.rateHeaders === false ? {} : windowHeaders(clock, fault.status === 429 ? 0 : 10)
        const headers = { ...rate, ...fault.headers }
        if (fault.body !== undefined) return refuse(json(fault.status, fault.body, headers))
        return refuse(withHeaders(defaultBody(fault.status, dialect.spelling), headers))
      }
      case 'token-refused':
        return refuse(unauthorized())
      case 'out-of-credits':
        return refuse(creditsDepleted(dialect.spelling))
      case 'rate-limited':
        return refuse(tooManyRequests(fault.form ?? 'v1', fault.rateHeaders ? windowHeaders(clock, 0) : {}))
      case 'html':
        return refuse({
          kind: 'html',
          status: fault.status ?? 200,
          html: '<!doctype html><html><body><h1>Something went wrong</h1><script>document.title="boom"</script></body></html>'
        })
      case 'truncated':
        return sendTruncated(response, await work())
      case 'malformed': {
        const wire = await work()
        return send(response, {
          ...wire,
          bytes: Buffer.from(wire.bytes.toString('utf8').replace(/[}\]]\s*$/, ',"data":[{'))
        })
      }
      case 'slow':
        return sendSlowly(response, await work(), clock, fault.pieces, fault.everyMs)
      case 'rewrite': {
        const wire = await work()
        const changed = toWire(json(wire.status, fault.change(JSON.parse(wire.bytes.toString('utf8')))), clock.now())
        return send(response, { ...changed, headers: { ...wire.headers } })
      }
    }
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A bug here, or a client that hung up while sending: the message names no text of anybody.
      log.warn('The simulated X failed on a request', { error: error instanceof Error ? error.message : 'unknown' })
      if (!response.headersSent) send(response, toWire(defaultBody(500, dialect.spelling), clock.now()))
      else response.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  origin = `http://127.0.0.1:${port}`

  return {
    url: origin,
    port,
    clientId,
    world,
    faults,
    limits,
    requests,
    issueTokens(userId = world.brand.id, ttlMs?) {
      const { accessToken, refreshToken } = world.tokens.issue(userId, undefined, ttlMs)
      return { accessToken, refreshToken }
    },
    close() {
      faults.clear()
      return new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
    }
  }
}

function tableOf(limits: SimulatedXOptions['limits']): LimitTable {
  if (limits === 'x') return X_LIMITS
  return limits === undefined || limits === 'generous' ? GENEROUS_LIMITS : limits
}

function refused(handle: () => Reply): Reply {
  try {
    return handle()
  } catch (error) {
    if (error instanceof Refusal) return error.reply
    throw error
  }
}

function withHeaders(reply: Reply, headers: Readonly<Record<string, string>>): Reply {
  return reply.kind === 'redirect' ? reply : { ...reply, headers: { ...headers, ...reply.headers } }
}

function windowHeaders(clock: PracticeClock, remaining: number): Record<string, string> {
  return {
    'x-rate-limit-limit': '15',
    'x-rate-limit-remaining': String(remaining),
    'x-rate-limit-reset': String(Math.ceil((clock.now() + WINDOW_MS) / 1000))
  }
}

function defaultBody(status: number, spelling: FieldSpelling): Reply {
  switch (status) {
    case 401:
      return unauthorized()
    case 402:
      return creditsDepleted(spelling)
    case 403:
      return forbidden('You are not permitted to perform this action.')
    case 429:
      return tooManyRequests('v1')
    case 503:
      return serviceUnavailable()
    default:
      return problem(status, {
        title: 'Internal Error',
        type: problemType(spelling, 'internal-error'),
        status,
        detail: 'Internal error'
      })
  }
}
