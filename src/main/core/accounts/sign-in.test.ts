import { expect, test } from 'vitest'
import type { RedirectListener } from '../deps.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

interface Listener extends RedirectListener {
  arrive(url: string): void
  readonly closed: boolean
}

/** The host's loopback address, without a server: the test is the browser. */
function listeners(): { open(): Promise<RedirectListener>; readonly all: Listener[] } {
  const all: Listener[] = []
  return {
    all,
    open() {
      const { promise, resolve, reject } = Promise.withResolvers<string>()
      promise.catch(() => undefined)
      let closed = false
      const listener: Listener = {
        redirectUri: 'http://127.0.0.1:47321/callback',
        arrived: promise,
        arrive: resolve,
        get closed() {
          return closed
        },
        close() {
          closed = true
          reject(new Error('closed'))
        }
      }
      all.push(listener)
      return Promise.resolve(listener)
    }
  }
}

function begin(core: TestCore): Promise<{ authorizeUrl: string; redirectUri: string }> {
  return core.client.run('accounts.beginSignIn', { api: core.x.url, auth: core.x.url, clientId: core.x.clientId })
}

/** Opens X's page, which agrees at once. @returns where the browser is led. */
async function agree(authorizeUrl: string): Promise<string> {
  const response = await fetch(authorizeUrl, { redirect: 'manual' })
  return response.headers.get('location') ?? ''
}

const options = { connected: false, x: { consent: 'auto' } } as const

test('from “open X’s page” to a connected account', async () => {
  const redirect = listeners()
  await using core = await createTestCore({ ...options, listenForRedirect: redirect.open })
  const { authorizeUrl, redirectUri } = await begin(core)
  expect(await core.client.ask('accounts.sign-in', {})).toEqual([
    expect.objectContaining({ state: 'waiting', authorizeUrl, redirectUri })
  ])
  const done = core.until('accounts.sign-in', {}, ([row]) => row?.state === 'done')
  redirect.all[0]?.arrive(await agree(authorizeUrl))
  expect((await done)[0]?.account).toMatchObject({ id: core.accountId, practice: false })
  expect(redirect.all[0]?.closed).toBe(true)
  core.say(core.customer(), 'hello')
  expect(await core.round()).toMatchObject({ complete: true, events_new: 1 })
  expect(core.log.text()).not.toMatch(/code=|verifier/)
})

test('a pasted address does as well', async () => {
  const redirect = listeners()
  await using core = await createTestCore({ ...options, listenForRedirect: redirect.open })
  const { authorizeUrl } = await begin(core)
  await core.client.run('accounts.finishSignIn', { pastedUrl: await agree(authorizeUrl) })
  expect(await core.client.ask('accounts.list', {})).toHaveLength(1)
  await expect(core.client.run('accounts.finishSignIn', { pastedUrl: 'https://x.com' })).rejects.toMatchObject({
    code: 'not-found'
  })
})

test('declined, wrong, or somebody else’s: said so, nothing stored, and it can be begun again', async () => {
  const redirect = listeners()
  await using core = await createTestCore({ ...options, listenForRedirect: redirect.open })
  const { authorizeUrl } = await begin(core)
  const state = new URL(authorizeUrl).searchParams.get('state') ?? ''
  const failed = core.until('accounts.sign-in', {}, ([row]) => row?.state === 'failed')
  redirect.all[0]?.arrive(`http://127.0.0.1:47321/callback?error=access_denied&state=${state}`)
  expect((await failed)[0]?.error).toMatch(/\.$/)
  const again = await begin(core)
  expect(redirect.all[0]?.closed).toBe(true)
  const foreign = new URL(await agree(again.authorizeUrl))
  foreign.searchParams.set('state', 'of-somebody-else')
  await expect(core.client.run('accounts.finishSignIn', { pastedUrl: foreign.href })).rejects.toMatchObject({
    message: expect.stringMatching(/.{10,}/)
  })
  expect(await core.client.ask('accounts.list', {})).toEqual([])
  expect([...core.secrets.values.keys()]).toEqual(['database-key'])
  await core.client.run('accounts.cancelSignIn', {})
  expect(await core.client.ask('accounts.sign-in', {})).toEqual([])
  expect(redirect.all[1]?.closed).toBe(true)
})

test('signing in again uses the app and addresses that are there, and keeps everything else', async () => {
  const redirect = listeners()
  await using core = await createTestCore({ x: { consent: 'auto' }, listenForRedirect: redirect.open })
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.sync()
  const before = core.secrets.values.get(`x-tokens:${core.accountId}`)
  const { authorizeUrl } = await core.client.run('accounts.signInAgain', { account: core.accountId })
  expect(new URL(authorizeUrl).searchParams.get('client_id')).toBe(core.x.clientId)
  expect(await core.client.ask('accounts.sign-in', {})).toMatchObject([{ again: core.world.brand.username }])
  await core.client.run('accounts.finishSignIn', { pastedUrl: await agree(authorizeUrl) })
  expect(core.secrets.values.get(`x-tokens:${core.accountId}`)).not.toBe(before)
  expect(await core.texts(core.keyOf(ana))).toEqual(['hello'])
  expect(await core.client.ask('accounts.list', {})).toHaveLength(1)
  expect(await core.round()).toMatchObject({ complete: true, problem: null })
  await expect(core.client.run('accounts.signInAgain', { account: '1' })).rejects.toMatchObject({ code: 'not-found' })
})

test('signing in again as somebody else changes nothing, and says who that was', async () => {
  const redirect = listeners()
  await using core = await createTestCore({ x: { consent: 'auto' }, listenForRedirect: redirect.open })
  const other = core.world.addUser({ username: 'second_shop' })
  const { url: api, clientId } = core.x
  const tokens = core.x.issueTokens(other.id)
  await core.client.run('accounts.add', { api, auth: api, clientId, ...tokens, appBearer: null })
  const before = core.secrets.values.get(`x-tokens:${other.id}`)
  const { authorizeUrl } = await core.client.run('accounts.signInAgain', { account: other.id })
  // X's page belongs to the account that is signed in at x.com.
  const pastedUrl = await agree(authorizeUrl)
  await expect(core.client.run('accounts.finishSignIn', { pastedUrl })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining(`@${core.world.brand.username}`)
  })
  expect(core.secrets.values.get(`x-tokens:${other.id}`)).toBe(before)
})

test('the token of the app given with the sign-in is kept with it', async () => {
  const redirect = listeners()
  await using core = await createTestCore({ ...options, listenForRedirect: redirect.open })
  const { url: api, clientId, appBearer } = core.x
  const { authorizeUrl } = await core.client.run('accounts.beginSignIn', { api, auth: api, clientId, appBearer })
  await core.client.run('accounts.finishSignIn', { pastedUrl: await agree(authorizeUrl) })
  expect(core.secrets.values.get(`x-app-bearer:${core.accountId}`)).toBe(appBearer)
})
