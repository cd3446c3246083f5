import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Port } from '../../shared/contract/frames.ts'
import type { Core, MediaFile } from '../core/core-interface.ts'
import type { SecretStore } from '../core/deps.ts'
import { MAX_FRAME_BYTES } from '../host/limits.ts'
import { type RunningConsole, startConsole } from './start-console.ts'

interface Answer {
  readonly status: number
  readonly headers: Record<string, string | string[] | undefined>
  readonly body: string
}

const BYTES = Buffer.from('0123456789')
const silentLog = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }

let folder: string
let secrets: SecretStore
let running: RunningConsole
let ports: Port[]
let cookie: string
let mediaAsked: string[]
let attached: { conversation: string | null; name: string; size: number }[]

function memorySecrets(): SecretStore {
  const values = new Map<string, string>()
  return {
    kind: 'memory',
    get: async (name) => values.get(name) ?? null,
    set: async (name, value) => void values.set(name, value),
    delete: async (name) => void values.delete(name)
  }
}

function stubCore(): Core {
  return {
    connect: (port) => {
      ports.push(port)
      port.onFrame((frame) => port.send(`echo ${frame}`))
    },
    media: async (file, range): Promise<MediaFile | null> => {
      mediaAsked.push(file)
      if (file === 'gone') return null
      const start = range?.start ?? 0
      const end = Math.min(range?.end ?? BYTES.length - 1, BYTES.length - 1)
      const contentType = file === 'page' ? 'text/html' : 'video/mp4'
      return {
        contentType,
        size: BYTES.length,
        start,
        end,
        body: (async function* () {
          yield BYTES.subarray(start, end + 1)
        })()
      }
    },
    attach: async ({ conversation, name, body }) => {
      let size = 0
      for await (const chunk of body) size += chunk.byteLength
      attached.push({ conversation, name, size })
      return { attachment: 'the-id' }
    },
    resumed: () => undefined,
    close: async () => undefined
  }
}

function get(target: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(
      { host: '127.0.0.1', port: running.port, path: target, method, agent: false, headers: { cookie, ...headers } },
      (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
      }
    )
    call.on('error', reject)
    call.end()
  })
}

async function start(): Promise<void> {
  ports = []
  mediaAsked = []
  attached = []
  running = await startConsole({
    core: stubCore(),
    secrets,
    rendererDir: path.join(folder, 'renderer'),
    port: null,
    log: silentLog
  })
}

async function pairUp(): Promise<void> {
  const { pathname, search } = new URL(running.url)
  const answer = await get(pathname + search)
  cookie = String(answer.headers['set-cookie']).split(';')[0] ?? ''
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'backchannel-web-'))
  mkdirSync(path.join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(path.join(folder, 'renderer', 'index.html'), '<title>console</title>')
  writeFileSync(path.join(folder, 'renderer', 'assets', 'main-abcdef12.js'), 'void 0')
  writeFileSync(path.join(folder, 'outside.html'), 'secret')
  secrets = memorySecrets()
  cookie = ''
  await start()
})

afterEach(() => running.close())

test('the pairing address works once, gives a Strict HttpOnly cookie and leads to the console', async () => {
  const { pathname, search } = new URL(running.url)
  const refusedHead = await get(pathname + search, {}, 'HEAD')
  const first = await get(pathname + search)
  const second = await get(pathname + search)
  expect(refusedHead.status).toBe(403)
  expect(first).toMatchObject({ status: 303, headers: { location: '/', 'cache-control': 'no-store' } })
  expect(String(first.headers['set-cookie'])).toMatch(
    /^backchannel-[0-9a-f]{12}=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/
  )
  expect(second.status).toBe(403)
  expect(second.headers['set-cookie']).toBeUndefined()
  expect((await get('/pair?token=')).status).toBe(403)
})

test('a link on another site gets a page of our own, because the redirect would lose the Strict cookie', async () => {
  const { pathname, search } = new URL(running.url)
  const answer = await get(pathname + search, { 'sec-fetch-site': 'cross-site' })
  expect(answer.status).toBe(200)
  expect(answer.headers['set-cookie']).toBeDefined()
  expect(answer.body).toContain('http-equiv="refresh" content="0;url=/"')
})

