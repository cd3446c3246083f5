import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { createFakeClock } from '../testing/fake-clock.ts'
import { createScriptedFetch, jsonReply } from '../testing/scripted-fetch.ts'
import { beginSignIn, finishSignIn, revokeTokens } from './sign-in.ts'

const REDIRECT = 'http://127.0.0.1:8787/callback'

async function setUp() {
  const web = createScriptedFetch()
  const clock = createFakeClock()
  const deps = { fetch: web.fetch, clock, apiBase: 'http://127.0.0.1:4010', clientId: 'client-id' }
  const pending = await beginSignIn({ clientId: 'client-id', redirectUri: REDIRECT })
  return { web, clock, deps, pending }
}

const tokenReply = (): Response =>
  jsonReply({ token_type: 'bearer', expires_in: 7200, access_token: 'a', refresh_token: 'r', scope: 'dm.read' })

test('leads to the sign-in page of X with PKCE and a state', async () => {
  const { pending } = await setUp()
  const url = new URL(pending.authorizeUrl)
  expect(url.origin + url.pathname).toBe('https://x.com/i/oauth2/authorize')
  expect(pending.authorizeUrl).toContain('scope=dm.read%20dm.write%20')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    response_type: 'code',
    client_id: 'client-id',
    redirect_uri: REDIRECT,
    scope: 'dm.read dm.write tweet.read users.read media.write offline.access',
    state: pending.state,
    code_challenge: createHash('sha256').update(pending.codeVerifier).digest('base64url'),
    code_challenge_method: 'S256'
  })
  expect(pending.codeVerifier.length).toBeGreaterThanOrEqual(43)
  const another = await beginSignIn({
    clientId: 'c',
    redirectUri: REDIRECT,
    authBase: 'http://127.0.0.1:4010/',
    scopes: ['dm.read']
  })
  expect(another.authorizeUrl).toMatch(/^http:\/\/127\.0\.0\.1:4010\/i\/oauth2\/authorize\?/)
  expect(another.state).not.toBe(pending.state)
  await expect(beginSignIn({ clientId: 'c', redirectUri: REDIRECT, authBase: 'http://x.com' })).rejects.toThrow('https')
})

test.each([
  ['the whole address', (query: string) => `${REDIRECT}?${query}`],
  ['with spaces around', (query: string) => `  ${REDIRECT}?iss=https%3A%2F%2Fx.com&${query}\n`],
  ['from the ? on', (query: string) => `?${query}`],
  ['the query alone', (query: string) => query]
])('exchanges the code: %s', async (_how, address) => {
  const { web, clock, deps, pending } = await setUp()
  web.reply(tokenReply())
  expect(await finishSignIn(deps, pending, address(`state=${pending.state}&code=c0de`))).toEqual({
    ok: true,
    tokens: { accessToken: 'a', refreshToken: 'r', expiresAt: clock.now() + 7_200_000, scope: 'dm.read' }
  })
  expect(web.requests[0]?.url.href).toBe('http://127.0.0.1:4010/2/oauth2/token')
  expect(Object.fromEntries(new URLSearchParams(web.requests[0]?.body))).toEqual({
    grant_type: 'authorization_code',
    code: 'c0de',
    redirect_uri: REDIRECT,
    client_id: 'client-id',
    code_verifier: pending.codeVerifier
  })
})

test.each([
  ['another sign-in', () => `${REDIRECT}?state=other&code=c`, 'wrong-state'],
  ['a repeated state', (state: string) => `${REDIRECT}?state=${state}&state=${state}&code=c`, 'wrong-state'],
  ['no state', () => `${REDIRECT}?code=c`, 'wrong-address'],
  ['no code', (state: string) => `${REDIRECT}?state=${state}&code=`, 'wrong-address'],
  ['anything', () => 'https://x.com/home', 'wrong-address'],
  ['nothing', () => '', 'wrong-address'],
  ['a refusal', (state: string) => `${REDIRECT}?error=access_denied&state=${state}`, 'declined']
])('asks X nothing after %s', async (_what, address, reason) => {
  const { web, deps, pending } = await setUp()
  expect(await finishSignIn(deps, pending, address(pending.state))).toMatchObject({
    ok: false,
    problem: { kind: 'sign-in-needed', reason }
  })
  expect(web.requests).toEqual([])
})

test('says why X did not accept the code, without repeating it', async () => {
  const { web, deps, pending } = await setUp()
  const error = {
    error: 'invalid_request',
    error_description: 'Value passed for the authorization code c0de-secret was invalid.'
  }
  web.reply(jsonReply(error, 400), new TypeError('fetch failed'))
  const address = `${REDIRECT}?state=${pending.state}&code=c0de-secret`
  const outcome = await finishSignIn(deps, pending, address)
  expect(outcome).toMatchObject({ ok: false, problem: { kind: 'sign-in-needed', reason: 'code-refused' } })
  expect(JSON.stringify(outcome)).not.toContain('c0de-secret')
  expect(await finishSignIn(deps, pending, address)).toMatchObject({ ok: false, problem: { kind: 'network' } })
})

test('takes both tokens back', async () => {
  const { web, deps } = await setUp()
  const tokens = { accessToken: 'a', refreshToken: 'r', expiresAt: null, scope: '' }
  web.reply(jsonReply({ revoked: true }), jsonReply({ revoked: true }))
  expect(await revokeTokens(deps, tokens)).toBeNull()
  const bodies = web.requests.map((request) => Object.fromEntries(new URLSearchParams(request.body)))
  expect(web.requests[0]?.url.href).toBe('http://127.0.0.1:4010/2/oauth2/revoke')
  expect(bodies).toEqual([
    { token: 'r', client_id: 'client-id' },
    { token: 'a', client_id: 'client-id' }
  ])
  web.reply(new TypeError('fetch failed'))
  expect(await revokeTokens(deps, { ...tokens, refreshToken: null })).toMatchObject({ kind: 'network' })
})
