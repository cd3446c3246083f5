import { describe, expect, test } from 'vitest'
import { createFakeClock } from '../testing/fake-clock.ts'
import { createMemorySecrets } from '../testing/memory-secrets.ts'
import { createRecordedLog } from '../testing/recorded-log.ts'
import { createScriptedFetch, jsonReply } from '../testing/scripted-fetch.ts'
import { deleteTokens, loadTokens, saveTokens, type Tokens } from './token-store.ts'
import { createTokenKeeper } from './tokens.ts'

const HOUR = 3_600_000
const NAME = 'x-tokens:9'

async function setUp(tokens: Partial<Tokens> | null = {}) {
  const web = createScriptedFetch()
  const clock = createFakeClock()
  const secrets = createMemorySecrets()
  const log = createRecordedLog()
  const stored = { accessToken: 'access-1', refreshToken: 'refresh-1', expiresAt: clock.now() + 2 * HOUR, scope: '' }
  if (tokens !== null) await saveTokens(secrets, '9', { ...stored, ...tokens })
  secrets.calls.length = 0
  const parts = {
    accountId: '9',
    secrets,
    clock,
    fetch: web.fetch,
    apiBase: 'https://api.x.com',
    clientId: 'client',
    log
  }
  return { web, clock, secrets, log, keeper: createTokenKeeper(parts), parts }
}

function renewed(number: number, rest: Record<string, unknown> = {}): Response {
  return jsonReply({
    token_type: 'bearer',
    expires_in: 7200,
    access_token: `access-${number}`,
    refresh_token: `refresh-${number}`,
    scope: 'dm.read dm.write',
    ...rest
  })
}

const refusedReply = (): Response =>
  jsonReply({ error: 'invalid_request', error_description: 'Value passed for the token was invalid.' }, 400)

describe('a token that lasts', () => {
  test('is given without asking anybody', async () => {
    const { keeper, web } = await setUp()
    expect(await keeper.accessToken()).toEqual({ ok: true, token: 'access-1' })
    expect(web.requests).toEqual([])
  })

  test('is given when nobody knows how long, and when it cannot be renewed', async () => {
    expect(await (await setUp({ expiresAt: null })).keeper.accessToken()).toEqual({ ok: true, token: 'access-1' })
    const ended = await setUp({ refreshToken: null, expiresAt: 0 })
    expect(await ended.keeper.accessToken()).toEqual({ ok: true, token: 'access-1' })
  })
})

