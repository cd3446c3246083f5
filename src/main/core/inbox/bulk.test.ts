import { expect, test } from 'vitest'
import { MOST_CONVERSATIONS } from '../../../shared/domain/conversation.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

/** Conversations of the account, made in the database, where ten thousand customers would take minutes. */
async function many(core: TestCore, count: number): Promise<string[]> {
  const customer = core.customer()
  core.say(customer, 'hello')
  await core.round()
  const [account] = await core.client.ask('accounts.list', {})
  const id = account?.id ?? ''
  core.tamper(
    `WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ?)
     INSERT INTO conversation (account_id, id, is_group, title, first_at, last_at)
     SELECT ?, ? || '-9' || n, 0, 'Customer ' || n, n, n FROM number`,
    count - 1,
    id,
    id
  )
  core.tamper(
    `INSERT INTO inbox_entry (conversation_key, account_id, status, unread, last_at)
     SELECT key, account_id, 'open', 0, last_at FROM conversation
     WHERE key NOT IN (SELECT conversation_key FROM inbox_entry)`
  )
  await core.restart()
  return (await core.client.ask('inbox.keys', { queue: 'inbox', account: null })).map((row) => row.id)
}

async function total(core: TestCore, queue: string): Promise<number | undefined> {
  return (await core.client.ask('inbox.counts', { account: null })).find((row) => row.id === queue)?.total
}

test('ten thousand conversations are one command and one undo, also after a restart', async () => {
  await using core = await createTestCore()
  const conversations = await many(core, MOST_CONVERSATIONS + 5)
  expect(conversations).toHaveLength(MOST_CONVERSATIONS)
  const { tag } = await core.client.run('tags.create', { name: 'recall', colour: 'red', group: null })
  expect(await core.client.run('inbox.tag', { conversations, add: [tag] })).toEqual({ changed: MOST_CONVERSATIONS })
  expect(await core.client.run('inbox.resolve', { conversations })).toEqual({ changed: MOST_CONVERSATIONS })
  expect(await total(core, 'inbox')).toBe(5)
  await core.crash()
  expect(await core.client.ask('undo.list', {})).toMatchObject([
    { label: 'Resolved', conversations: MOST_CONVERSATIONS },
    { label: 'Tagged recall', conversations: MOST_CONVERSATIONS }
  ])
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Resolved', count: 1 })
  expect(await total(core, 'inbox')).toBe(MOST_CONVERSATIONS + 5)
  await core.client.run('undo.run', {})
  expect(core.peek('SELECT count(*) AS count FROM conversation_tag')).toEqual([{ count: 0 }])
}, 60_000)

test('more than ten thousand are refused, and nothing is changed', async () => {
  await using core = await createTestCore()
  const customer = core.customer()
  core.say(customer, 'hello')
  await core.round()
  const key = core.keyOf(customer)
  const conversations = Array.from({ length: MOST_CONVERSATIONS + 1 }, () => key)
  await expect(core.client.run('inbox.resolve', { conversations })).rejects.toMatchObject({ code: 'invalid-input' })
  expect(await total(core, 'resolved')).toBe(0)
})

test('the keys of a queue come in the order of its list', async () => {
  await using core = await createTestCore()
  await many(core, 30)
  for (const queue of ['inbox', 'waiting-on-us', 'unassigned', 'all', 'mentions', 'follow-ups'] as const) {
    const keys = await core.client.ask('inbox.keys', { queue, account: null })
    const rows = await core.client.ask('inbox.list', { queue, account: null, limit: 100 })
    expect(keys.map((row) => row.id)).toEqual(rows.map((row) => row.id))
  }
})
