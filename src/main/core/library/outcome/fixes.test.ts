import { expect, test } from 'vitest'
import { migration0032 } from '../../db/migrations/0032-fixes.ts'
import { createTestCore, type TestCore } from '../../testing/create-test-core.ts'
import { addReply, detailOf, saveOver } from '../../testing/library-fixtures.ts'
import { asInput, fixes, sends, type SendOptions } from '../../testing/outcome-fixtures.ts'

/** Three customers get the reply, changed in the same way. */
async function threeGet(core: TestCore, reply: string, options: SendOptions): Promise<void> {
  for (let nth = 0; nth < 3; nth += 1) await sends(core, reply, options)
}

const changed = (from: string, to: string): SendOptions => ({ text: (text) => text.replace(from, to) })

test('a change that three customers got is proposed once, with the evidence; two are not enough', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core, { body: 'Hi {{ customer.first_name }}, your refund takes 5 days.' })
  const change = {
    filled: 'Hi Ana, your refund takes 5 days.',
    text: (text: string) => text.replace('5 days', '10 working days')
  }
  await sends(core, reply, change)
  const { conversation } = await sends(core, reply, change)
  expect(await fixes(core)).toEqual([])
  await sends(core, reply, change)
  const [fix, ...others] = await fixes(core)
  expect(others).toEqual([])
  expect(fix).toMatchObject({
    reply,
    language: null,
    before: 'Hi {{ customer.first_name }}, your refund takes 5 days.',
    after: 'Hi {{ customer.first_name }}, your refund takes 10 working days.',
    times: 3,
    customers: 3,
    of: 3,
    members: 1
  })
  expect(fix?.examples).toHaveLength(3)
  expect(fix?.examples.map((example) => example.conversation)).toContain(conversation)
})

test('the same change to one customer again and again, or to what was filled in, is not proposed', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core, { body: 'Hi {{ customer.first_name }}, your refund takes 5 days.' })
  for (let nth = 0; nth < 4; nth += 1) {
    await sends(core, reply, {
      filled: 'Hi Ana, your refund takes 5 days.',
      text: (text) => text.replace('Ana', 'my friend')
    })
  }
  expect(await fixes(core)).toEqual([])
})

test('one person who writes to two accounts, or with two, is one customer', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core, { body: 'Your refund takes 5 days.' })
  const peers: string[] = []
  for (let nth = 0; nth < 3; nth += 1) {
    const { conversation } = await sends(core, reply, { text: (text) => text.replace('5', '10') })
    const [row] = core.peek<{ peer_id: string }>(
      `SELECT peer_id FROM conversation WHERE account_id || '/' || id = '${conversation}'`
    )
    peers.push(row?.peer_id ?? '')
  }
  expect(await fixes(core)).toHaveLength(1)
  await core.client.run('customers.merge', { user: peers[0] ?? '', other: peers[1] ?? '' })
  expect(await fixes(core)).toEqual([])
})

test('a proposed change becomes the draft, and is proposed no more', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core, { body: 'Your refund takes 5 days. Bye!' })
  for (let nth = 0; nth < 3; nth += 1) await sends(core, reply, { text: (text) => text.replace('5', '10') })
  // A draft that was changed elsewhere takes it along.
  await saveOver(core, reply, { body: 'Hello, and thanks for waiting. Your refund takes 5 days. Bye!' })
  const [fix] = await fixes(core)
  if (!fix) throw new Error('nothing was proposed')
  await core.client.run('library.takeFix', asInput(fix))
  const detail = await detailOf(core, reply)
  expect(detail.newest.content.body).toBe('Hello, and thanks for waiting. Your refund takes 10 days. Bye!')
  expect(detail).toMatchObject({ pending: 'draft', approved: { content: { body: 'Your refund takes 5 days. Bye!' } } })
  expect(await fixes(core)).toEqual([])
  await expect(core.client.run('library.takeFix', asInput(fix))).rejects.toMatchObject({ code: 'conflict' })
  await core.client.run('library.approve', { replies: [reply] })
  expect(await fixes(core)).toEqual([])
})

test('a change that nobody wants is never proposed again, but for an undo', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core, { body: 'Your refund takes 5 days.' })
  for (let nth = 0; nth < 3; nth += 1) await sends(core, reply, { text: (text) => text.replace('5', '10') })
  const [fix] = await fixes(core)
  if (!fix) throw new Error('nothing was proposed')
  await core.client.run('library.declineFix', asInput(fix))
  expect(await fixes(core)).toEqual([])
  await sends(core, reply, { text: (text) => text.replace('5', '10') })
  await core.restart()
  expect(await fixes(core)).toEqual([])
  for (let nth = 0; nth < 3; nth += 1) await sends(core, reply, { text: (text) => text.replace('5', '7') })
  expect(await fixes(core)).toMatchObject([{ put: '7' }])
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Declined a change to Refund' })
  expect((await fixes(core)).map(({ put }) => put).toSorted()).toEqual(['10', '7'])
})