describe('renewal', () => {
  test('happens 90 s before the end, and is saved before it is used', async () => {
    const { keeper, web, clock, secrets } = await setUp()
    web.reply((request) => {
      secrets.calls.push('request')
      expect(request.url.href).toBe('https://api.x.com/2/oauth2/token')
      expect(Object.fromEntries(new URLSearchParams(request.body))).toEqual({
        grant_type: 'refresh_token',
        refresh_token: 'refresh-1',
        client_id: 'client'
      })
      return renewed(2)
    })
    clock.advance(2 * HOUR - 90_001)
    expect(await keeper.accessToken()).toEqual({ ok: true, token: 'access-1' })
    clock.advance(1)
    expect(await keeper.accessToken()).toEqual({ ok: true, token: 'access-2' })
    expect(secrets.calls.filter((call) => !call.startsWith('get'))).toEqual(['request', `set ${NAME}`])
    expect(await loadTokens(secrets, '9')).toEqual({
      accessToken: 'access-2',
      refreshToken: 'refresh-2',
      expiresAt: clock.now() + 2 * HOUR,
      scope: 'dm.read dm.write'
    })
  })

  test('gives no new token before it is durable', async () => {
    const { parts, web, secrets } = await setUp()
    web.reply(renewed(2))
    const saving = Promise.withResolvers<void>()
    const durable = Promise.withResolvers<void>()
    const set = async (name: string, value: string): Promise<void> => {
      saving.resolve()
      await durable.promise
      await secrets.set(name, value)
    }
    const answer = createTokenKeeper({ ...parts, secrets: { ...secrets, set } }).refreshAfter401('access-1')
    await saving.promise
    const soon = new Promise((resolve) => setImmediate(() => resolve('still waiting')))
    expect(await Promise.race([answer, soon])).toBe('still waiting')
    durable.resolve()
    expect(await answer).toEqual({ ok: true, token: 'access-2' })
  })

  test('happens once for all who need it', async () => {
    const { keeper, web } = await setUp({ expiresAt: 0 })
    web.reply(renewed(2))
    const answers = await Promise.all([
      keeper.accessToken(),
      keeper.accessToken(),
      keeper.refreshAfter401('access-1'),
      keeper.refreshAfter401('access-1')
    ])
    expect(answers).toEqual(answers.map(() => ({ ok: true, token: 'access-2' })))
    expect(web.requests).toHaveLength(1)
  })

  test('after a 401 gives what is newer already without asking', async () => {
    const { keeper, web, secrets } = await setUp()
    web.reply(renewed(2))
    expect(await keeper.refreshAfter401('access-1')).toEqual({ ok: true, token: 'access-2' })
    expect(await keeper.refreshAfter401('access-1')).toEqual({ ok: true, token: 'access-2' })
    await saveTokens(secrets, '9', { accessToken: 'other', refreshToken: 'r', expiresAt: null, scope: '' })
    expect(await keeper.refreshAfter401('access-2')).toEqual({ ok: true, token: 'other' })
    expect(web.requests).toHaveLength(1)
  })

  test('keeps the refresh token of a server that does not rotate it, and reads an unlabelled answer', async () => {
    const { keeper, web, secrets } = await setUp()
    web.reply(new Response(JSON.stringify({ token_type: 'bearer', access_token: 'access-2' })))
    expect(await keeper.refreshAfter401('access-1')).toEqual({ ok: true, token: 'access-2' })
    expect(await loadTokens(secrets, '9')).toMatchObject({ refreshToken: 'refresh-1', expiresAt: null })
  })

  test('survives a secret store that does not save, and saves later', async () => {
    const { keeper, web, secrets, log } = await setUp()
    web.reply(renewed(2))
    secrets.failToSave(true)
    expect(await keeper.refreshAfter401('access-1')).toEqual({ ok: true, token: 'access-2' })
    expect(await keeper.accessToken()).toEqual({ ok: true, token: 'access-2' })
    expect(log.entries.some((entry) => entry.level === 'error')).toBe(true)
    secrets.failToSave(false)
    expect(await keeper.accessToken()).toEqual({ ok: true, token: 'access-2' })
    expect(await loadTokens(secrets, '9')).toMatchObject({ refreshToken: 'refresh-2' })
  })
})

describe('a refused renewal', () => {
  test('asks for a sign-in, keeps the tokens, and does not show the dead token again at once', async () => {
    const { keeper, web, secrets, clock, log } = await setUp()
    web.reply(refusedReply())
    const answer = await keeper.refreshAfter401('access-1')
    expect(answer).toMatchObject({
      ok: false,
      problem: { kind: 'sign-in-needed', reason: 'refresh-refused', effect: 'none' }
    })
    expect(await keeper.refreshAfter401('access-1')).toEqual(answer)
    expect(web.requests).toHaveLength(1)
    expect(await loadTokens(secrets, '9')).toMatchObject({ accessToken: 'access-1', refreshToken: 'refresh-1' })
    expect(log.text()).not.toMatch(/access-1|refresh-1/)

    clock.advance(5 * 60_000)
    web.reply(renewed(2))
    expect(await keeper.refreshAfter401('access-1')).toEqual({ ok: true, token: 'access-2' })
  })

  test('is not even tried with a token that another copy of the folder has used', async () => {
    const { parts, web, secrets } = await setUp({ expiresAt: 0 })
    const asked: string[] = []
    const claim = (token: string): boolean => {
      asked.push(token)
      return false
    }
    const keeper = createTokenKeeper({ ...parts, claim })
    expect(await keeper.accessToken()).toMatchObject({
      ok: false,
      problem: { kind: 'sign-in-needed', detail: expect.stringContaining('Another copy') }
    })
    expect(asked).toEqual(['refresh-1'])
    expect(web.requests).toEqual([])
    expect(await loadTokens(secrets, '9')).toMatchObject({ refreshToken: 'refresh-1' })
  })

  test('looks whether another process was faster', async () => {
    const { keeper, web, secrets, clock } = await setUp()
    web.reply(async () => {
      const expiresAt = clock.now() + HOUR
      await saveTokens(secrets, '9', { accessToken: 'theirs', refreshToken: 'refresh-theirs', expiresAt, scope: '' })
      return refusedReply()
    })
    expect(await keeper.refreshAfter401('access-1')).toEqual({ ok: true, token: 'theirs' })
    expect(await loadTokens(secrets, '9')).toMatchObject({ refreshToken: 'refresh-theirs' })
  })

  test('never overwrites a new sign-in with what comes late', async () => {
    const { keeper, web, secrets } = await setUp()
    web.reply(async () => {
      await saveTokens(secrets, '9', { accessToken: 'theirs', refreshToken: 'r-theirs', expiresAt: null, scope: '' })
      return renewed(2)
    })
    expect(await keeper.refreshAfter401('access-1')).toEqual({ ok: true, token: 'theirs' })
    expect(await loadTokens(secrets, '9')).toMatchObject({ accessToken: 'theirs' })
  })

  test('changes nothing while the old token lasts', async () => {
    const { keeper, web, clock } = await setUp()
    web.reply(refusedReply())
    clock.advance(2 * HOUR - 60_000)
    expect(await keeper.accessToken()).toEqual({ ok: true, token: 'access-1' })
    clock.advance(60_000)
    expect(await keeper.accessToken()).toMatchObject({ ok: false, problem: { kind: 'sign-in-needed' } })
    expect(web.requests).toHaveLength(1)
  })

  test('says when it is the app that X refuses', async () => {
    const { keeper, web } = await setUp()
    web.reply(jsonReply({ error: 'unauthorized_client', error_description: 'Missing valid authorization header' }, 401))
    expect(await keeper.refreshAfter401('access-1')).toMatchObject({
      problem: { kind: 'sign-in-needed', detail: expect.stringContaining('Native App') }
    })
  })
})

