import type { BrowserDesk } from '../hosts/browser.ts'
import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { mediaOfEachKind } from '../support/worlds.ts'
import { openSocket, rawRequest } from './raw-request.ts'

test.use({ seed: mediaOfEachKind })

/** The cookie of the paired tab. */
async function pairedCookie(desk: BrowserDesk): Promise<string> {
  const page = await desk.start()
  await expect(consolePage(page).inbox.rows).toHaveCount(1)
  const cookies = await page.context().cookies()
  expect(cookies).toMatchObject([{ httpOnly: true, sameSite: 'Strict', path: '/' }])
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

test('the pairing address works once', async ({ browserDesk, browser }) => {
  await browserDesk.start()
  const { pairingUrl, origin } = browserDesk.server
  const stranger = await browser.newContext()
  const page = await stranger.newPage()
  const second = await page.goto(pairingUrl)
  expect(second?.status()).toBe(403)
  await expect(page.getByRole('heading')).toHaveText('This address has been used')
  const wrong = await page.goto(`${origin}/pair?token=${'A'.repeat(43)}`)
  expect(wrong?.status()).toBe(403)
  expect((await page.goto(origin))?.status()).toBe(403)
  await stranger.close()
})

test('a look at the pairing address by a link preview does not use it up', async ({ browserDesk }) => {
  const { pairingUrl, origin } = browserDesk.server
  const { pathname, search } = new URL(pairingUrl)
  expect((await rawRequest(origin, pathname + search, {}, 'HEAD')).status).toBe(403)
  await pairedCookie(browserDesk)
})

test('nothing is given to who is not paired: no page, no script, no picture, no socket', async ({ browserDesk }) => {
  const cookie = await pairedCookie(browserDesk)
  const { page } = browserDesk
  const { origin } = browserDesk.server
  await page.keyboard.press('j')
  const picture = page.getByRole('log').getByRole('img', { name: 'A broken mug' })
  const media = new URL((await picture.getAttribute('src')) ?? '', `${origin}/`).pathname
  const script = await page.locator('script[src]').first().getAttribute('src')
  for (const path of ['/', '/index.html', new URL(script ?? '', `${origin}/`).pathname, media]) {
    expect((await rawRequest(origin, path, { cookie })).status, `${path} for the paired tab`).toBe(200)
    const refused = await rawRequest(origin, path)
    expect(refused.status, path).toBe(403)
    expect(refused.body).not.toContain('<script')
    const guessed = await rawRequest(origin, path, { cookie: cookie.replace(/=.*/, `=${'A'.repeat(43)}`) })
    expect(guessed.status, path).toBe(403)
  }
  expect(await openSocket(origin, { origin })).toBe(403)
  expect(await openSocket(origin, { origin, cookie })).toBe('open')
})

test('other pages and other names for this computer are refused, even with the cookie', async ({ browserDesk }) => {
  const cookie = await pairedCookie(browserDesk)
  const { origin } = browserDesk.server
  const { port } = new URL(origin)
  for (const host of [`evil.example:${port}`, `localhost:${port}`, '127.0.0.1', '127.0.0.1:1']) {
    expect((await rawRequest(origin, '/', { cookie, host })).status, host).toBe(403)
    expect(await openSocket(origin, { cookie, origin, host }), host).toBe(403)
  }
  for (const foreign of ['https://evil.example', `http://localhost:${port}`, 'null']) {
    expect((await rawRequest(origin, '/', { cookie, origin: foreign })).status, foreign).toBe(403)
    expect(await openSocket(origin, { cookie, origin: foreign }), foreign).toBe(403)
  }
  expect(await openSocket(origin, { cookie }), 'no Origin at all').toBe(403)
  const answer = await rawRequest(origin, '/', { cookie, origin })
  expect(answer.status).toBe(200)
  expect(answer.headers['access-control-allow-origin']).toBeUndefined()
})

test('no path leads out of the console’s own files', async ({ browserDesk, dataDir }) => {
  const cookie = await pairedCookie(browserDesk)
  const { origin } = browserDesk.server
  const paths = [
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/../../main/serve.js',
    '/..%5c..%5cpackage.json',
    '/media/../settings.json',
    '/media/..%2fsettings.json',
    '/media/%2e%2e/%2e%2e/etc/passwd',
    `/media/${encodeURIComponent(`${dataDir}/settings.json`)}`,
    '//etc/passwd',
    '/%00',
    '/media/%00'
  ]
  for (const path of paths) {
    const answer = await rawRequest(origin, path, { cookie })
    expect([400, 403, 404], `${path} gives ${answer.status}`).toContain(answer.status)
    expect(answer.body).not.toMatch(/root:|"backchannel"|undoSeconds/)
  }
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
    expect((await rawRequest(origin, '/', { cookie }, method)).status, method).toBe(405)
  }
})

test('every answer carries the headers that keep a page closed', async ({ browserDesk }) => {
  const cookie = await pairedCookie(browserDesk)
  const { origin } = browserDesk.server
  for (const path of ['/', '/nothing-here', '/media/nothing']) {
    const { headers } = await rawRequest(origin, path, { cookie })
    expect(headers['content-security-policy'], path).toContain("default-src 'none'")
    expect(headers['x-content-type-options'], path).toBe('nosniff')
    expect(headers['x-frame-options'], path).toBe('DENY')
    expect(headers['referrer-policy'], path).toBe('no-referrer')
    expect(headers['cross-origin-resource-policy'], path).toBe('same-origin')
  }
  const { headers } = await rawRequest(origin, '/', { cookie })
  expect(headers['content-security-policy']).toContain("script-src 'self';")
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
})

test('it listens on this computer’s loopback address only', async ({ browserDesk }) => {
  await browserDesk.start()
  expect(new URL(browserDesk.server.origin).hostname).toBe('127.0.0.1')
  const { port } = new URL(browserDesk.server.origin)
  await expect(rawRequest(`http://127.0.0.2:${port}`, '/')).rejects.toThrow('ECONNREFUSED')
})