test('a change of a rare few is not proposed for all', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core, { body: 'Your refund takes 5 days.' })
  for (let nth = 0; nth < 3; nth += 1) await sends(core, reply, { text: (text) => text.replace('5', '10') })
  for (let nth = 0; nth < 28; nth += 1) await sends(core, reply)
  expect(await fixes(core)).toEqual([])
})

test('where the same words stand twice, the one that agents change is changed', async () => {
  await using core = await createTestCore()
  const sentence = 'Please allow our team up to 5 days for the refund to arrive. '
  const reply = await addReply(core, { body: sentence.repeat(3).trim() })
  await threeGet(core, reply, { text: (text) => `${sentence}${sentence.replace('5', '10')}${text.slice(-60)}` })
  const [fix, ...others] = await fixes(core)
  if (!fix) throw new Error('nothing was proposed')
  expect(others).toEqual([])
  await core.client.run('library.takeFix', asInput(fix))
  expect((await detailOf(core, reply)).newest.content.body).toBe(fix.after)
  expect(fix.after.indexOf('10')).toBe(sentence.length + sentence.indexOf('5'))
})

test('what cannot be taken is not proposed: the language is gone, or the words are changed already', async () => {
  await using core = await createTestCore()
  const body = 'Your refund takes 5 days.'
  const variant = { language: 'es', body: 'Su reembolso tarda 5 días.', outdated: false }
  const reply = await addReply(core, { body, language: 'en', variants: [variant] })
  await threeGet(core, reply, { filled: variant.body, ...changed('5', '10') })
  const [fix] = await fixes(core)
  if (!fix) throw new Error('nothing was proposed')
  expect(fix.language).toBe('es')
  await saveOver(core, reply, { variants: [] })
  expect(await fixes(core)).toEqual([])
  await expect(core.client.run('library.takeFix', asInput(fix))).rejects.toMatchObject({ code: 'conflict' })
  await saveOver(core, reply, { variants: [{ ...variant, body: 'Su reembolso tarda una semana.' }] })
  expect(await fixes(core)).toEqual([])
  await saveOver(core, reply, { variants: [{ ...variant, body: 'Hola. Su reembolso tarda 5 días.' }] })
  expect(await fixes(core)).toHaveLength(1)
})

test('two changes side by side are both proposed, and both can be taken, one after the other', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core, { body: 'Your refund takes 5 days. Sorry for that!' })
  await threeGet(core, reply, { text: (text) => text.replace('5', '10').replace('Sorry', 'So sorry') })
  const both = await fixes(core)
  expect(both.map(({ put }) => put.trim()).toSorted()).toEqual(['10', 'So sorry'])
  await core.client.run('library.takeFix', asInput(both[0] ?? (both[1] as never)))
  const [left, ...others] = await fixes(core)
  expect(others).toEqual([])
  if (!left) throw new Error('the other one is hidden')
  await core.client.run('library.takeFix', asInput(left))
  expect((await detailOf(core, reply)).newest.content.body).toBe('Your refund takes 10 days. So sorry for that!')
  expect(await fixes(core)).toEqual([])
})

test('what was declined stays so when the words beside it change', async () => {
  await using core = await createTestCore()
  const body = 'Your refund takes 5 days. Sorry for that!'
  const reply = await addReply(core, { body })
  await threeGet(core, reply, changed('Sorry', 'So sorry'))
  const [fix] = await fixes(core)
  if (!fix) throw new Error('nothing was proposed')
  await core.client.run('library.declineFix', asInput(fix))
  await saveOver(core, reply, { body: body.replace('5', '10') })
  await core.client.run('library.approve', { replies: [reply] })
  await threeGet(core, reply, changed('Sorry', 'So sorry'))
  expect(await fixes(core)).toEqual([])
  await threeGet(core, reply, changed('Sorry', 'We are sorry'))
  expect(await fixes(core)).toMatchObject([{ put: expect.stringContaining('We are sorry') as string }])
})