test.each([
  ['no network', new TypeError('fetch failed'), 'network'],
  ['503', jsonReply({}, 503), 'server'],
  ['429', jsonReply({ title: 'Too Many Requests' }, 429), 'rate-limited'],
  ['a web page in between', new Response('<html>', { status: 401 }), 'malformed'],
  ['a web page as success', new Response('<html>'), 'malformed'],
  ['a success without a token', jsonReply({ token_type: 'bearer' }), 'malformed'],
  ['a redirect', new Response(null, { status: 302, headers: { location: 'https://evil.example' } }), 'malformed']
])('trouble on the way is no lost sign-in: %s', async (_what, reply, kind) => {
  const { keeper, web, secrets } = await setUp()
  web.reply(reply)
  expect(await keeper.refreshAfter401('access-1')).toMatchObject({ ok: false, problem: { kind, effect: 'none' } })
  expect(await loadTokens(secrets, '9')).toMatchObject({ refreshToken: 'refresh-1' })
  // The next one may try again at once.
  web.reply(renewed(2))
  expect(await keeper.refreshAfter401('access-1')).toEqual({ ok: true, token: 'access-2' })
})

test('without anything stored, or with damage, a sign-in is needed', async () => {
  const { keeper, secrets } = await setUp(null)
  expect(await keeper.accessToken()).toMatchObject({ problem: { kind: 'sign-in-needed', reason: 'no-tokens' } })
  for (const damage of ['{', '{}', 'null', '{"accessToken":5}']) {
    secrets.values.set(NAME, damage)
    expect(await keeper.accessToken()).toMatchObject({ problem: { kind: 'sign-in-needed', reason: 'no-tokens' } })
  }
})

test('an access token alone works until X refuses it', async () => {
  const { keeper, web } = await setUp({ refreshToken: null, expiresAt: null })
  expect(await keeper.accessToken()).toEqual({ ok: true, token: 'access-1' })
  expect(await keeper.refreshAfter401('access-1')).toMatchObject({
    ok: false,
    problem: { kind: 'sign-in-needed', reason: 'no-refresh-token' }
  })
  expect(web.requests).toEqual([])
})

test('a secret store that throws is a problem, not a crash', async () => {
  const { parts, log } = await setUp()
  const get = async (): Promise<string | null> => {
    throw new Error('locked: refresh-1')
  }
  const keeper = createTokenKeeper({ ...parts, secrets: { ...parts.secrets, get } })
  expect(await keeper.accessToken()).toMatchObject({ problem: { kind: 'sign-in-needed' } })
  expect(log.text()).not.toContain('refresh-1')
})

test('tokens can be taken away', async () => {
  const { secrets, keeper } = await setUp()
  await deleteTokens(secrets, '9')
  expect(await keeper.accessToken()).toMatchObject({ ok: false })
})
