import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import type { MediaFile } from '../core/core-interface.ts'
import { answerAppRequest } from './app-protocol.ts'

let rendererDir: string

function ask(address: string, init: RequestInit = {}): Promise<Response> {
  const body = init.body === undefined ? null : new Response(init.body).body
  const request = { url: address, method: init.method ?? 'GET', headers: new Headers(init.headers), body } as Request
  return answerAppRequest(request, {
    rendererDir,
    devServer: null,
    log: { error: () => undefined, warn: () => undefined },
    core: {
      attach: async ({ conversation, name, body: bytes }) => {
        const chunks: Uint8Array[] = []
        for await (const chunk of bytes) chunks.push(chunk)
        return { attachment: `${conversation} ${name} ${Buffer.concat(chunks).toString()}` }
      },
      media: async (_path, range): Promise<MediaFile> => ({
        contentType: 'image/png',
        size: 4,
        start: range?.start ?? 0,
        end: 3,
        body: (async function* () {
          yield Buffer.from('ABCD').subarray(range?.start ?? 0)
        })()
      })
    }
  })
}

beforeEach(() => {
  const folder = mkdtempSync(path.join(tmpdir(), 'backchannel-app-'))
  rendererDir = path.join(folder, 'renderer')
  mkdirSync(rendererDir)
  writeFileSync(path.join(rendererDir, 'index.html'), 'console')
  writeFileSync(path.join(folder, 'secret.html'), 'secret')
})

test('serves the console with its policy', async () => {
  const answer = await ask('app://console/index.html')
  expect([answer.status, await answer.text()]).toEqual([200, 'console'])
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await (await ask('app://console/')).text()).toBe('console')
})

test.each([
  ['app://evil/index.html', 403],
  ['app://console/..%2fsecret.html', 404],
  ['app://console/%2e%2e/secret.html', 404],
  ['app://console/nothing.html', 404],
  ['app://console/media/', 404]
])('%s → %i', async (address, status) => {
  expect((await ask(address)).status).toBe(status)
})

test('only GET and HEAD', async () => {
  expect((await ask('app://console/index.html', { method: 'POST' })).status).toBe(405)
  const head = await ask('app://console/index.html', { method: 'HEAD' })
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('media with ranges', async () => {
  const answer = await ask('app://console/media/1/a', { headers: { range: 'bytes=2-' } })
  expect([answer.status, answer.headers.get('content-range'), await answer.text()]).toEqual([206, 'bytes 2-3/4', 'CD'])
})

test('a file for a draft goes to the core; nobody else’s page may send one', async () => {
  const address = 'app://console/attachments/7/7-12?name=a%20b.png&size=4'
  const own = await ask(address, { method: 'POST', body: 'ABCD', headers: { origin: 'app://console' } })
  expect([own.status, await own.json()]).toEqual([200, { attachment: '7/7-12 a b.png ABCD' }])
  const forReply = await ask('app://console/attachments/library?name=a.png&size=4', { method: 'POST', body: 'ABCD' })
  expect([forReply.status, await forReply.json()]).toEqual([200, { attachment: 'null a.png ABCD' }])
  const foreign = await ask(address, { method: 'POST', body: 'ABCD', headers: { origin: 'https://evil.example' } })
  expect(foreign.status).toBe(403)
  expect((await ask('app://console/attachments/7/..', { method: 'POST', body: 'A' })).status).toBe(405)
  expect((await ask('app://console/attachments/7/7-12?name=a', { method: 'POST', body: 'A' })).status).toBe(411)
  const large = await ask('app://console/attachments/7/7-12?name=a&size=999999999', { method: 'POST', body: 'A' })
  expect(large.status).toBe(413)
})
