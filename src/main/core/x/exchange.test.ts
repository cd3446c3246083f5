import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { createFakeClock } from '../testing/fake-clock.ts'
import { startLoopbackServer } from '../testing/loopback-server.ts'
import { MAX_JSON_BYTES, exchange, type Exchanged } from './exchange.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

function post(base: string, clock = createFakeClock(), signal?: AbortSignal): Promise<Exchanged> {
  return exchange({ fetch, clock, signal }, { method: 'POST', url: `${base}/2/x`, headers: {}, body: '{"text":"Hi"}' })
}

/** Sends one request to a server that behaves as `handle` says. */
async function postTo(handle: Handler): Promise<Exchanged> {
  await using server = await startLoopbackServer(handle)
  return await post(server.base)
}

describe('a whole answer', () => {
  test('comes as text with its status and headers', async () => {
    const exchanged = await postTo((_request, response) => {
      response.writeHead(201, { 'x-rate-limit-limit': '15' })
      response.write(Buffer.from('é').subarray(0, 1))
      response.end(Buffer.from('é').subarray(1))
    })
    expect(exchanged).toMatchObject({ ok: true, answer: { status: 201, text: 'é' } })
    expect(exchanged.ok && exchanged.answer.headers.get('x-rate-limit-limit')).toBe('15')
  })

  test('leaves no time limit behind', async () => {
    await using server = await startLoopbackServer((_request, response) => response.end('{}'))
    const clock = createFakeClock()
    await post(server.base, clock)
    expect(clock.pending()).toBe(0)
  })
})

describe('a failure', () => {
  test('to connect means that nothing was sent', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as { port: number }
    server.close()
    await once(server, 'close')
    expect(await post(`http://127.0.0.1:${port}`)).toMatchObject({
      ok: false,
      problem: { kind: 'network', effect: 'none', detail: 'X cannot be reached (ECONNREFUSED).' }
    })
  })

  test('to find the host means that nothing was sent', async () => {
    const unresolved = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND', syscall: 'getaddrinfo' })
    const failing: typeof fetch = async () => {
      throw new TypeError('fetch failed', { cause: unresolved })
    }
    const request = { method: 'GET', url: 'https://api.x.com/', headers: {}, body: null } as const
    expect(await exchange({ fetch: failing, clock: createFakeClock() }, request)).toMatchObject({
      ok: false,
      problem: { kind: 'network', effect: 'none' }
    })
  })

  test('of the certificate means that nothing was sent; a plain reset does not', async () => {
    const outcomeOf = async (cause: Error): Promise<unknown> => {
      const failing: typeof fetch = async () => {
        throw new TypeError('fetch failed', { cause })
      }
      const request = { method: 'POST', url: 'https://api.x.com/', headers: {}, body: '{}' } as const
      const exchanged = await exchange({ fetch: failing, clock: createFakeClock() }, request)
      return exchanged.ok ? null : exchanged.problem.effect
    }
    const coded = (message: string, code: string): Error => Object.assign(new Error(message), { code })
    expect(await outcomeOf(coded('expired', 'CERT_HAS_EXPIRED'))).toBe('none')
    const early = 'Client network socket disconnected before secure TLS connection was established'
    expect(await outcomeOf(coded(early, 'ECONNRESET'))).toBe('none')
    expect(await outcomeOf(new Error('net::ERR_NAME_NOT_RESOLVED'))).toBe('none')
    expect(await outcomeOf(coded('read ECONNRESET', 'ECONNRESET'))).toBe('unknown')
    expect(await outcomeOf(coded('other side closed', 'UND_ERR_SOCKET'))).toBe('unknown')
    expect(await outcomeOf(new AggregateError([coded('a', 'ECONNREFUSED'), coded('b', 'ETIMEDOUT')]))).toBe('unknown')
    expect(await outcomeOf(new AggregateError([coded('a', 'ECONNREFUSED'), coded('b', 'ECONNREFUSED')]))).toBe('none')
  })

  test('after the request left means that it may have been carried out', async () => {
    const exchanged = await postTo((request) => request.socket.destroy())
    expect(exchanged).toMatchObject({ ok: false, problem: { kind: 'network', effect: 'unknown', status: null } })
  })

  test('in the middle of a good answer keeps its status', async () => {
    const exchanged = await postTo((request, response) => {
      response.writeHead(201, { 'content-length': '100' })
      response.write('{"data":{"dm_ev', () => request.socket.destroy())
    })
    expect(exchanged).toMatchObject({ ok: false, problem: { kind: 'network', effect: 'unknown', status: 201 } })
  })

  test('in the middle of an error is no matter: the status says enough', async () => {
    const exchanged = await postTo((request, response) => {
      response.writeHead(403, { 'content-length': '100' })
      response.write('{"tit', () => request.socket.destroy())
    })
    expect(exchanged).toMatchObject({ ok: true, answer: { status: 403, text: '' } })
  })

  test('is an endless answer, too', async () => {
    const chunk = Buffer.alloc(1024 * 1024, 'x')
    let sent = 0
    const exchanged = await postTo((_request, response) => {
      const more = (): void => {
        sent += chunk.length
        if (!response.destroyed) response.write(chunk, more)
      }
      more()
    })
    expect(exchanged).toMatchObject({ ok: false, problem: { kind: 'malformed', effect: 'unknown' } })
    expect(sent).toBeGreaterThanOrEqual(MAX_JSON_BYTES)
    expect(sent).toBeLessThan(2 * MAX_JSON_BYTES)
  })
})