test('without the cookie nothing is served', async () => {
  for (const target of ['/', '/index.html', '/assets/main-abcdef12.js', '/media/clip']) {
    expect(await get(target)).toMatchObject({ status: 403 })
  }
  expect((await get('/', { cookie: 'backchannel-000000000000=guess' })).status).toBe(403)
  expect(mediaAsked).toEqual([])
})

test('the console is served with its policy and without CORS', async () => {
  await pairUp()
  const page = await get('/')
  expect(page).toMatchObject({
    status: 200,
    body: '<title>console</title>',
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY'
    }
  })
  expect(page.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self';/)
  expect(page.headers['access-control-allow-origin']).toBeUndefined()
  expect((await get('/assets/main-abcdef12.js')).headers['cache-control']).toContain('immutable')
})

test('paths stay inside the folder of the console', async () => {
  await pairUp()
  for (const target of [
    '/../outside.html',
    '/..%2foutside.html',
    '/%2e%2e/outside.html',
    '/assets/..%5c..%5coutside.html',
    '/assets/../../outside.html',
    '//outside.html',
    '/index.html%00.js',
    '/%',
    '/.env',
    `/${folder}/outside.html`
  ]) {
    const answer = await get(target)
    expect({ target, status: answer.status }).toEqual({ target, status: 404 })
  }
})

test.each([
  ['a name that resolves to this machine', { host: 'evil.example:80' }, 403],
  ['localhost under another name', { host: 'localhost' }, 403],
  ['another page’s scripts', { origin: 'http://evil.example' }, 403],
  ['an opaque origin', { origin: 'null' }, 403]
])('%s is refused even with the cookie', async (_what, headers, status) => {
  await pairUp()
  expect((await get('/', headers)).status).toBe(status)
})

test('only GET and HEAD exist', async () => {
  await pairUp()
  expect((await get('/', {}, 'POST')).status).toBe(405)
  expect((await get('/', {}, 'OPTIONS')).status).toBe(405)
  expect(await get('/', {}, 'HEAD')).toMatchObject({ status: 200, body: '' })
})

test('media answers ranges', async () => {
  await pairUp()
  expect(await get('/media/1/message/2/0')).toMatchObject({
    status: 200,
    body: '0123456789',
    headers: { 'accept-ranges': 'bytes' }
  })
  expect(await get('/media/clip', { range: 'bytes=2-5' })).toMatchObject({
    status: 206,
    body: '2345',
    headers: { 'content-range': 'bytes 2-5/10', 'content-length': '4', 'content-type': 'video/mp4' }
  })
  expect(await get('/media/clip', { range: 'bytes=7-' })).toMatchObject({ status: 206, body: '789' })
  expect(await get('/media/clip', { range: 'bytes=10-' })).toMatchObject({
    status: 416,
    headers: { 'content-range': 'bytes */10' }
  })
  expect(await get('/media/clip', { range: 'bytes=5-2' })).toMatchObject({ status: 200 })
  expect(await get('/media/gone')).toMatchObject({ status: 404 })
  expect(mediaAsked[0]).toBe('1/message/2/0')
})

test('media never becomes a page', async () => {
  await pairUp()
  const answer = await get('/media/page')
  expect(answer.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': 'attachment',
    'content-security-policy': "default-src 'none'; sandbox"
  })
  mediaAsked = []
  expect((await get('/media/../page')).status).toBe(404)
  expect((await get('/media/%2e%2e%2fpage')).status).toBe(404)
  expect(mediaAsked).toEqual([])
})

