import { expect, test } from 'vitest'
import type { CommandInput } from '../../../shared/contract/commands.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

type Content = CommandInput<'library.save'>['content']
type Placement = CommandInput<'library.save'>['placement']

async function write(core: TestCore, content: Partial<Content>, placement: Placement = {}): Promise<string> {
  const whole = { title: 'Refund', body: 'Your refund is on its way.', ...content }
  return (await core.client.run('library.save', { reply: null, base: null, content: whole, placement })).reply
}

test('a reply is written, reviewed, approved, and survives a restart', async () => {
  await using core = await createTestCore({ connected: false })
  const reply = await write(core, { shortcut: '/Refund' }, { folder: ['Money'], tags: ['refund', 'Refund'] })
  expect(await core.client.ask('library.list', {})).toMatchObject([
    { id: reply, title: 'Refund', shortcut: 'refund', stage: 'draft', pending: null, folder: ['Money'], tags: ['refund'] }
  ])
  expect(await core.client.run('library.submit', { replies: [reply] })).toEqual({ changed: 1 })
  expect(await core.client.run('library.submit', { replies: [reply] })).toEqual({ changed: 0 })
  expect(await core.client.run('library.approve', { replies: [reply, reply] })).toEqual({ changed: 1 })
  await core.restart()
  const [detail] = await core.client.ask('library.reply', { reply })
  expect(detail).toMatchObject({ stage: 'approved', pending: null, approved: { number: 1 }, newest: { number: 1 } })
  expect(detail?.approved?.approvedAt).toBe(core.clock.now())
})