test('what is declined in one language is proposed in another', async () => {
  await using core = await createTestCore()
  const variant = { language: 'pt', body: 'Refund: 5 dias.', outdated: false }
  const reply = await addReply(core, { body: 'Refund: 5 days.', language: 'en', variants: [variant] })
  await threeGet(core, reply, changed('5', '10'))
  await threeGet(core, reply, { filled: variant.body, ...changed('5', '10') })
  const both = await fixes(core)
  expect(both.map(({ language }) => language)).toEqual(expect.arrayContaining([null, 'pt']))
  const own = both.find(({ language }) => language === null)
  if (!own) throw new Error('nothing was proposed')
  await core.client.run('library.declineFix', asInput(own))
  expect(await fixes(core)).toMatchObject([{ language: 'pt' }])
  await core.client.run('undo.run', {})
  expect(await fixes(core)).toHaveLength(2)
})

test('what was declined before languages were told apart stays declined in each of them', async () => {
  await using core = await createTestCore()
  const variant = { language: 'pt', body: 'Refund: 5 dias.', outdated: false }
  const reply = await addReply(core, { body: 'Refund: 5 days.', language: 'en', variants: [variant] })
  await threeGet(core, reply, { filled: variant.body, ...changed('5', '10') })
  const [fix] = await fixes(core)
  if (!fix) throw new Error('nothing was proposed')
  await core.client.run('library.declineFix', asInput(fix))
  core.tamper(`
    CREATE TABLE old (reply_id TEXT NOT NULL, words TEXT NOT NULL, put TEXT NOT NULL, member_id TEXT NOT NULL,
      at INTEGER NOT NULL, PRIMARY KEY (reply_id, words, put)) STRICT, WITHOUT ROWID`)
  core.tamper('INSERT INTO old SELECT reply_id, words, put, member_id, at FROM canned_fix_declined')
  core.tamper('DROP TABLE canned_fix_declined')
  core.tamper('ALTER TABLE old RENAME TO canned_fix_declined')
  for (const statement of migration0032.split(';\n')) if (statement.trim() !== '') core.tamper(statement)
  await core.restart()
  expect(await fixes(core)).toEqual([])
})

test('only replies that X has are evidence, and customers: not what is held, has failed, or was taken back', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core, { body: 'Your refund takes 5 days.' })
  const change = changed('5', '10')
  await sends(core, reply, change)
  await sends(core, reply, change)
  const held = await sends(core, reply, { ...change, hold: true, waited: 0 })
  await sends(core, reply, { hold: true, waited: 0 })
  expect(await fixes(core)).toEqual([])
  core.tamper("UPDATE outbox SET state = 'failed', held_until = NULL WHERE id = ?", held.outboxId)
  await core.restart()
  expect(await fixes(core)).toEqual([])
  await core.client.run('outbox.discard', { outboxId: held.outboxId })
  expect(await fixes(core)).toEqual([])
  const late = await sends(core, reply, { ...change, hold: true, waited: 0 })
  const seen = core.until('library.fixes', {}, (rows) => rows.length === 1)
  expect(await fixes(core)).toEqual([])
  core.clock.advance(60_000)
  await core.round()
  expect(await seen).toMatchObject([{ times: 3, customers: 3, of: 4 }])
  expect((await fixes(core))[0]?.examples.map(({ conversation }) => conversation)).toContain(late.conversation)
})

test('customers are people in both figures: who changed, of how many', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core, { body: 'Your refund takes 5 days.' })
  await threeGet(core, reply, changed('5', '10'))
  const first = await sends(core, reply)
  const second = await sends(core, reply)
  expect(await fixes(core)).toMatchObject([{ customers: 3, of: 5 }])
  await core.client.run('customers.merge', { user: first.customer.id, other: second.customer.id })
  expect(await fixes(core)).toMatchObject([{ customers: 3, of: 4 }])
})

test('a change that nobody proposed, or that is not enough any more, cannot be taken', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core, { body: 'Your refund takes 5 days.' })
  await threeGet(core, reply, changed('5', '10'))
  const [fix] = await fixes(core)
  if (!fix) throw new Error('nothing was proposed')
  const take = (change: Partial<typeof fix>) => core.client.run('library.takeFix', asInput({ ...fix, ...change }))
  for (const change of [{ put: '99' }, { to: fix.to + 2 }, { from: 0 }, { to: 10_000 }]) {
    await expect(take(change)).rejects.toMatchObject({ code: 'conflict' })
  }
  core.tamper("UPDATE outbox SET state = 'failed' WHERE id = (SELECT outbox_id FROM canned_use LIMIT 1)")
  await core.restart()
  await expect(take({})).rejects.toMatchObject({ code: 'conflict' })
  core.tamper("UPDATE outbox SET state = 'sent'")
  await core.restart()
  await core.client.run('library.retire', { replies: [reply] })
  await expect(take({})).rejects.toMatchObject({ code: 'conflict' })
  await core.client.run('library.unretire', { replies: [reply] })
  expect(await take({})).toMatchObject({ version: expect.any(String) as string })
})