function dial(headers: Record<string, string>, target = '/core'): Promise<{ socket: WebSocket; status: number }> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${running.port}${target}`, { headers })
    socket.on('open', () => resolve({ socket, status: 101 }))
    socket.on('unexpected-response', (_request, response) => {
      resolve({ socket, status: response.statusCode ?? 0 })
      response.destroy()
    })
    socket.on('error', () => undefined)
  })
}

test('the socket wants our origin, our host and the cookie', async () => {
  await pairUp()
  const origin = `http://127.0.0.1:${running.port}`
  expect((await dial({ origin })).status).toBe(403)
  expect((await dial({ cookie })).status).toBe(403)
  expect((await dial({ cookie, origin: 'http://evil.example' })).status).toBe(403)
  expect((await dial({ cookie, origin, host: 'evil.example' })).status).toBe(403)
  expect((await dial({ cookie, origin }, '/other')).status).toBe(400)
  expect(ports).toHaveLength(0)
})

test('frames go through the socket, and a huge one closes it', async () => {
  await pairUp()
  const { socket } = await dial({ cookie, origin: `http://127.0.0.1:${running.port}` })
  const answered = new Promise((resolve) => socket.once('message', (data) => resolve(String(data))))
  socket.send('{"t":"hello"}')
  expect(await answered).toBe('echo {"t":"hello"}')
  const gone = Promise.withResolvers<void>()
  ports[0]?.onClose(gone.resolve)
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.send('x'.repeat(MAX_FRAME_BYTES + 1))
  expect(await closed).toBe(1009)
  await gone.promise
})

test('started again with the same secrets it keeps its port and knows the tab', async () => {
  await pairUp()
  const { port } = running
  await running.close()
  await start()
  expect(running.port).toBe(port)
  expect((await get('/')).status).toBe(200)
})

test('a port in use is an error when it was asked for', async () => {
  const again = startConsole({
    core: stubCore(),
    secrets: memorySecrets(),
    rendererDir: folder,
    port: running.port,
    log: silentLog
  })
  await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

describe('a file for a draft', () => {
  const target = '/attachments/7/7-12?name=mug.png'

  function post(
    path: string,
    headers: Record<string, string>,
    body: Buffer = Buffer.from('ABCD')
  ): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      const call = request(
        { host: '127.0.0.1', port: running.port, path, method: 'POST', agent: false, headers },
        (response) => {
          let text = ''
          response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }))
        }
      )
      call.on('error', reject)
      call.end(body)
    })
  }

  const origin = (): string => `http://127.0.0.1:${running.port}`

  test('from the paired tab reaches the core', async () => {
    await pairUp()
    const answer = await post(target, { cookie, origin: origin() })
    expect(answer).toEqual({ status: 200, body: '{"attachment":"the-id"}' })
    expect(attached).toEqual([{ conversation: '7/7-12', name: 'mug.png', size: 4 }])
  })

  test('for a canned reply it reaches the core as well, under an address of its own', async () => {
    await pairUp()
    const forReply = '/attachments/library?name=mug.png'
    expect((await post(forReply, { cookie, origin: origin() })).status).toBe(200)
    expect(attached).toEqual([{ conversation: null, name: 'mug.png', size: 4 }])
    expect((await post(forReply, { origin: origin() })).status).toBe(403)
    expect((await post('/attachments/library/x', { cookie, origin: origin() })).status).toBe(405)
  })

  test('is refused without the cookie, from a foreign page, without an Origin, and when it is too large', async () => {
    await pairUp()
    expect((await post(target, { origin: origin() })).status).toBe(403)
    expect((await post(target, { cookie, origin: 'https://evil.example' })).status).toBe(403)
    expect((await post(target, { cookie, origin: origin(), host: `evil.example:${running.port}` })).status).toBe(403)
    expect((await post(target, { cookie })).status).toBe(403)
    const large = { cookie, origin: origin(), 'content-length': '600000000' }
    expect((await post(target, large, Buffer.alloc(0))).status).toBe(413)
    const chunked = { cookie, origin: origin(), 'transfer-encoding': 'chunked' }
    expect((await post(target, chunked)).status).toBe(411)
    expect((await post('/attachments/7', { cookie, origin: origin() })).status).toBe(405)
    expect((await post('/media/7/avatar/7', { cookie, origin: origin() })).status).toBe(405)
    expect(attached).toEqual([])
  })
})
