import { expect, test } from 'vitest'
import { createTestCore } from '../../testing/create-test-core.ts'
import { addReply, detailOf, saveOver } from '../../testing/library-fixtures.ts'
import { toRankable } from './rankable.ts'

test('a translation that has to be made anew speaks for no reply', async () => {
  await using core = await createTestCore({ connected: false })
  const reply = await addReply(core, {
    body: 'Hello',
    language: 'en',
    variants: [
      { language: 'es', body: 'Hola' },
      { language: 'de', body: 'Hallo' }
    ]
  })
  await saveOver(core, reply, {
    body: 'Hello again',
    variants: [
      { language: 'es', body: 'Hola', outdated: false },
      { language: 'de', body: 'Hallo nochmal', outdated: false }
    ]
  })
  await core.client.run('library.approve', { replies: [reply] })
  const { approved, newest, ...rest } = await detailOf(core, reply)
  const record = { ...rest, createdAt: 0, updatedAt: 0, retiredAt: null, deletedAt: null, sourceHash: null }
  const shelved = {
    ...record,
    newest: newest.id,
    newestVersion: newest,
    approved: newest.id,
    approvedVersion: approved
  }
  expect(toRankable(shelved)?.languages).toEqual(['en', 'de'])
})
