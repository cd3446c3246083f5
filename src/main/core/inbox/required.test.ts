import { expect, test } from 'vitest'
import { createTestCore } from '../testing/create-test-core.ts'
import { withCustomer } from '../testing/outbox-steps.ts'

test('what the lead wants is there before a conversation is resolved, one or several, and only then', async () => {
  await using core = await createTestCore()
  const { key: ana } = await withCustomer(core)
  const { key: ben } = await withCustomer(core)
  await core.client.run('settings.set', { name: 'inbox.requiredToResolve', value: ['category', 'tag', 'assignee'] })
  await expect(core.client.run('inbox.resolve', { conversations: [ana] })).rejects.toMatchObject({
    code: 'not-allowed',
    message: 'Before it is resolved, the conversation needs a category, a tag and an owner.'
  })
  await core.client.run('inbox.setCategory', { conversations: [ana, ben], category: 'billing' })
  const { tag } = await core.client.run('tags.create', { name: 'late', colour: 'red', group: null })
  await core.client.run('inbox.tag', { conversations: [ana], add: [tag] })
  const [me] = await core.client.ask('team.list', {})
  await core.client.run('inbox.assign', { conversations: [ana, ben], member: me?.id ?? '' })
  expect(await core.client.ask('inbox.lacking', { conversations: [ana, ben] })).toEqual([{ id: ben, missing: ['tag'] }])
  await expect(core.client.run('inbox.resolve', { conversations: [ana, ben] })).rejects.toMatchObject({
    message: 'Before it is resolved, the conversation needs a tag.'
  })
  expect(await core.client.run('inbox.resolve', { conversations: [ana] })).toEqual({ changed: 1 })
  await core.client.run('inbox.reopen', { conversations: [ana] })
  await core.client.run('tags.delete', { tag })
  await expect(core.client.run('inbox.resolve', { conversations: [ana] })).rejects.toMatchObject({
    code: 'not-allowed'
  })
})

test('a setting that nobody could have chosen asks for nothing', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  await core.client.run('settings.set', { name: 'inbox.requiredToResolve', value: ['mood'] })
  expect(await core.client.run('inbox.resolve', { conversations: [key] })).toEqual({ changed: 1 })
})
