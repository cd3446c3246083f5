import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ActivityControls } from './api/activity.ts'
import { PRACTICE_APP_BEARER } from './api/activity.ts'
import type { Wire } from './api/answer.ts'
import { readBody, send, sendSlowly, sendTruncated, startStream, toWire } from './api/answer.ts'
import { creditsDepleted, defaultBody, tooManyRequests, unauthorized, windowHeaders } from './api/problems.ts'
import type { RateLimits } from './api/rate-limits.ts'
import type { Reply } from './api/reply.ts'
import { json } from './api/reply.ts'
import type { PracticeLog } from './deps.ts'
import { silentLog } from './deps.ts'
import type { ActiveFault, Faults } from './faults.ts'
import { createFaults } from './faults.ts'
import type { World } from './world.ts'
import type { XApiOptions } from './x-api.ts'
import { createXApi, withHeaders } from './x-api.ts'

export interface SimulatedXOptions extends XApiOptions {
  /** 0 or absent takes a free port. */
  readonly port?: number
  readonly log?: PracticeLog
}

export interface SimulatedX {
  /** `http://127.0.0.1:PORT`: base of the API and of the sign-in pages. */
  readonly url: string
  readonly port: number
  readonly clientId: string
  readonly world: World
  readonly faults: Faults
  readonly limits: RateLimits
  readonly activity: ActivityControls
  /** The app's own token, for the Activity stream. */
  readonly appBearer: string
  /** Every request that arrived, oldest first (at most the last 2,000): `GET /2/dm_events?max_results=20`. */
  readonly requests: readonly string[]
  /** Requests that have arrived and are not answered yet. */
  underWay(): number
  /** Signs a user in (the brand when absent). @param ttlMs of the access token; two hours when absent. */
  issueTokens(userId?: string, ttlMs?: number): { accessToken: string; refreshToken: string }
  close(): Promise<void>
}

const REQUESTS_KEPT = 2000

/** X's API and sign-in on 127.0.0.1. @throws when the port is taken. */
export async function startSimulatedX(options: SimulatedXOptions = {}): Promise<SimulatedX> {
  const api = createXApi(options)
  const { world, clock, dialect } = api
  const log = options.log ?? silentLog
  const faults = createFaults()
  const requests: string[] = []
  let underWay = 0
  let origin = ''

  const reply = async (request: IncomingMessage, url: URL): Promise<Reply> => {
    const headers = {
      authorization: request.headers.authorization,
      'content-type': request.headers['content-type']
    }
    const body = await readBody(request)
    return api.answer({ method: request.method ?? 'GET', url, headers, body }, { origin, readLagMs: faults.readLagMs })
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', origin)
    requests.push(`${request.method} ${request.url}`)
    if (requests.length > REQUESTS_KEPT) requests.splice(0, requests.length - REQUESTS_KEPT)
    const active = faults.take(request.method ?? 'GET', url.pathname)
    if (active !== null) {
      await misbehave(active, request, response, async () => toWire(await reply(request, url), clock.now()))
      return
    }
    const answer = await reply(request, url)
    if (answer.kind === 'stream') startStream(response, answer, clock.now())
    else send(response, toWire(answer, clock.now()))
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
    underWay += 1
    response.once('close', () => {
      underWay -= 1
    })
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
    clientId: api.clientId,
    world,
    faults,
    limits: api.limits,
    activity: api.activity,
    appBearer: PRACTICE_APP_BEARER,
    requests,
    underWay: () => underWay,
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
