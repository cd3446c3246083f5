import { expect, test } from 'vitest'
import type { ViewRow } from '../../../shared/contract/search-rows.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

async function threeCustomers() {
  const core = await createTestCore()
  const [ana, ben, zoe] = ['Ana', 'Ben', 'Zoe'].map((name) => core.customer({ name, username: name.toLowerCase() }))
  if (!ana || !ben || !zoe) throw new Error('there are three')
  core.say(ana, 'my refund, please')
  core.say(ben, 'the refund form is broken')
  core.say(zoe, 'thanks')
  await core.round()
  const create = async (name: string, query: string): Promise<string> =>
    (await core.client.run('views.create', { name, colour: 'blue', query })).view
  const listed = async (view: string, account: string | null = null): Promise<string[]> =>
    (await core.client.ask('views.conversations', { view, account, limit: 200 })).map((row) => row.title)
  return { core, ana, ben, zoe, create, listed }
}

async function viewsOf(core: TestCore): Promise<readonly ViewRow[]> {
  return core.client.ask('views.list', {})
}

test('a saved view lists what its search finds, also for one account, and survives a restart', async () => {
  const { core, create, listed } = await threeCustomers()
  await using _ = core
  const view = await create('Refunds', 'refund is:open')
  expect(await listed(view)).toEqual(['Ben', 'Ana'])
  expect(await listed(view, core.accountId)).toEqual(['Ben', 'Ana'])
  expect(await listed(view, '1')).toEqual([])
  await core.restart()
  expect(await viewsOf(core)).toMatchObject([
    { id: view, name: 'Refunds', query: 'refund is:open', slot: 1, problem: null }
  ])
  expect(await listed(view)).toEqual(['Ben', 'Ana'])
})

test('all that a view or a search finds can be chosen, whatever is loaded; a broken one is refused', async () => {
  const { core, ana, ben, create } = await threeCustomers()
  await using _ = core
  const view = await create('Refunds', 'refund is:open')
  const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id)
  const both = [core.keyOf(ben), core.keyOf(ana)]
  expect(await core.client.ask('views.conversations', { view, account: null, limit: 1 })).toHaveLength(1)
  expect(ids(await core.client.ask('views.keys', { view, account: null }))).toEqual(both)
  expect(ids(await core.client.ask('views.keys', { view, account: '1' }))).toEqual([])
  expect(ids(await core.client.ask('search.keys', { text: 'refund', account: core.accountId }))).toEqual(both)
  const { changed } = await core.client.run('inbox.resolve', { conversations: both })
  expect(changed).toBe(2)
  expect(ids(await core.client.ask('views.keys', { view, account: null }))).toEqual([])
  await expect(core.client.ask('search.keys', { text: 'form:ana refund', account: null })).rejects.toMatchObject({
    code: 'invalid-input'
  })
  await expect(core.client.ask('views.keys', { view: 'gone', account: null })).rejects.toMatchObject({
    code: 'not-found'
  })
})

test('order, names, searches and shortcuts can be changed', async () => {
  const { core, create } = await threeCustomers()
  await using _ = core
  const [a, b, c] = [await create('A', 'is:open'), await create('B', 'is:read'), await create('C', 'refund')]
  const order = async (): Promise<string[]> => (await viewsOf(core)).map((view) => `${view.name}${view.slot ?? ''}`)
  expect(await order()).toEqual(['A1', 'B2', 'C3'])
  await core.client.run('views.move', { view: c, to: 0 })
  await core.client.run('views.move', { view: a, to: 99 })
  expect(await order()).toEqual(['C3', 'B2', 'A1'])
  await core.client.run('views.setSlot', { view: b, slot: 3 })
  expect(await order()).toEqual(['C', 'B3', 'A1'])
  await core.client.run('views.setSlot', { view: b, slot: null })
  await core.client.run('views.change', { view: b, name: 'Bills', colour: 'red', query: 'category:billing' })
  expect(await order()).toEqual(['C', 'Bills', 'A1'])
  expect(await create('D', 'is:draft')).toBeTruthy()
  expect(await order()).toEqual(['C', 'Bills', 'A1', 'D2'])
})

