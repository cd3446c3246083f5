import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createFakeClock } from '../core/testing/fake-clock.ts'
import type { SimulatedX, SimulatedXOptions } from './server.ts'
import { startSimulatedX } from './server.ts'
import { practiceClient } from './testing/practice-client.ts'
import { createWorld } from './world.ts'

const VERIFIER = 'a-verifier-of-at-least-forty-three-characters-0123456789'
const REDIRECT = 'http://127.0.0.1:8787/callback'
const SCOPE = 'dm.read dm.write tweet.read users.read offline.access'
let clock: ReturnType<typeof createFakeClock>
let server: SimulatedX

async function start(options: SimulatedXOptions = {}): Promise<void> {
  clock = createFakeClock()
  server = await startSimulatedX({ world: createWorld({ clock, brand: { name: 'A <b>bold</b> shop' } }), ...options })
}
beforeEach(() => start())
afterEach(() => server.close())

function question(changes: Record<string, string> = {}): URLSearchParams {
  return new URLSearchParams({
    response_type: 'code',
    client_id: server.clientId,
    redirect_uri: REDIRECT,
    scope: SCOPE,
    state: 'some state',
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes
  })
}
async function approve(changes: Record<string, string> = {}): Promise<URL> {
  const response = await fetch(`${server.url}/i/oauth2/authorize?auto=1&${question(changes)}`, { redirect: 'manual' })
  expect(response.status).toBe(302)
  return new URL(response.headers.get('location') ?? '')
}
async function token(form: Record<string, string>): Promise<{ status: number; body: Record<string, string> }> {
  const body = new URLSearchParams({ client_id: server.clientId, ...form })
  const response = await fetch(`${server.url}/2/oauth2/token`, { method: 'POST', body })
  return { status: response.status, body: (await response.json()) as Record<string, string> }
}
function redeem(code: string | null, changes: Record<string, string> = {}) {
  return token({
    grant_type: 'authorization_code',
    code: code ?? '',
    redirect_uri: REDIRECT,
    code_verifier: VERIFIER,
    ...changes
  })
}

describe('signing in', () => {
  test('the page asks, the button leads back with a code, the code buys tokens that work', async () => {
    const page = await fetch(`${server.url}/i/oauth2/authorize?${question()}`)
    const html = await page.text()
    expect(html).toContain('Authorize app')
    expect(html).not.toContain('<b>bold</b>')
    const answer = await fetch(`${server.url}/i/oauth2/authorize`, {
      method: 'POST',
      body: new URLSearchParams([...question(), ['decision', 'approve']]),
      redirect: 'manual'
    })
    const back = new URL(answer.headers.get('location') ?? '')
    expect(back.origin + back.pathname).toBe(REDIRECT)
    expect(back.searchParams.get('state')).toBe('some state')
    const { status, body } = await redeem(back.searchParams.get('code'))
    expect(status).toBe(200)
    expect(body).toMatchObject({ token_type: 'bearer', expires_in: 7200, scope: SCOPE })
    expect((await practiceClient(server, body['access_token']).get('/2/users/me')).status).toBe(200)
  })

  test('cancelling leads back with access_denied', async () => {
    const answer = await fetch(`${server.url}/i/oauth2/authorize`, {
      method: 'POST',
      body: new URLSearchParams([...question(), ['decision', 'cancel']]),
      redirect: 'manual'
    })
    const back = new URL(answer.headers.get('location') ?? '')
    expect(back.searchParams.get('error')).toBe('access_denied')
    expect(back.searchParams.get('state')).toBe('some state')
    expect(back.searchParams.has('code')).toBe(false)
  })

  test('the plain challenge and the address of the specification work too', async () => {
    const query = question({ code_challenge: VERIFIER, code_challenge_method: 'plain' })
    const response = await fetch(`${server.url}/2/oauth2/authorize?auto=1&${query}`, { redirect: 'manual' })
    const code = new URL(response.headers.get('location') ?? '').searchParams.get('code')
    expect((await redeem(code)).status).toBe(200)
  })

  test.each([
    ['a foreign callback', { redirect_uri: 'http://localhost:8787/callback' }],
    ['another app', { client_id: 'somebody' }],
    ['no challenge', { code_challenge: '' }],
    ['an unknown scope', { scope: 'dm.read world.domination' }],
    ['a long state', { state: 'x'.repeat(501) }]
  ])('%s is refused on the page', async (_name, changes) => {
    const response = await fetch(`${server.url}/i/oauth2/authorize?auto=1&${question(changes)}`, { redirect: 'manual' })
    expect(response.status).toBe(400)
  })

  test('registered callbacks must match exactly, with their port', async () => {
    await server.close()
    await start({ redirectUris: [REDIRECT] })
    await approve()
    const other = question({ redirect_uri: 'http://127.0.0.1:8788/callback' })
    expect((await fetch(`${server.url}/i/oauth2/authorize?${other}`)).status).toBe(400)
  })

  test.each([
    ['a wrong verifier', { code_verifier: 'something else that is long enough to be a verifier' }],
    ['another callback', { redirect_uri: 'http://127.0.0.1:8787/other' }],
    ['a made-up code', { code: 'nonsense' }]
  ])('%s buys nothing', async (_name, changes) => {
    const code = (await approve()).searchParams.get('code')
    const { status, body } = await redeem(code, changes)
    expect(status).toBe(400)
    expect(body['error_description']).toBe('Value passed for the authorization code was invalid.')
  })

  test('a code lives 30 seconds and buys once', async () => {
    const late = (await approve()).searchParams.get('code')
    clock.advance(30_000)
    expect((await redeem(late)).status).toBe(400)
    const code = (await approve()).searchParams.get('code')
    expect((await redeem(code)).status).toBe(200)
    expect((await redeem(code)).status).toBe(400)
  })

  test('without offline.access there is no refresh token', async () => {
    const code = (await approve({ scope: 'dm.read tweet.read users.read' })).searchParams.get('code')
    expect((await redeem(code)).body).not.toHaveProperty('refresh_token')
  })
})

