import type { ActivityControls } from './api/activity.ts'
import { createActivityApi } from './api/activity.ts'
import type { OAuthOptions } from './api/oauth.ts'
import { avatar } from './api/media-download.ts'
import { createOAuth } from './api/oauth.ts'
import type { FieldSpelling } from './api/problems.ts'
import { forbidden, problem, tooManyRequests, unauthorized, unsupportedAuthentication } from './api/problems.ts'
import type { Dialect } from './api/query.ts'
import { Refusal } from './api/query.ts'
import type { LimitTable, RateLimits } from './api/rate-limits.ts'
import { createRateLimits, GENEROUS_LIMITS, X_LIMITS } from './api/rate-limits.ts'
import type { Reply } from './api/reply.ts'
import { findRoute } from './api/routes.ts'
import type { PracticeClock } from './deps.ts'
import { machineClock } from './deps.ts'
import type { World } from './world.ts'
import { createWorld } from './world.ts'

export interface XApiOptions {
  /** Whose messages are served; an empty world when absent. */
  readonly world?: World
  /** The world's own clock when absent. */
  readonly clock?: PracticeClock
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

/** One request, whatever brought it: a socket, or a simulation in the same process. */
export interface XRequest {
  readonly method: string
  /** Path and query. */
  readonly url: URL
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** The whole body; empty when there is none. */
  readonly body: Buffer
}

/** X's API and sign-in without a network: a request in, a reply out. */
export interface XApi {
  readonly world: World
  readonly clock: PracticeClock
  readonly clientId: string
  readonly dialect: Dialect
  readonly limits: RateLimits
  /** From now on X uses this spelling, as it did without notice in 2026 (x-api.md 1.6). */
  speak(spelling: FieldSpelling): void
  readonly activity: ActivityControls
  answer(request: XRequest, surroundings: Surroundings): Reply
}

/** What only the transport knows. */
export interface Surroundings {
  /** `http://127.0.0.1:PORT`, for the addresses in answers. */
  readonly origin: string
  /** How long `/2/dm_events` does not know yet what was sent, in ms. */
  readonly readLagMs: number
}

const PRACTICE_CLIENT_ID = 'practice-client'

export function createXApi(options: XApiOptions = {}): XApi {
  const world = options.world ?? createWorld(options.clock === undefined ? {} : { clock: options.clock })
  const clock = options.clock ?? world.clock ?? machineClock
  let dialect: Dialect = { spelling: options.fieldSpelling ?? 'old', strict: options.strictFields ?? false }
  const clientId = options.clientId ?? PRACTICE_CLIENT_ID
  const limits = createRateLimits(clock, tableOf(options.limits))
  const oauth = createOAuth(world, {
    clientId,
    redirectUris: options.redirectUris ?? null,
    consent: options.consent ?? 'page'
  })

  const activity = createActivityApi(world, dialect.spelling, options.mediaHost ?? 'own')

  const openPages = ({ method, url, body }: XRequest): Reply | null => {
    const form = (): URLSearchParams => new URLSearchParams(body.toString('utf8'))
    switch (`${method} ${url.pathname}`) {
      case 'GET /i/oauth2/authorize':
      case 'GET /2/oauth2/authorize':
        return oauth.authorize(url.searchParams)
      case 'POST /i/oauth2/authorize':
        return oauth.decide(form())
      case 'POST /2/oauth2/token':
        return oauth.token(form())
      case 'POST /2/oauth2/revoke':
        return oauth.revoke(form())
      default: {
        const avatarOf = /^\/avatars\/(\d+)_\w+\.png$/.exec(url.pathname)?.[1]
        return method === 'GET' && avatarOf !== undefined ? avatar(world, avatarOf) : null
      }
    }
  }

  const signedIn = (request: XRequest, { origin, readLagMs }: Surroundings): Reply => {
    const { method, url, headers, body } = request
    const found = findRoute(method, url.pathname)
    if (found === null)
      return problem(404, { title: 'Not Found', type: 'about:blank', status: 404, detail: 'Not Found' })
    const token = /^Bearer (.+)$/i.exec(headers['authorization'] ?? '')?.[1] ?? ''
    // App-only tokens of X all begin like this.
    if (token.startsWith('AAAAAAAAAA')) return unsupportedAuthentication(dialect.spelling)
    const check = world.tokens.check(token)
    if (!check.ok) return unauthorized()
    const missing = found.route.scopes.filter((scope) => !check.scopes.includes(scope))
    if (missing.length > 0) return forbidden(`You lack the required OAuth 2.0 scopes [${missing.join(', ')}].`)
    const rate = limits.take(check.userId, found.route.endpoint)
    if (!rate.allowed) return tooManyRequests(options.rateLimitBody ?? 'v1', rate.headers)
    const context = {
      world,
      origin,
      mediaOrigin: options.mediaHost === 'ton' ? 'https://ton.twitter.com' : origin,
      userId: check.userId,
      query: url.searchParams,
      params: found.params,
      body: method === 'POST' ? parsed(body) : undefined,
      bytes: body,
      contentType: headers['content-type'] ?? '',
      dialect,
      readLagMs,
      trailingToken: options.trailingToken ?? true
    }
    return withHeaders(
      refused(() => found.route.handle(context)),
      rate.headers
    )
  }

  return {
    world,
    clock,
    clientId,
    get dialect() {
      return dialect
    },
    limits,
    speak(spelling) {
      dialect = { ...dialect, spelling }
    },
    activity: activity.controls,
    answer: (request, surroundings) =>
      openPages(request) ?? activity.answer(request, surroundings.origin) ?? signedIn(request, surroundings)
  }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}

function tableOf(limits: XApiOptions['limits']): LimitTable {
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

export function withHeaders(reply: Reply, headers: Readonly<Record<string, string>>): Reply {
  return reply.kind === 'redirect' ? reply : { ...reply, headers: { ...headers, ...reply.headers } }
}
