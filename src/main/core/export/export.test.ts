import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

type Format = 'jsonl' | 'csv' | 'html'

async function written(
  core: TestCore,
  format: Format,
  filter: { conversation?: string; since?: number } = {}
): Promise<string> {
  const file = join(core.dataDir, `export.${format}`)
  await core.client.run('export.write', {
    format,
    file,
    conversation: filter.conversation ?? null,
    since: filter.since ?? null
  })
  return readFileSync(file, 'utf8')
}

function lines(text: string): Record<string, unknown>[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

async function shop(core: TestCore): Promise<{ ana: { id: string }; evil: { id: string }; group: string }> {
  const ana = core.customer({ name: 'Ana', username: 'ana' })
  const evil = core.customer({ name: '<img src=x onerror=alert(1)>', username: 'evil' })
  core.say(ana, 'hello\nin two lines, "quoted"')
  core.say(ana, '', { media: { kind: 'picture', motif: 'mug', seed: 1 } })
  core.say(evil, '<script>alert(1)</script>')
  core.say(evil, '=HYPERLINK("https://evil.example","click")')
  for (const start of ['+1', '-1', '@SUM(A1)', '\t=1']) core.say(evil, start)
  const { id: group } = core.world.createGroup([core.accountId, ana.id])
  core.clock.advance(1000)
  core.world.join(group, [evil.id], { byUserId: ana.id })
  core.clock.advance(1000)
  core.world.leave(group, [evil.id])
  await core.round()
  core.clock.advance(1000)
  await core.reply(core.keyOf(ana), 'sent')
  await core.sync()
  core.clock.advance(1000)
  await core.client.run('thread.reply', { conversation: core.keyOf(ana), text: 'held back' })
  return { ana, evil, group }
}

test('jsonl: a line for each user, conversation, message and member change', async () => {
  await using core = await createTestCore()
  const { ana, evil, group } = await shop(core)
  const all = lines(await written(core, 'jsonl'))
  const of = (type: string): Record<string, unknown>[] => all.filter((line) => line['type'] === type)
  expect(
    of('user')
      .map((line) => line['id'])
      .toSorted()
  ).toEqual([core.accountId, ana.id, evil.id].toSorted())
  expect(of('conversation')).toHaveLength(3)
  const conversation = core.keyOf(ana).split('/')[1]
  expect(of('message').filter((line) => line['conversation_id'] === conversation)).toEqual([
    {
      type: 'message',
      id: core.world.events()[0]?.id,
      conversation_id: conversation,
      sender_id: ana.id,
      text: 'hello\nin two lines, "quoted"',
      created_at: expect.stringMatching(/^2026-11-23T09:00:01\.\d{3}Z$/),
      attachments: [],
      delivery: 'received'
    },
    expect.objectContaining({ attachments: [{ media_key: expect.stringMatching(/^3_\d+$/), type: 'photo' }] }),
    expect.objectContaining({ text: 'sent', delivery: 'sent', sender_id: core.accountId, id: core.world.sent[0]?.id }),
    expect.objectContaining({ text: 'held back', delivery: 'held', id: expect.stringMatching(/^outbox:/) })
  ])
  expect(of('participants-join')).toEqual([
    expect.objectContaining({ conversation_id: group, user_ids: [evil.id], sender_id: ana.id })
  ])
  expect(of('participants-leave')).toEqual([expect.objectContaining({ user_ids: [evil.id] })])
})

test('csv: quoted as RFC 4180 says, and nothing that a spreadsheet would run', async () => {
  await using core = await createTestCore()
  await shop(core)
  const text = await written(core, 'csv')
  expect(text.split('\n')[0]).toBe(
    'conversation_id,conversation_title,status,message_id,created_at,sender_id,sender_name,delivery,text,attachments,tags'
  )
  expect(text).toContain('"hello\nin two lines, ""quoted"""')
  expect(text).not.toMatch(/(^|,)"?[=+@\t-]/m)
  expect(text).toContain(`'=HYPERLINK(`)
  expect(text).toContain(`'+1`)
})

test('html: what customers wrote is text', async () => {
  await using core = await createTestCore()
  await shop(core)
  const text = await written(core, 'html')
  expect(text).not.toMatch(/<script|<img/i)
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(text).toContain("content=\"default-src 'none'")
  expect(text.trimEnd().endsWith('</html>')).toBe(true)
})

test('tags, attributes with their values, and notes about customers, in the words of each format', async () => {
  await using core = await createTestCore()
  const { ana, evil } = await shop(core)
  const attribute = async (name: string): Promise<string> =>
    (await core.client.run('attributes.create', { name, type: 'text' })).attribute
  const [plan, trap, unused] = [await attribute('Plan'), await attribute('text'), await attribute('Unused')]
  await core.client.run('attributes.set', { user: ana.id, attribute: plan, value: 'Silver' })
  await core.client.run('attributes.set', { user: ana.id, attribute: plan, value: 'Gold' })
  await core.client.run('attributes.set', { user: ana.id, attribute: trap, value: '=1+1' })
  await core.client.run('attributes.set', { user: evil.id, attribute: plan, value: '<b>Bronze</b>' })
  await core.client.run('attributes.set', { user: evil.id, attribute: unused, value: 'gone with it' })
  await core.client.run('attributes.delete', { attribute: unused })
  const tag = async (name: string): Promise<string> =>
    (await core.client.run('tags.create', { name, colour: 'red', group: null })).tag
  const [late, big, removed] = [await tag('late'), await tag('big, <i>and</i> heavy'), await tag('removed')]
  await core.client.run('inbox.tag', { conversations: [core.keyOf(ana)], add: [late, big, removed] })
  await core.client.run('tags.delete', { tag: removed })
  const { note } = await core.client.run('customers.addNote', { user: ana.id, text: 'Prefers email' })

  const all = lines(await written(core, 'jsonl'))
  const user = (id: string) => all.find((line) => line['type'] === 'user' && line['id'] === id)
  expect(user(ana.id)).toMatchObject({ attributes: { Plan: 'Gold', text: '=1+1' } })
  expect(user(evil.id)).toMatchObject({ attributes: { Plan: '<b>Bronze</b>' } })
  expect(user(core.accountId)).toMatchObject({ attributes: {} })
  expect(all.filter((line) => line['type'] === 'user')).toHaveLength(3)
  expect(all.filter((line) => line['type'] === 'customer-note')).toEqual([
    {
      type: 'customer-note',
      id: note,
      user_id: ana.id,
      text: 'Prefers email',
      created_at: new Date(core.clock.now()).toISOString()
    }
  ])
  const tags = all.filter((line) => line['type'] === 'conversation').map((line) => line['tags'])
  expect(tags).toContainEqual(['big, <i>and</i> heavy', 'late'])
  expect(tags.filter((each) => Array.isArray(each) && each.length === 0)).toHaveLength(2)

  const csv = (await written(core, 'csv')).split('\n')
  expect(csv[0]).toMatch(/,attachments,tags,attribute: Plan,attribute: text$/)
  expect(csv.find((row) => row.includes('held back'))).toMatch(/,"big, <i>and<\/i> heavy; late",Gold,'=1\+1$/)
  expect(csv.find((row) => row.includes('alert(1)</script>'))).toMatch(/,,<b>Bronze<\/b>,$/)

  const html = await written(core, 'html')
  expect(html).toContain('<bdi>#late</bdi> · <bdi>Plan: Gold</bdi>')
  expect(html).toContain('#big, &lt;i&gt;and&lt;/i&gt; heavy')
  expect(html).toContain('Plan: &lt;b&gt;Bronze&lt;/b&gt;')
})

test('one conversation, and since when', async () => {
  await using core = await createTestCore()
  const { ana, evil } = await shop(core)
  const messages = async (filter: { conversation?: string; since?: number }): Promise<unknown[]> =>
    lines(await written(core, 'jsonl', filter))
      .filter((line) => line['type'] === 'message')
      .map((line) => line['text'])
  const conversation = core.keyOf(evil).split('/')[1] ?? ''
  expect(await messages({ conversation })).toHaveLength(6)
  expect(await messages({ conversation: core.keyOf(evil) })).toHaveLength(6)
  const sent = core.world.sent[0]?.at ?? 0
  expect(await messages({ since: sent })).toEqual(['sent', 'held back'])
  expect(await messages({ since: sent, conversation: core.keyOf(ana) })).toEqual(['sent', 'held back'])
  const file = join(core.dataDir, 'out.jsonl')
  expect(await core.client.run('export.write', { format: 'jsonl', file, conversation: null, since: sent })).toEqual({
    file,
    messages: 2,
    conversations: 1
  })
  await expect(
    core.client.run('export.write', { format: 'csv', file, conversation: '1-2', since: null })
  ).rejects.toMatchObject({ code: 'not-found' })
})

test('a place that cannot be written to is named, nothing is left half, and what was there stays', async () => {
  await using core = await createTestCore()
  await shop(core)
  const nowhere = join(core.dataDir, 'no', 'such', 'folder', 'x.csv')
  await expect(
    core.client.run('export.write', { format: 'csv', file: nowhere, conversation: null, since: null })
  ).rejects.toMatchObject({ code: 'unreadable-file', message: expect.stringContaining(nowhere) })
  const folder = join(core.dataDir, 'taken')
  mkdirSync(folder)
  writeFileSync(join(folder, 'inside'), 'kept')
  await expect(
    core.client.run('export.write', { format: 'csv', file: folder, conversation: null, since: null })
  ).rejects.toMatchObject({ code: 'unreadable-file' })
  expect(readdirSync(core.dataDir).filter((name) => name.endsWith('.part'))).toEqual([])
  expect(readFileSync(join(folder, 'inside'), 'utf8')).toBe('kept')
  const jobs = await core.client.ask('jobs.list', {})
  expect(jobs.map((job) => [job.kind, job.state])).toEqual([
    ['export', 'failed'],
    ['export', 'failed']
  ])
})
