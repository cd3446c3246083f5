import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { createFakeClock } from '../testing/fake-clock.ts'
import { startLoopbackServer } from '../testing/loopback-server.ts'
import { createRecordedLog } from '../testing/recorded-log.ts'
import { createScriptedFetch, jsonReply } from '../testing/scripted-fetch.ts'
import { createXClient, type XClient } from './client.ts'
import type { TokenKeeper } from './tokens.ts'

const PHOTO = 'https://ton.twitter.com/1.1/ton/data/dm/11/22/a.jpg'
const AVATAR = 'https://pbs.twimg.com/profile_images/1/a.jpg'

const tokens: TokenKeeper = {
  accessToken: async () => ({ ok: true, token: 'token-1' }),
  refreshAfter401: async () => ({ ok: true, token: 'token-2' })
}

function setUp(realFetch?: typeof fetch, apiBase = 'https://api.x.com') {
  const web = createScriptedFetch()
  const clock = createFakeClock()
  const client = createXClient({ apiBase, fetch: realFetch ?? web.fetch, clock, log: createRecordedLog(), tokens })
  return { web, clock, client }
}

function picture(bytes = 'JPEG', headers: Record<string, string> = {}, status = 200): Response {
  return new Response(bytes, { status, headers: { 'content-type': 'image/jpeg', ...headers } })
}

async function open(client: XClient, ...parameters: Parameters<XClient['downloadMedia']>) {
  const result = await client.downloadMedia(...parameters)
  if (!result.ok) throw new Error(result.problem.kind)
  return result.value
}

