import { expect, test } from 'vitest'
import { type NoticeRule, startingNoticePlan } from '../../../shared/domain/notice-plan.ts'
import { type SlaPolicy, startingPlan } from '../../../shared/domain/sla.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

const HOUR = 3_600_000

async function writes(core: TestCore, name: string): Promise<string> {
  const customer = core.customer({ name, username: name.toLowerCase() })
  core.say(customer, 'hello')
  await core.sync()
  return core.keyOf(customer)
}

const makeTag = async (core: TestCore, name: string): Promise<string> =>
  (await core.client.run('tags.create', { name, colour: 'red', group: null })).tag

const give = (core: TestCore, tag: string, ...conversations: string[]) =>
  core.client.run('inbox.tag', { conversations, add: [tag] })

/** The tags of a conversation by their names, as the list shows them. */
async function tagsOf(core: TestCore, conversation: string): Promise<string[]> {
  const names = new Map((await core.client.ask('tags.list', {})).map(({ id, name }) => [id, name]))
  const rows = await core.client.ask('inbox.list', { queue: 'all', account: null, limit: 100 })
  return (rows.find(({ id }) => id === conversation)?.tags ?? []).map((id) => names.get(id) ?? '?').toSorted()
}

test('what has the one tag has the other; one undo brings back each where it was, also after a restart', async () => {
  await using core = await createTestCore()
  const [ana, ben, cleo, dan] = [
    await writes(core, 'Ana'),
    await writes(core, 'Ben'),
    await writes(core, 'Cleo'),
    await writes(core, 'Dan')
  ]
  const [late, slow, other] = [await makeTag(core, 'late'), await makeTag(core, 'slow'), await makeTag(core, 'other')]
  await give(core, late, ana, ben)
  await give(core, slow, ben, cleo)
  await give(core, other, ana)
  core.clock.advance(HOUR)
  expect(await core.client.run('tags.merge', { tag: late, into: slow })).toEqual({ conversations: 2 })
  const all = async () => Promise.all([ana, ben, cleo, dan].map((each) => tagsOf(core, each)))
  expect(await all()).toEqual([['other', 'slow'], ['slow'], ['slow'], []])
  expect((await core.client.ask('tags.list', {})).map(({ name }) => name)).toEqual(['other', 'slow'])
  expect(await core.client.ask('tags.usage', {})).toContainEqual({ id: slow, conversations: 3 })
  core.clock.advance(HOUR)
  // What is tagged afterwards stays so.
  await give(core, slow, dan)
  await core.client.run('tags.change', { tag: slow, name: 'very slow', colour: 'red', group: null })
  await core.crash()
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Tagged slow' })
  await give(core, slow, dan)
  const merged = (await core.client.ask('undo.list', {})).find(({ label }) => label.startsWith('Merged'))
  expect(merged?.label).toBe('Merged the tag late into slow')
  await core.client.run('undo.run', { through: merged?.id ?? '' })
  expect(await all()).toEqual([['late', 'other'], ['late', 'very slow'], ['very slow'], []])
})

test('nothing is changed when one of them is gone, or both are the same', async () => {
  await using core = await createTestCore()
  const ana = await writes(core, 'Ana')
  const [late, gone] = [await makeTag(core, 'late'), await makeTag(core, 'gone')]
  await give(core, late, ana)
  await core.client.run('tags.delete', { tag: gone })
  const merge = (tag: string, into: string) => core.client.run('tags.merge', { tag, into })
  await expect(merge(late, late)).rejects.toMatchObject({ code: 'invalid-input', message: /same tag/ })
  await expect(merge(late, gone)).rejects.toMatchObject({ code: 'not-found' })
  await expect(merge(gone, late)).rejects.toMatchObject({ code: 'not-found' })
  expect(await tagsOf(core, ana)).toEqual(['late'])
  expect(core.peek('SELECT 1 FROM conversation_tag')).toHaveLength(1)
})

