import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { ACCOUNT_TABLES } from './account-store.ts'

/** Whatever speaks of an account, in any table. */
function traces(core: TestCore, id: string): string[] {
  const tables = core.peek<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%\\_index%' ESCAPE '\\'"
  )
  return tables.flatMap(({ name }) =>
    core
      .peek(`SELECT * FROM ${name}`)
      .flatMap((row) => (JSON.stringify(row).includes(id) ? [`${name}: ${JSON.stringify(row)}`] : []))
  )
}

async function busy(core: TestCore): Promise<void> {
  const ana = core.customer({ name: 'Ana' })
  core.say(ana, 'hello', { media: { kind: 'picture', motif: 'mug', seed: 1 } })
  const group = core.world.createGroup([core.accountId, ana.id])
  core.world.join(group.id, [core.customer().id], { byUserId: core.accountId })
  core.world.addRaw(group.id, { event_type: 'Unknown' }, { senderId: ana.id })
  await core.round()
  const key = core.keyOf(ana)
  await core.reply(key, 'sent')
  await core.sync()
  await core.client.run('thread.reply', { conversation: key, text: 'held' })
  await core.client.run('thread.saveDraft', { conversation: key, text: 'draft', base: null, revision: 'a' })
  await core.client.run('notes.add', { conversation: key, text: 'a note' })
  await core.client.run('inbox.setCategory', { conversations: [key], category: 'other' })
  const { tag } = await core.client.run('tags.create', { name: 'late', colour: 'red', group: null })
  await core.client.run('inbox.tag', { conversations: [key], add: [tag] })
  await core.client.run('followUps.add', { conversation: key, text: 'write', dueAt: core.clock.now() + 3_600_000 })
  await core.client.run('inbox.resolve', { conversations: [key] })
  await core.client.run('inbox.markUnread', { conversations: [key] })
  const [item] = (await core.messages(key)).flatMap((row) => row.media)
  await core.core.media(item?.src?.replace('media/', '') ?? '', null)
  await core.core.media(`${core.accountId}/avatar/${ana.id}`, null)
}

test('a removed account leaves nothing: no row, no file, no secret', async () => {
  await using core = await createTestCore()
  await busy(core)
  expect(traces(core, core.accountId).length).toBeGreaterThan(15)
  await core.client.run('accounts.remove', { account: core.accountId })
  expect(traces(core, core.accountId)).toEqual([])
  for (const table of ['user', 'message', 'conversation', 'conversation_member', 'message_media', 'media_file']) {
    expect(core.peek(`SELECT * FROM ${table}`)).toEqual([])
  }
  for (const index of ['message_index', 'user_index']) {
    expect(core.peek(`SELECT rowid FROM ${index} WHERE ${index} MATCH 'hello OR sent OR ana'`)).toEqual([])
  }
  expect(readdirSync(join(core.dataDir, 'media'))).toEqual([])
  expect([...core.secrets.values.keys()]).toEqual(['database-key'])
  expect(core.x.requests.at(-1)).toBe('POST /2/oauth2/revoke')
  expect(await core.client.ask('undo.next', {})).toEqual([])
  expect(await core.client.ask('inbox.counts', { account: null })).toContainEqual({ id: 'all', total: 0, unread: 0 })
  await expect(core.client.run('accounts.remove', { account: core.accountId })).rejects.toMatchObject({
    code: 'not-found'
  })
})

test('whatever table names an account is emptied of it; what was learned from its customers is forgotten', async () => {
  await using core = await createTestCore()
  const naming = core.peek<{ name: string }>(
    `SELECT m.name FROM pragma_table_list m JOIN pragma_table_info(m.name) c
     WHERE m.schema = 'main' AND m.type = 'table' AND c.name = 'account_id'`
  )
  // Promo codes forget it by themselves: what was given stays given (promos/forget-account.ts).
  const promos = ['promo_hold', 'promo_ledger', 'promo_approval']
  const known = new Set<string>([...ACCOUNT_TABLES, ...promos, 'message', 'category_example'])
  expect(naming.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([])
  const ana = core.customer()
  core.say(ana, 'the parcel has not arrived')
  await core.round()
  await core.client.run('inbox.setCategory', { conversations: [core.keyOf(ana)], category: 'complaint' })
  expect(core.peek('SELECT 1 FROM category_word')).not.toEqual([])
  await core.client.run('accounts.remove', { account: core.accountId })
  expect(core.peek('SELECT 1 FROM category_word')).toEqual([])
})

test('another account keeps all of its own', async () => {
  await using core = await createTestCore()
  await busy(core)
  const other = core.world.addUser({ username: 'second_shop', name: 'Second Shop' })
  const { accessToken, refreshToken } = core.x.issueTokens(other.id)
  const { url: api, clientId } = core.x
  await core.client.run('accounts.add', { api, auth: api, clientId, accessToken, refreshToken, appBearer: null })
  const ben = core.customer({ name: 'Ben' })
  core.world.say(ben.id, other.id, 'to the second')
  core.world.say(core.accountId, other.id, 'from shop to shop')
  await core.sync()
  const kept = traces(core, other.id).filter((row) => !row.includes(core.accountId))
  expect(kept.length).toBeGreaterThan(5)
  await core.client.run('accounts.remove', { account: core.accountId })
  const after = traces(core, other.id)
  for (const row of kept.filter((each) => !each.startsWith('receipt'))) expect(after).toContain(row)
  const rows = await core.client.ask('inbox.list', { queue: 'all', account: null, limit: 9 })
  expect(rows.map((row) => row.title).toSorted()).toEqual(['Ben', core.world.brand.name])
  // And it still works.
  core.clock.advance(1000)
  core.world.say(ben.id, other.id, 'again')
  expect((await core.sync()).accounts).toEqual([expect.objectContaining({ id: other.id, events_new: 1 })])
})

test('two accounts: each has its own list, counters and replies; `replyTo` wants to know who writes', async () => {
  await using core = await createTestCore()
  const other = core.world.addUser({ username: 'second_shop' })
  const { accessToken, refreshToken } = core.x.issueTokens(other.id)
  const { url: api, clientId } = core.x
  await core.client.run('accounts.add', { api, auth: api, clientId, accessToken, refreshToken, appBearer: null })
  const ana = core.customer()
  core.say(ana, 'to the first')
  core.world.say(ana.id, other.id, 'to the second')
  await core.sync()
  for (const account of [core.accountId, other.id]) {
    const rows = await core.client.ask('inbox.list', { queue: 'all', account, limit: 9 })
    expect(rows.map((row) => row.accountId)).toEqual([account])
    const counts = await core.client.ask('inbox.counts', { account })
    expect(counts).toContainEqual({ id: 'inbox', total: 1, unread: 1 })
  }
  expect(await core.client.ask('inbox.counts', { account: null })).toContainEqual({ id: 'inbox', total: 2, unread: 2 })
  const to = { user: ana.id, text: 'hello', hold: false }
  await expect(core.client.run('thread.replyTo', { account: null, ...to })).rejects.toMatchObject({
    code: 'invalid-input'
  })
  await core.client.run('thread.replyTo', { account: other.id, ...to })
  await core.sync()
  expect(core.world.events().at(-1)).toMatchObject({ senderId: other.id, text: 'hello' })
})

test('what cannot be undone any more is not offered any more', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.sync()
  await core.client.run('inbox.resolve', { conversations: [core.keyOf(ana)] })
  let offered: readonly string[] = []
  const stop = core.client.subscribe('undo.next', {}, ({ rows }) => (offered = rows.map(({ label }) => label)))
  await core.when(() => offered.length === 1)
  await core.client.run('accounts.remove', { account: core.accountId })
  await core.when(() => offered.length === 0)
  stop()
})