async function textOf(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = []
  for await (const chunk of body) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

test('streams a private file through the API, with the token', async () => {
  const { web, client } = setUp()
  web.reply(picture('JPEG', { 'content-type': 'Image/JPEG; q=1', 'content-length': '4' }))
  const file = await open(client, PHOTO)
  expect(file).toMatchObject({ contentType: 'image/jpeg', length: 4, range: null })
  expect(await textOf(file.body)).toBe('JPEG')
  expect(web.requests[0]?.url.href).toBe('https://api.x.com/2/dm_conversations/media/11/22/a.jpg')
  expect(web.requests[0]?.headers.get('authorization')).toBe('Bearer token-1')
})

test('gives no token to public hosts', async () => {
  const { web, client } = setUp()
  web.reply(picture())
  await open(client, AVATAR)
  expect(web.requests[0]?.headers.has('authorization')).toBe(false)
})

test('fetches nothing from anywhere else', async () => {
  const { web, client } = setUp()
  expect(await client.downloadMedia('https://evil.example/a.jpg')).toMatchObject({
    ok: false,
    requests: 0,
    problem: { kind: 'forbidden', reason: 'address' }
  })
  expect(web.requests).toEqual([])
})

test('checks every redirect anew, and leaves the token behind', async () => {
  const { web, client } = setUp()
  const redirect = (location: string): Response => new Response(null, { status: 302, headers: { location } })
  web.reply(redirect('https://video.twimg.com/a.mp4'), picture(), redirect('http://169.254.169.254/'))
  await open(client, PHOTO)
  expect(web.requests[1]?.url.href).toBe('https://video.twimg.com/a.mp4')
  expect(web.requests[1]?.headers.has('authorization')).toBe(false)
  expect(await client.downloadMedia(PHOTO)).toMatchObject({ ok: false, problem: { reason: 'address' } })
  expect(web.requests).toHaveLength(3)
})

test('passes a range on and says what came', async () => {
  const { web, client } = setUp()
  web.reply(
    picture('PE', { 'content-range': 'bytes 1-2/4', 'content-length': '2' }, 206),
    picture('JPEG'),
    picture('', {}, 206)
  )
  const part = await open(client, AVATAR, { range: { start: 1, end: 2 } })
  expect(part).toMatchObject({ length: 2, range: { start: 1, end: 2, total: 4 } })
  expect(web.requests[0]?.headers.get('range')).toBe('bytes=1-2')
  expect(await open(client, AVATAR, { range: { start: 1, end: null } })).toMatchObject({ range: null })
  expect(web.requests[1]?.headers.get('range')).toBe('bytes=1-')
  expect(await client.downloadMedia(AVATAR)).toMatchObject({ ok: false, problem: { kind: 'malformed' } })
})

test('renews the sign-in once', async () => {
  const { web, client } = setUp()
  web.reply(jsonReply({ title: 'Unauthorized' }, 401), picture())
  await open(client, PHOTO)
  expect(web.requests[1]?.headers.get('authorization')).toBe('Bearer token-2')
  web.reply(jsonReply({}, 401), jsonReply({}, 401))
  expect(await client.downloadMedia(PHOTO)).toMatchObject({ ok: false, requests: 2, problem: { kind: 'unauthorized' } })
})

test.each([
  ['a web page', () => new Response('<html>', { headers: { 'content-type': 'text/html' } }), 'malformed'],
  ['a script', () => new Response('x', { headers: { 'content-type': 'text/javascript' } }), 'malformed'],
  ['too much, announced', () => picture('JPEG', { 'content-length': '5000' }), 'too-large'],
  ['404', () => jsonReply({ title: 'Not Found Error' }, 404), 'not-found'],
  ['402', () => jsonReply({ title: 'CreditsDepleted' }, 402), 'out-of-credits'],
  ['500 with HTML', () => new Response('<html>', { status: 500 }), 'server']
])('refuses %s', async (_what, reply, kind) => {
  const { web, client } = setUp()
  web.reply(reply())
  expect(await client.downloadMedia(PHOTO, { maxBytes: 4999 })).toMatchObject({ ok: false, problem: { kind } })
})

describe('a body that', () => {
  async function serving(handle: (request: IncomingMessage, response: ServerResponse) => void) {
    const server = await startLoopbackServer(handle)
    return { server, ...setUp(fetch, server.base) }
  }

  test('breaks off throws what happened', async () => {
    const { server, client } = await serving((request, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': '100' })
      response.write('half', () => request.socket.destroy())
    })
    await using _closing = server
    const { body } = await open(client, `${server.base}/a.mp4`)
    await expect(textOf(body)).rejects.toMatchObject({ name: 'XBodyError', problem: { kind: 'network', status: 200 } })
  })

  test('outgrows the limit is cut off', async () => {
    const { server, client } = await serving((_request, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' })
      response.end('x'.repeat(1000))
    })
    await using _closing = server
    const { body } = await open(client, `${server.base}/a.mp4`, { maxBytes: 999 })
    await expect(textOf(body)).rejects.toMatchObject({ problem: { kind: 'too-large' } })
  })

  test('stands still for a minute is given up, but a slow reader is not', async () => {
    const goOn = Promise.withResolvers<void>()
    const { server, client, clock } = await serving((_request, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' })
      response.write('first')
      void goOn.promise.then(() => response.write('second'))
    })
    await using _closing = server
    const { body } = await open(client, `${server.base}/a.mp4`)
    const reader = body[Symbol.asyncIterator]()
    const read = async (): Promise<string> => Buffer.from((await reader.next()).value ?? []).toString()
    expect(await read()).toBe('first')
    clock.advance(3_600_000)
    goOn.resolve()
    expect(await read()).toBe('second')
    const next = reader.next()
    clock.advance(60_000)
    await expect(next).rejects.toMatchObject({ name: 'XBodyError', problem: { kind: 'timeout' } })
    expect(clock.pending()).toBe(0)
  })

  test('nobody wants any more is left, and the connection closed', async () => {
    const closed = Promise.withResolvers<void>()
    const { server, client, clock } = await serving((_request, response) => {
      response.on('close', closed.resolve)
      response.writeHead(200, { 'content-type': 'video/mp4' })
      response.write('first')
    })
    await using _closing = server
    const { body } = await open(client, `${server.base}/a.mp4`)
    for await (const _chunk of body) break
    await closed.promise
    expect(clock.pending()).toBe(0)
  })

  test('the caller gives up ends at once', async () => {
    const { server, client } = await serving((_request, response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' })
      response.write('first')
    })
    await using _closing = server
    const controller = new AbortController()
    const { body } = await open(client, `${server.base}/a.mp4`, { signal: controller.signal })
    const reader = body[Symbol.asyncIterator]()
    await reader.next()
    const next = reader.next()
    controller.abort()
    await expect(next).rejects.toMatchObject({ problem: { kind: 'cancelled' } })
  })
})