test('saved views that name the one name the other, deleted ones, too; and go back', async () => {
  await using core = await createTestCore()
  const [ana, ben] = [await writes(core, 'Ana'), await writes(core, 'Ben')]
  const [late, slow] = [await makeTag(core, 'late'), await makeTag(core, 'slow')]
  await give(core, late, ana)
  await give(core, slow, ben)
  const view = async (name: string, query: string): Promise<string> =>
    (await core.client.run('views.create', { name, colour: 'blue', query })).view
  const [lates, slows, removed] = [
    await view('Lates', 'is:open tag:late'),
    await view('Slows', 'tag:slow'),
    await view('Removed', '-tag:late')
  ]
  await core.client.run('views.delete', { view: removed })
  const shown = async () => Object.fromEntries((await core.client.ask('views.list', {})).map((row) => [row.name, row]))
  const listed = async (id: string) =>
    (await core.client.ask('views.conversations', { view: id, account: null, limit: 9 })).map(({ title }) => title)
  await core.client.run('tags.merge', { tag: late, into: slow })
  expect(await shown()).toMatchObject({
    Lates: { query: 'is:open tag:slow', problem: null },
    Slows: { query: 'tag:slow', problem: null }
  })
  expect(await listed(lates)).toEqual(['Ben', 'Ana'])
  await core.client.run('undo.run', {})
  expect(await shown()).toMatchObject({ Lates: { query: 'is:open tag:late' }, Slows: { query: 'tag:slow' } })
  expect(await listed(lates)).toEqual(['Ana'])
  expect(await listed(slows)).toEqual(['Ben'])
  await core.client.run('tags.merge', { tag: late, into: slow })
  // A view that was written anew since keeps what it says now.
  await core.client.run('views.change', { view: lates, name: 'Lates', colour: 'blue', query: 'tag:slow' })
  await core.client.run('undo.run', {})
  expect(await shown()).toMatchObject({ Lates: { query: 'tag:slow' } })
  await core.client.run('undo.run', {})
  expect(await shown()).toMatchObject({ Removed: { query: '-tag:late', problem: null } })
})

test('policies for the one are for the other, and whoever got it is promised accordingly', async () => {
  await using core = await createTestCore({ background: true })
  await core.quiet()
  const ana = await writes(core, 'Ana')
  const [late, slow] = [await makeTag(core, 'late'), await makeTag(core, 'slow')]
  await give(core, late, ana)
  const base = startingPlan('UTC', 'everybody')
  const everybody = base.policies[0] as SlaPolicy
  const policy = (id: string, tags: string[]): SlaPolicy => ({
    ...everybody,
    id,
    name: id,
    when: { ...everybody.when, tags }
  })
  await core.client.run('sla.save', {
    base: null,
    plan: { ...base, policies: [policy('slow', [slow]), policy('both', [late, slow]), everybody] }
  })
  const settle = async (): Promise<void> => {
    core.clock.advance(1_000)
    await core.quiet()
  }
  const tags = async () =>
    (await core.client.ask('sla.plan', {}))[0]?.plan.policies.map(({ id, when }) => [id, when.tags])
  const due = async () =>
    (await core.client.ask('inbox.list', { queue: 'all', account: null, limit: 9 }))[0]?.due?.policy
  await settle()
  expect(await due()).toBe('both')
  await core.client.run('tags.merge', { tag: late, into: slow })
  await settle()
  expect(await tags()).toEqual([
    ['slow', [slow]],
    ['both', [slow]],
    ['everybody', []]
  ])
  expect(await due()).toBe('slow')
  await core.client.run('undo.run', {})
  await settle()
  expect(await tags()).toEqual([
    ['slow', [slow]],
    ['both', [late, slow]],
    ['everybody', []]
  ])
  expect(await due()).toBe('both')
})

test('rules of notifications follow, without saying the same twice; and go back', async () => {
  await using core = await createTestCore()
  const [late, slow] = [await makeTag(core, 'late'), await makeTag(core, 'slow')]
  const rule = (id: string, tag: string | null, tell: boolean): NoticeRule => ({
    id,
    when: { event: 'message', queue: null, category: null, priority: null, tag, firstContact: false, keyword: '' },
    tell,
    sound: 'none'
  })
  const rules = [rule('slow', slow, true), rule('any', null, false), rule('late', late, false)]
  await core.client.run('attention.save', { plan: { ...startingNoticePlan('UTC'), rules } })
  const now = async () => (await core.client.ask('attention.plan', {}))[0]?.plan.rules ?? []
  await core.client.run('tags.merge', { tag: late, into: slow })
  expect(await now()).toEqual([rules[0], rules[1]])
  await core.client.run('undo.run', {})
  expect(await now()).toEqual(rules)
  await core.client.run('attention.save', { plan: { ...startingNoticePlan('UTC'), rules: rules.slice(1) } })
  await core.client.run('tags.merge', { tag: late, into: slow })
  expect(await now()).toEqual([rules[1], rule('late', slow, false)])
  await core.client.run('undo.run', {})
  expect(await now()).toEqual(rules.slice(1))
})