test('adding again replaces tokens and address; wrong tokens change nothing', async () => {
  await using core = await createTestCore()
  const add = (accessToken: string): Promise<unknown> =>
    core.client.run('accounts.add', {
      api: core.x.url,
      auth: core.x.url,
      clientId: core.x.clientId,
      accessToken,
      refreshToken: null,
      appBearer: null
    })
  const before = core.secrets.values.get(`x-tokens:${core.accountId}`)
  await expect(add('not a token')).rejects.toMatchObject({ code: 'sign-in-needed' })
  expect(core.secrets.values.get(`x-tokens:${core.accountId}`)).toBe(before)
  await add(core.x.issueTokens().accessToken)
  expect(core.secrets.values.get(`x-tokens:${core.accountId}`)).not.toBe(before)
  expect(await core.client.ask('accounts.list', {})).toHaveLength(1)
  expect(await core.round()).toMatchObject({ complete: true })
  core.network('down')
  await expect(add('x')).rejects.toMatchObject({ code: 'offline' })
})

test('the first real account ends practice', async () => {
  await using core = await createTestCore({ connected: false })
  const { url: api, clientId } = core.x
  const practice = core.world.addUser({ username: 'practice_shop' })
  const common = { api, auth: api, clientId, appBearer: null }
  await core.client.run('accounts.add', { ...common, ...core.x.issueTokens(practice.id), practice: true })
  core.world.say(core.customer().id, practice.id, 'practising')
  await core.sync()
  await core.addAccount()
  expect((await core.client.ask('accounts.list', {})).map((row) => row.id)).toEqual([core.accountId])
  expect(traces(core, practice.id)).toEqual([])
  expect(core.secrets.values.has(`x-tokens:${practice.id}`)).toBe(false)
})

test('a practice account waits for its server after a restart; a real one is connected at once', async () => {
  await using core = await createTestCore({ connected: false })
  const { url: api, clientId } = core.x
  const common = { api, auth: api, clientId, appBearer: null }
  await core.client.run('accounts.add', { ...common, ...core.x.issueTokens(), practice: true })
  core.say(core.customer(), 'hello')
  await core.restart()
  expect(await core.client.ask('sync.status', {})).toEqual([expect.objectContaining({ phase: 'not-connected' })])
  expect((await core.sync()).accounts).toEqual([])
  await core.client.run('accounts.add', { ...common, ...core.x.issueTokens(), practice: true })
  expect(await core.round()).toMatchObject({ complete: true, events_new: 1 })
})

test('the doctor looks at everything and reveals no secret', async () => {
  await using core = await createTestCore()
  const rows = await core.client.ask('doctor.checks', {})
  expect(rows.map((row) => row.id.split(':')[0])).toEqual(
    expect.arrayContaining(['node', 'sqlite', 'encryption', 'disk', 'integrity', 'network', 'tokens'])
  )
  for (const row of rows) {
    expect(row.state === 'ok' || (row.advice ?? '') !== '').toBe(true)
    for (const secret of core.secrets.values.values()) expect(JSON.stringify(row)).not.toContain(secret)
  }
  core.network('down')
  const offline = await core.client.ask('doctor.checks', {})
  expect(offline.find((row) => row.id.startsWith('network'))).toMatchObject({ state: 'warning' })
})

test('settings: kept by the host, live for everybody', async () => {
  await using core = await createTestCore({ connected: false })
  const seen = core.until('settings.list', {}, (rows) => rows.some((row) => row.id === 'theme' && row.value === 'dark'))
  await core.client.run('settings.set', { name: 'theme', value: 'dark' })
  await seen
  expect(core.settings.all()).toEqual({ theme: 'dark' })
})
