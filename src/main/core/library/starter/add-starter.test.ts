import { expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../../testing/create-test-core.ts'

const list = (core: TestCore) => core.client.ask('library.list', {})
const stagesOf = async (core: TestCore) => new Set((await list(core)).map((row) => row.stage))

/** Opens practice as its host does at each start. */
async function practise(core: TestCore, shop = core.world.addUser({ username: 'practice_shop' })): Promise<string> {
  const { url: api, clientId } = core.x
  const tokens = core.x.issueTokens(shop.id)
  await core.client.run('accounts.add', { api, auth: api, clientId, appBearer: null, ...tokens, practice: true })
  return shop.id
}

test('the starter replies are added as drafts, owned by who added them, and one undo takes all of it back', async () => {
  await using core = await createTestCore({ connected: false })
  expect(await core.client.run('library.addStarter', {})).toEqual({ added: 40 })
  const rows = await list(core)
  expect(rows.filter((row) => row.kind === 'reply')).toHaveLength(40)
  expect(rows.filter((row) => row.kind === 'fragment')).toHaveLength(5)
  expect(await stagesOf(core)).toEqual(new Set(['draft']))
  const [me] = await core.client.ask('team.list', {})
  expect(new Set(rows.map((row) => row.owner))).toEqual(new Set([me?.id]))
  expect((await core.client.ask('undo.next', {})).map((row) => row.label)).toEqual(['Added 40 starter replies'])
  await core.client.run('undo.run', {})
  expect(await list(core)).toEqual([])
  expect(await core.client.ask('tags.list', {})).toEqual([])
  // Their shortcuts are free again.
  expect(await core.client.run('library.addStarter', {})).toEqual({ added: 40 })
})

test('all of them can be approved at once, fragments and what contains them together', async () => {
  await using core = await createTestCore({ connected: false })
  await core.client.run('library.addStarter', {})
  const replies = (await list(core)).map((row) => row.id)
  expect(await core.client.run('library.approve', { replies })).toEqual({ changed: 45 })
  expect(await stagesOf(core)).toEqual(new Set(['approved']))
})

test('a shortcut that is in use is left alone, and nothing is added twice', async () => {
  await using core = await createTestCore({ connected: false })
  const mine = { title: 'My own', shortcut: 'where', body: 'It is on its way.' }
  await core.client.run('library.save', { reply: null, base: null, content: mine, placement: {} })
  expect(await core.client.run('library.addStarter', {})).toEqual({ added: 39 })
  expect((await list(core)).filter((row) => row.shortcut === 'where').map((row) => row.title)).toEqual(['My own'])
  expect(await core.client.run('library.addStarter', {})).toEqual({ added: 0 })
  expect(await list(core)).toHaveLength(45)
  expect((await core.client.ask('undo.next', {})).map((row) => row.label)).toEqual(['Added 39 starter replies'])
})

test('actions name the tags of the team; those that it has are used', async () => {
  await using core = await createTestCore({ connected: false })
  const { tag } = await core.client.run('tags.create', { name: 'Refund', colour: 'teal', group: null })
  await core.client.run('library.addStarter', {})
  const tags = new Map((await core.client.ask('tags.list', {})).map(({ id, name }) => [id, name]))
  expect(tags.get(tag)).toBe('Refund')
  const refund = (await list(core)).find((row) => row.shortcut === 'refund')
  const [detail] = await core.client.ask('library.reply', { reply: refund?.id ?? '' })
  expect(detail?.newest.content.actions).toEqual([
    { kind: 'tag', tag },
    { kind: 'category', category: 'billing' }
  ])
  await core.client.run('undo.run', {})
  expect((await core.client.ask('tags.list', {})).map(({ name }) => name)).toEqual(['Refund'])
})

test('practice has them approved from its first start on, once, and owned by the first of the team', async () => {
  await using core = await createTestCore({ connected: false })
  const [first] = await core.client.ask('team.list', {})
  const { member } = await core.client.run('team.add', { name: 'Bea Kim' })
  await core.client.run('team.setMe', { member })
  const shop = core.world.addUser({ username: 'practice_shop' })
  await practise(core, shop)
  const rows = await list(core)
  expect(rows).toHaveLength(45)
  expect(await stagesOf(core)).toEqual(new Set(['approved']))
  expect(new Set(rows.map((row) => row.owner))).toEqual(new Set([first?.id]))
  expect(await core.client.ask('undo.list', {})).toEqual([])

  await core.client.run('library.delete', { replies: rows.map((row) => row.id) })
  await core.restart()
  await practise(core, shop)
  expect(await list(core)).toEqual([])
})

test('a practice folder from before the library gets them, beside what is there', async () => {
  await using core = await createTestCore({ connected: false })
  const mine = { title: 'My own', shortcut: 'thanks', body: 'Thank you!' }
  await core.client.run('library.save', { reply: null, base: null, content: mine, placement: {} })
  await practise(core)
  expect(await list(core)).toHaveLength(45)
  expect((await list(core)).find((row) => row.shortcut === 'thanks')?.title).toBe('My own')
})

test('with practice go its replies, except what was changed and the fragments in it', async () => {
  await using core = await createTestCore({ connected: false })
  await practise(core)
  const rows = await list(core)
  const idOf = (shortcut: string): string => rows.find((row) => row.shortcut === shortcut)?.id ?? ''
  const [late] = await core.client.ask('library.reply', { reply: idOf('late') })
  if (!late) throw new Error('The reply “late” is not there.')
  const content = { ...late.newest.content, body: 'Hi! It is late. {{ fragment "signature" }}' }
  const placement = { folder: ['Mine'] }
  await core.client.run('library.save', { reply: late.id, base: late.newest.id, content, placement })
  await core.client.run('library.move', { replies: [idOf('lost')], folder: ['Mine'] })
  await core.addAccount()
  expect((await list(core)).map((row) => row.shortcut)).toEqual(['signature', 'late'])
  expect(await core.client.ask('tags.list', {})).toEqual([])
  expect(await core.client.run('library.addStarter', {})).toEqual({ added: 39 })
})
