import { createServer } from 'node:http'
import { request } from 'node:http'
import { expect, test } from 'vitest'
import { listenForRedirect } from './redirect-listener.ts'

function get(url: string, options: { method?: string; host?: string } = {}): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const call = request(
      url,
      { method: options.method ?? 'GET', headers: options.host === undefined ? {} : { host: options.host } },
      (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body }))
      }
    )
    call.on('error', reject)
    call.end()
  })
}

test('hands over the address X sent the browser to, answers kindly and closes', async () => {
  const listener = await listenForRedirect([0])
  const answer = await get(`${listener.redirectUri}?state=s&code=c`)
  expect(answer).toMatchObject({ status: 200 })
  expect(answer.body).toContain('go back to Backchannel')
  expect(await listener.arrived).toBe(`${listener.redirectUri}?state=s&code=c`)
  await expect(get(`${listener.redirectUri}?state=s&code=again`)).rejects.toThrow()
})

test('other requests neither arrive nor end it', async () => {
  const listener = await listenForRedirect([0])
  const origin = new URL(listener.redirectUri).origin
  expect((await get(`${origin}/favicon.ico`)).status).toBe(404)
  expect((await get(`${listener.redirectUri}?state=s`)).status).toBe(404)
  expect((await get(`${listener.redirectUri}?code=c`, { method: 'POST' })).status).toBe(404)
  expect((await get(`${listener.redirectUri}?code=c`, { host: 'evil.example' })).status).toBe(403)
  const refused = await get(`${listener.redirectUri}?error=access_denied&state=s`)
  expect(refused.body).toContain('did not give access')
  expect(await listener.arrived).toContain('error=access_denied')
})

test('takes the next port when one is in use, and says so when all are', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const address = taken.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const listener = await listenForRedirect([port, 0])
  expect(listener.redirectUri).not.toContain(`:${port}/`)
  listener.close()
  await expect(listener.arrived).rejects.toMatchObject({ code: 'closed' })
  await expect(listenForRedirect([port])).rejects.toMatchObject({ code: 'conflict' })
  taken.close()
})