describe('refreshing', () => {
  const refresh = (value: string) => token({ grant_type: 'refresh_token', refresh_token: value })

  test('gives a new pair; the old access token lives its two hours', async () => {
    const first = server.issueTokens()
    clock.advance(7_190_000)
    const { status, body } = await refresh(first.refreshToken)
    expect(status).toBe(200)
    expect(body['refresh_token']).not.toBe(first.refreshToken)
    expect((await practiceClient(server, first.accessToken).get('/2/users/me')).status).toBe(200)
    clock.advance(10_000)
    expect((await practiceClient(server, first.accessToken).get('/2/users/me')).status).toBe(401)
    expect((await practiceClient(server, body['access_token']).get('/2/users/me')).status).toBe(200)
  })

  test('using an old refresh token again ends the whole sign-in', async () => {
    const first = server.issueTokens()
    const { body: second } = await refresh(first.refreshToken)
    const reuse = await refresh(first.refreshToken)
    expect(reuse).toMatchObject({ status: 400, body: { error: 'invalid_request' } })
    expect((await refresh(second['refresh_token'] ?? '')).status).toBe(400)
    expect((await practiceClient(server, second['access_token']).get('/2/users/me')).status).toBe(401)
    // Another sign-in of the same account is not touched.
    expect((await practiceClient(server).get('/2/users/me')).status).toBe(200)
  })

  test('a revoked token is gone', async () => {
    const tokens = server.issueTokens()
    for (const value of [tokens.accessToken, tokens.refreshToken]) {
      const body = new URLSearchParams({ token: value, client_id: server.clientId })
      expect((await fetch(`${server.url}/2/oauth2/revoke`, { method: 'POST', body })).status).toBe(200)
    }
    expect((await practiceClient(server, tokens.accessToken).get('/2/users/me')).status).toBe(401)
    expect((await refresh(tokens.refreshToken)).status).toBe(400)
  })

  test('nonsense is refused', async () => {
    expect((await refresh('')).status).toBe(400)
    expect((await token({ grant_type: 'password' })).body['error']).toBe('unsupported_grant_type')
    expect((await token({ client_id: 'other', grant_type: 'refresh_token' })).status).toBe(401)
  })
})
