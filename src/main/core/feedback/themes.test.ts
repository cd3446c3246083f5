import { expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

async function tagged(core: TestCore, name: string, ...themes: string[]): Promise<string> {
  const customer = core.customer({ name, username: name.toLowerCase() })
  const event = core.say(customer, `hello from ${name}`)
  await core.sync()
  const conversation = core.keyOf(customer)
  return (await core.client.run('feedback.add', { conversation, message: event.id, themes })).feedback
}

const listed = (core: TestCore) => core.client.ask('feedback.themes', {})
const uses = async (core: TestCore): Promise<Record<string, number>> =>
  Object.fromEntries((await listed(core)).map((theme) => [theme.name, theme.uses]))
const idOf = async (core: TestCore, name: string): Promise<string> =>
  (await listed(core)).find((theme) => theme.name === name)?.id ?? ''
const kinds = async (core: TestCore, theme: string) =>
  (await core.client.ask('feedback.themeChanges', { theme })).map(({ kind, name, other }) =>
    [kind, name, other].filter((word) => word !== null).join(' ')
  )

test('a theme that is renamed is found by its old name, and undo gives it back', async () => {
  await using core = await createTestCore()
  await tagged(core, 'Ana', 'Late')
  const late = await idOf(core, 'Late')
  core.clock.advance(1)
  await core.client.run('feedback.renameTheme', { theme: late, name: 'Delivery' })
  expect(await listed(core)).toMatchObject([{ id: late, name: 'Delivery', formerly: ['Late'], uses: 1 }])
  await tagged(core, 'Ben', 'LATE')
  expect(await uses(core)).toEqual({ Delivery: 2 })
  await tagged(core, 'Cleo', 'Price')
  await expect(core.client.run('feedback.renameTheme', { theme: late, name: 'price' })).rejects.toMatchObject({
    code: 'conflict'
  })
  expect(await kinds(core, late)).toEqual(['renamed Late', 'made Late'])
  await core.client.run('undo.run', {})
  await core.client.run('undo.run', {})
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Renamed the theme Late to Delivery' })
  expect(await listed(core)).toMatchObject([{ name: 'Late', formerly: ['Delivery'] }])
})

test('two themes are made one: each entry counts once, the old name is found, and undo parts them', async () => {
  await using core = await createTestCore()
  await tagged(core, 'Ana', 'Late')
  await tagged(core, 'Ben', 'Late', 'Delivery')
  const cleo = await tagged(core, 'Cleo', 'Delivery')
  const [late, delivery] = [await idOf(core, 'Late'), await idOf(core, 'Delivery')]
  core.clock.advance(1)
  expect(await core.client.run('feedback.mergeThemes', { theme: late, into: delivery })).toEqual({ entries: 2 })
  expect(await listed(core)).toMatchObject([{ name: 'Delivery', uses: 3, formerly: ['Late'] }])
  expect((await kinds(core, delivery))[0]).toBe('merged Late Delivery')
  await tagged(core, 'Dan', 'late')
  expect(await uses(core)).toEqual({ Delivery: 4 })
  // Chains lead to the last one.
  await tagged(core, 'Eve', 'Shipping')
  await core.client.run('feedback.mergeThemes', { theme: delivery, into: await idOf(core, 'Shipping') })
  expect(await listed(core)).toMatchObject([{ name: 'Shipping', uses: 5, formerly: ['Late', 'Delivery'] }])
  await tagged(core, 'Fay', 'late')
  expect(await uses(core)).toEqual({ Shipping: 6 })
  await core.crash()
  await core.client.run('undo.run', {})
  await core.client.run('undo.run', {})
  expect(await uses(core)).toEqual({ Delivery: 4, Shipping: 1 })
  await core.client.run('undo.run', {})
  await core.client.run('undo.run', {})
  // What was changed since the merge stays as it is.
  await core.client.run('feedback.change', { feedback: cleo, themes: ['Other'] })
  await core.client.run('undo.run', {})
  await core.client.run('undo.run', {})
  expect(await uses(core)).toEqual({ Delivery: 2, Late: 2 })
  expect(await kinds(core, late)).toEqual(['split Late Delivery', 'merged Late Delivery', 'made Late'])
})

test('nothing is merged when one of them is gone, or both are the same', async () => {
  await using core = await createTestCore()
  await tagged(core, 'Ana', 'A', 'B')
  const [a, b] = [await idOf(core, 'A'), await idOf(core, 'B')]
  const merge = (theme: string, into: string) => core.client.run('feedback.mergeThemes', { theme, into })
  await expect(merge(a, a)).rejects.toMatchObject({ code: 'invalid-input' })
  await expect(merge(a, 'none')).rejects.toMatchObject({ code: 'not-found' })
  await merge(a, b)
  await expect(merge(a, b)).rejects.toMatchObject({ code: 'not-found' })
  await expect(merge(b, a)).rejects.toMatchObject({ code: 'not-found' })
  expect(await uses(core)).toEqual({ B: 1 })
})

test('a name that was given away meanwhile comes back with a number', async () => {
  await using core = await createTestCore()
  await tagged(core, 'Ana', 'A', 'B')
  const [a, b] = [await idOf(core, 'A'), await idOf(core, 'B')]
  await core.client.run('feedback.renameTheme', { theme: a, name: 'C' })
  await core.client.run('feedback.renameTheme', { theme: b, name: 'A' })
  await core.client.run('undo.run', { through: (await core.client.ask('undo.list', {}))[1]?.id ?? '' })
  expect(Object.keys(await uses(core)).toSorted()).toEqual(['A', 'B'])
})

test('a retired theme keeps what it has, and can be brought back', async () => {
  await using core = await createTestCore()
  await tagged(core, 'Ana', 'Old')
  const theme = await idOf(core, 'Old')
  await core.client.run('feedback.retireTheme', { theme, retired: true })
  expect(await listed(core)).toMatchObject([{ retired: true, uses: 1 }])
  await core.client.run('undo.run', {})
  expect(await listed(core)).toMatchObject([{ retired: false }])
  await core.client.run('feedback.retireTheme', { theme, retired: false })
  expect(await kinds(core, theme)).toEqual(['revived Old', 'retired Old', 'made Old'])
})