describe('time', () => {
  test('runs out without headers: 30 s for a send', async () => {
    const arrived = Promise.withResolvers<void>()
    await using server = await startLoopbackServer(() => arrived.resolve())
    const clock = createFakeClock()
    const exchanged = post(server.base, clock)
    await arrived.promise
    clock.advance(29_999)
    expect(await Promise.race([exchanged, settled()])).toBe('still waiting')
    clock.advance(1)
    expect(await exchanged).toMatchObject({ ok: false, problem: { kind: 'timeout', effect: 'unknown', status: null } })
  })

  test('runs out without headers: 20 s for a read, even when fetch itself never notices', async () => {
    const clock = createFakeClock()
    const deaf: typeof fetch = () => new Promise(() => undefined)
    const request = { method: 'GET', url: 'https://api.x.com/', headers: {}, body: null } as const
    const exchanged = exchange({ fetch: deaf, clock }, request)
    clock.advance(20_000)
    expect(await exchanged).toMatchObject({ ok: false, problem: { kind: 'timeout' } })
  })

  test('runs out in the body after 60 s', async () => {
    await using server = await startLoopbackServer((_request, response) => {
      response.writeHead(200)
      response.write('{')
    })
    const clock = createFakeClock()
    const headers = Promise.withResolvers<void>()
    const noticing: typeof fetch = async (...parameters) => {
      const response = await fetch(...parameters)
      // The caller restarts the time right after this promise.
      setImmediate(headers.resolve)
      return response
    }
    const request = { method: 'GET', url: server.base, headers: {}, body: null } as const
    const exchanged = exchange({ fetch: noticing, clock }, request)
    await headers.promise
    clock.advance(59_999)
    expect(await Promise.race([exchanged, settled()])).toBe('still waiting')
    clock.advance(1)
    expect(await exchanged).toMatchObject({ ok: false, problem: { kind: 'timeout', status: 200 } })
  })

  test('can be cut short by the caller', async () => {
    const arrived = Promise.withResolvers<void>()
    await using server = await startLoopbackServer(() => arrived.resolve())
    const controller = new AbortController()
    const exchanged = post(server.base, createFakeClock(), controller.signal)
    await arrived.promise
    controller.abort()
    expect(await exchanged).toMatchObject({ ok: false, problem: { kind: 'cancelled', effect: 'unknown' } })
  })
})

/** Resolves after everything that is ready has run. */
function settled(): Promise<string> {
  return new Promise((resolve) => setImmediate(() => resolve('still waiting')))
}
