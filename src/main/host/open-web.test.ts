import { once } from 'node:events'
import { createServer, type Server, type ServerOptions } from 'node:https'
import type { LookupAddress } from 'node:dns'
import type { AddressInfo } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import type { WebAnswer } from '../core/deps.ts'
import { createOpenWeb } from './open-web.ts'
import { isPublicAddress } from './public-address.ts'
import { testCertificate, testKey } from './testing/test-certificate.ts'

const HOST = 'shop.test-host.org'
const trusted = getCACertificates('default')
const servers: Server[] = []
let requests: string[] = []

beforeEach(() => {
  requests = []
  setDefaultCACertificates([...trusted, testCertificate])
})
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
})
afterAll(() => setDefaultCACertificates(trusted))

/** A shop on loopback. @returns its port */
async function shop(options: ServerOptions = {}): Promise<number> {
  const server = createServer({ cert: testCertificate, key: testKey, ...options }, (request, response) => {
    requests.push([request.method, request.url, ...request.rawHeaders].join(' '))
    if (request.url === '/moved') response.writeHead(301, { location: '/new' }).end()
    else if (request.url === '/cookie') response.writeHead(200, { 'set-cookie': 'a=1' }).write('a long body')
    else if (request.url !== '/silent') response.writeHead(404).end()
  })
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

interface Asked {
  readonly port?: number
  readonly path?: string
  readonly host?: string
  readonly method?: 'HEAD' | 'GET'
  /** What the name system answers, one after the other. */
  readonly addresses?: readonly (readonly string[])[]
  readonly code?: string
  /** Whether loopback counts as the open internet. */
  readonly lets?: boolean
  readonly signal?: AbortSignal
}

async function ask({ port, path = '/', host = HOST, method = 'HEAD', ...more }: Asked) {
  const lookups: string[] = []
  const web = createOpenWeb({
    isPublic: (address) => (more.lets === true && address === '127.0.0.1') || isPublicAddress(address),
    resolve(hostname, _options, done) {
      const found = more.addresses?.[Math.min(lookups.length, more.addresses.length - 1)] ?? ['127.0.0.1']
      lookups.push(hostname)
      const error = more.code === undefined ? null : Object.assign(new Error(more.code), { code: more.code })
      done(
        error,
        error === null ? found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })) : nothing
      )
    }
  })
  const answer: WebAnswer = await web.ask({
    url: new URL(`https://${host}${port === undefined ? '' : `:${port}`}${path}`),
    method,
    headers: { 'user-agent': 'test' },
    signal: more.signal ?? new AbortController().signal
  })
  return { answer, lookups }
}

/** As the system gives it with an error, whatever its type says. */
const nothing = undefined as unknown as LookupAddress[]

test('a host is asked once, with the headers given and no others of its own', async () => {
  const port = await shop()
  expect(await ask({ port, path: '/a?b', lets: true })).toEqual({
    answer: { kind: 'answer', status: 404, location: null },
    lookups: [HOST]
  })
  expect(requests).toEqual([`HEAD /a?b user-agent test Host ${HOST}:${port} Connection close`])
})

test('redirects are not followed, bodies not waited for, cookies not kept', async () => {
  const port = await shop()
  const at = (path: string) => ask({ port, path, method: 'GET', lets: true })
  expect((await at('/moved')).answer).toEqual({ kind: 'answer', status: 301, location: '/new' })
  expect((await at('/cookie')).answer).toEqual({ kind: 'answer', status: 200, location: null })
  await at('/')
  expect(requests).toHaveLength(3)
  expect(requests.join()).not.toContain('a=1')
})

test.each([
  ['loopback', '127.0.0.1'],
  ['a private network', '192.168.1.1'],
  ['link-local, where clouds keep their secrets', '169.254.169.254'],
  ['IPv6 loopback', '::1'],
  ['ULA', 'fd00::1'],
  ['multicast', '224.0.0.1'],
  ['IPv4 within IPv6', '::ffff:127.0.0.1']
])('a name that resolves to %s is not connected to', async (_what, address) => {
  const port = await shop()
  expect((await ask({ port, addresses: [[address]] })).answer).toEqual({ kind: 'private' })
  // One of several is enough.
  expect((await ask({ port, addresses: [['1.1.1.1', address]] })).answer).toEqual({ kind: 'private' })
  expect(requests).toEqual([])
})

test.each(['127.0.0.1', '[::1]', '127.1', '0x7f.1', '2130706433', '10.0.0.1', '[::ffff:127.0.0.1]'])(
  'the address %s is not connected to, and nobody is asked for it',
  async (host) => {
    const port = await shop()
    expect(await ask({ port, host })).toEqual({ answer: { kind: 'private' }, lookups: [] })
    expect(requests).toEqual([])
  }
)

test('what was checked is what is connected to: a name that says something else afterwards leads nowhere', async () => {
  const port = await shop()
  const { answer, lookups } = await ask({
    port,
    addresses: [['198.51.100.7'], ['127.0.0.1']]
  })
  expect(answer).toEqual({ kind: 'private' })
  const rebound = await ask({ port, addresses: [['127.0.0.1'], ['1.1.1.1']], lets: true })
  expect(rebound.answer).toMatchObject({ kind: 'answer' })
  expect([lookups, rebound.lookups]).toEqual([[HOST], [HOST]])
})

test.each(['http://shop.test-host.org/', 'https://ana:secret@shop.test-host.org/', 'https://ana@shop.test-host.org/'])(
  '%s is not asked',
  async (address) => {
    const web = createOpenWeb({ resolve: () => expect.fail('looked up') })
    const { signal } = new AbortController()
    expect(await web.ask({ url: new URL(address), method: 'GET', headers: {}, signal })).toEqual({ kind: 'private' })
  }
)

test.each([
  ['ENOTFOUND', 'no-host'],
  ['EAI_AGAIN', 'no-answer'],
  ['ESERVFAIL', 'no-answer']
])('a name system that says %s: %s', async (code, kind) => {
  expect((await ask({ code })).answer).toEqual({ kind })
})

test('a name without an address does not exist', async () => {
  expect((await ask({ addresses: [[]] })).answer).toEqual({ kind: 'no-host' })
})

test('a certificate of somebody else, or of nobody, is said to be so', async () => {
  const port = await shop()
  expect((await ask({ port, host: 'other.test-host.org', lets: true })).answer).toEqual({ kind: 'certificate' })
  setDefaultCACertificates(trusted)
  expect((await ask({ port, lets: true })).answer).toEqual({ kind: 'certificate' })
  expect(requests).toEqual([])
})

test('nobody there, and giving up, are no answer', async () => {
  const port = await shop()
  const stop = new AbortController()
  const asked = ask({ port, path: '/silent', lets: true, signal: stop.signal })
  while (requests.length === 0) await new Promise((resolve) => setImmediate(resolve))
  stop.abort()
  expect((await asked).answer).toEqual({ kind: 'no-answer' })
  expect((await ask({ port, lets: true, signal: stop.signal })).answer).toEqual({ kind: 'no-answer' })
  const [server] = servers.splice(0)
  server?.closeAllConnections()
  server?.close()
  expect((await ask({ port, lets: true })).answer).toEqual({ kind: 'no-answer' })
})
