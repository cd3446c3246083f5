import { expect, test } from 'vitest'
import { createTestCore } from '../testing/create-test-core.ts'
import { addReply } from '../testing/library-fixtures.ts'

const HOUR = 3_600_000

test('what is open becomes right at each date, hours and days later', async () => {
  await using core = await createTestCore({ connected: false })
  const now = core.clock.now()
  await addReply(core, { title: 'Soon', body: 'Soon.', effectiveFrom: now + 30 * HOUR })
  await addReply(core, { title: 'Ends', body: 'Ends.', expiresAt: now + HOUR })
  await addReply(core, { title: 'Always', body: 'Always.' })
  let titles = ''
  const stop = core.client.subscribe('library.find', { conversation: null, text: '', limit: 20 }, ({ rows }) => {
    titles = rows
      .map((row) => row.title)
      .toSorted()
      .join()
  })
  await core.when(() => titles === 'Always,Ends')
  core.clock.advance(HOUR - 1)
  await core.quiet()
  expect(titles).toBe('Always,Ends')
  core.clock.advance(1)
  await core.when(() => titles === 'Always')
  core.clock.advance(29 * HOUR)
  await core.when(() => titles === 'Always,Soon')
  stop()
})

test('who asks in the moment of a date keeps it from nobody else', async () => {
  await using core = await createTestCore({ connected: false })
  await addReply(core, { title: 'Ends', body: 'Ends.', expiresAt: core.clock.now() + HOUR })
  let count = -1
  const find = { conversation: null, text: '', limit: 20 }
  const stop = core.client.subscribe('library.find', find, ({ rows, status }) => {
    if (status === 'ready') count = rows.length
  })
  await core.when(() => count === 1)
  // The computer slept: the time is another one, and no timer has gone off yet.
  core.clock.jump(HOUR)
  expect(await core.client.ask('library.find', { ...find, text: 'ends' })).toEqual([])
  core.clock.advance(HOUR)
  await core.when(() => count === 0)
  stop()
})

test('a fragment that has expired is in no reply any more', async () => {
  await using core = await createTestCore({ connected: false })
  const expiresAt = core.clock.now() + HOUR
  await addReply(core, { title: 'Sale', shortcut: 'sale', body: 'Ends soon.', expiresAt }, { kind: 'fragment' })
  let count = -1
  const stop = core.client.subscribe('library.fragments', {}, ({ rows, status }) => {
    if (status === 'ready') count = rows.length
  })
  await core.when(() => count === 1)
  core.clock.advance(HOUR)
  await core.when(() => count === 0)
  stop()
})