test.each([
  ['Wrong', 'form:ana', 'There is no operator “form:”. Did you mean “from:ana”?'],
  ['Wrong', 'tag:late', 'There is no tag “late”.'],
  ['Wrong', '   ', 'A saved view needs something to search for.'],
  ['  ', 'is:open', 'A saved view needs a name.'],
  ['open', 'is:open', 'There is a saved view “open” already. Choose another name.'],
  ['x'.repeat(61), 'is:open', 'A saved view may have at most 60 characters.']
])('“%s” with “%s” is refused, and nothing is saved', async (name, query, message) => {
  const { core, create } = await threeCustomers()
  await using _ = core
  await create('Open', 'is:open')
  await expect(create(name, query)).rejects.toMatchObject({ message })
  expect(await viewsOf(core)).toHaveLength(1)
})

test('a deleted view comes back by undo, also after a restart, but not to a shortcut that is taken', async () => {
  const { core, create } = await threeCustomers()
  await using _ = core
  const view = await create('Refunds', 'refund')
  await core.client.run('views.delete', { view })
  expect(await viewsOf(core)).toEqual([])
  const other = await create('Other', 'is:open')
  await core.restart()
  expect((await core.client.run('undo.run', {})).label).toBe('Deleted the view “Refunds”')
  expect((await viewsOf(core)).map(({ id, slot }) => [id, slot])).toEqual(
    expect.arrayContaining([
      [view, null],
      [other, 1]
    ])
  )
})

test('a tag that is renamed keeps its view; one that is removed is named, with what would be left', async () => {
  const { core, ana, create, listed } = await threeCustomers()
  await using _ = core
  const { tag } = await core.client.run('tags.create', { name: 'late', colour: 'red', group: null })
  await core.client.run('inbox.tag', { conversations: [core.keyOf(ana)], add: [tag] })
  const view = await create('Late', 'is:open tag:late')
  await core.client.run('tags.change', { tag, name: 'Very late', colour: 'red', group: null })
  expect(await viewsOf(core)).toMatchObject([{ query: 'is:open tag:"Very late"', problem: null }])
  expect(await listed(view)).toEqual(['Ana'])
  // Another tag with the old name is another tag.
  await core.client.run('tags.create', { name: 'late', colour: 'red', group: null })
  expect(await listed(view)).toEqual(['Ana'])

  await core.client.run('tags.delete', { tag })
  expect(await viewsOf(core)).toMatchObject([{ problem: { code: 'removed-name', operator: 'tag' }, mended: 'is:open' }])
  await expect(listed(view)).rejects.toMatchObject({ code: 'invalid-input', message: 'The tag “late” was removed.' })
  await core.client.run('views.change', { view, name: 'Late', colour: 'red', query: 'is:open' })
  expect(await listed(view)).toEqual(['Zoe', 'Ben', 'Ana'])
})

test('a list that is open tells that its view broke, and comes back when it is mended', async () => {
  const { core, create } = await threeCustomers()
  await using _ = core
  const { tag } = await core.client.run('tags.create', { name: 'late', colour: 'red', group: null })
  const view = await create('Not late', '-tag:late')
  const states: string[] = []
  const params = { view, account: null, limit: 50 }
  core.client.subscribe('views.conversations', params, ({ status, rows }) => states.push(`${status} ${rows.length}`))
  await core.client.ask('jobs.list', {})
  await core.client.run('tags.delete', { tag })
  // The same rows as before, so that nothing but the state of the list differs.
  await core.client.run('views.change', { view, name: 'Not late', colour: 'red', query: 'is:open' })
  await core.client.ask('jobs.list', {})
  expect([states[0], states.at(-2), states.at(-1)]).toEqual(['ready 3', 'error 3', 'ready 3'])
  // One that is broken when it is opened, too.
  await core.client.run('tags.create', { name: 'late', colour: 'red', group: null })
  const other = await create('Late', 'tag:late')
  const [again] = (await core.client.ask('tags.list', {})).map((row) => row.id)
  await core.client.run('tags.delete', { tag: again ?? '' })
  const seen: string[] = []
  core.client.subscribe('views.conversations', { ...params, view: other }, ({ status }) => seen.push(status))
  await core.client.ask('jobs.list', {})
  await core.client.run('views.change', { view: other, name: 'Late', colour: 'red', query: 'is:open' })
  await core.client.ask('jobs.list', {})
  expect([seen[0], seen.at(-1)]).toEqual(['error', 'ready'])
})

test('a view can ask for another; one that leads back to itself is refused', async () => {
  const { core, create, listed } = await threeCustomers()
  await using _ = core
  const refunds = await create('All refunds', 'refund')
  const mine = await create('Of Ana', 'in:"all refunds" from:ana')
  expect(await listed(mine)).toEqual(['Ana'])
  const loop = { view: refunds, name: 'All refunds', colour: 'blue' as const, query: 'refund in:"of ana"' }
  await expect(core.client.run('views.change', loop)).rejects.toMatchObject({
    message: 'The saved view “of ana” cannot be searched in: something in it is wrong, or it leads back here.'
  })
  await core.client.run('views.delete', { view: refunds })
  expect((await viewsOf(core))[0]).toMatchObject({ problem: { code: 'removed-name' }, mended: 'from:ana' })
})

test('counts follow what happens, a moment later and without a commit of their own', async () => {
  const { core, ana, create } = await threeCustomers()
  await using _ = core
  const view = await create('Refunds', 'refund is:open')
  const counts: string[] = []
  const stop = core.client.subscribe('views.counts', { account: null }, (state) => {
    counts.push(state.rows.map((row) => `${row.id === view ? '' : '?'}${row.total}/${row.unread}`).join())
  })
  const wanted = async (text: string): Promise<void> => {
    await core.when(() => {
      core.clock.advance(100)
      return counts.at(-1) === text
    })
  }
  await wanted('2/2')
  await core.client.run('inbox.resolve', { conversations: [core.keyOf(ana)] })
  await wanted('1/1')
  core.say(ana, 'still no refund')
  await core.round()
  await wanted('2/2')
  stop()
})

test('a deleted view comes back under a name of its own where another one has it by now', async () => {
  const { core, create } = await threeCustomers()
  await using _ = core
  const view = await create('Refunds', 'refund')
  await core.client.run('views.delete', { view })
  await create('refúnds', 'is:open')
  await core.client.run('undo.run', {})
  const views = await viewsOf(core)
  expect(views.map(({ name }) => name).toSorted()).toEqual(['Refunds (2)', 'refúnds'])
  await core.client.run('views.change', { view, name: 'Refunds (2)', colour: 'red', query: 'refund' })
})

test('counts of all views follow also while commits never pause', async () => {
  const { core, ana, create } = await threeCustomers()
  await using _ = core
  const views: string[] = []
  for (let at = 0; at < 8; at += 1) views.push(await create(`View ${at}`, 'refund is:open'))
  await core.client.ask('views.counts', { account: null })
  core.clock.advance(1_000)
  const totals = async () =>
    (await core.client.ask('views.counts', { account: null })).map(({ id, total }) => `${views.indexOf(id)}: ${total}`)
  expect(await totals()).toEqual(views.map((_view, at) => `${at}: 2`))
  await core.client.run('inbox.resolve', { conversations: [core.keyOf(ana)] })
  for (let commit = 0; commit < 300; commit += 1) {
    const priority = commit % 2 === 0 ? 'high' : 'low'
    await core.client.run('inbox.setPriority', { conversations: [core.keyOf(ana)], priority })
    core.clock.advance(8)
  }
  expect(await totals()).toEqual(views.map((_view, at) => `${at}: 1`))
})
