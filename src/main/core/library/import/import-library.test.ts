import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CommandInput } from '../../../../shared/contract/commands.ts'
import type { CannedReplyDetailRow } from '../../../../shared/contract/library-rows.ts'
import type { LibraryImportReport } from '../../../../shared/domain/library/import-report.ts'
import { createTestCore, type TestCore } from '../../testing/create-test-core.ts'

type Options = Partial<CommandInput<'library.import'>>

async function importFiles(
  core: TestCore,
  files: Readonly<Record<string, unknown>>,
  options: Options = {}
): Promise<LibraryImportReport> {
  const folder = join(core.dataDir, 'import')
  await mkdir(folder, { recursive: true })
  const paths = await Promise.all(
    Object.entries(files).map(async ([name, content]) => {
      const path = join(folder, name)
      await writeFile(
        path,
        content instanceof Uint8Array || typeof content === 'string' ? content : JSON.stringify(content)
      )
      return path
    })
  )
  return core.client.run('library.import', { paths, dryRun: false, ...options })
}

const response = (id: number, shortcut: string, content: string) => ({ id, short_code: shortcut, content })

async function byTitle(core: TestCore, title: string): Promise<CannedReplyDetailRow> {
  const rows = (await core.client.ask('library.list', {})).filter((row) => row.title === title)
  const [detail] = await core.client.ask('library.reply', { reply: rows[0]?.id ?? '' })
  if (!detail || rows.length !== 1) throw new Error(`${rows.length} of ${title}`)
  return detail
}

function stored(core: TestCore): unknown {
  const tables = ['canned_reply', 'canned_version', 'tag', 'undo_entry', 'team_member']
  return tables.map((table) => core.peek(`SELECT * FROM ${table} ORDER BY 1`))
}

const macros = (text: string) => ({
  macros: [
    {
      id: 1,
      title: 'Billing::Refund',
      actions: [
        { field: 'comment_value', value: text },
        { field: 'current_tags', value: 'refund vip' },
        { field: 'status', value: 'solved' }
      ]
    },
    { id: 2, title: 'Greeting', actions: [{ field: 'comment_value', value: 'Hi {{ticket.requester.first_name}}' }] }
  ]
})

test('a dry run says what the real one then does, and stores nothing; one undo takes all of it back', async () => {
  await using core = await createTestCore({ connected: false })
  await core.client.run('tags.create', { name: 'VIP', colour: 'red', group: null })
  const before = stored(core)
  const dry = await importFiles(core, { 'z.json': macros('It is on its way.') }, { dryRun: true })
  expect(dry).toMatchObject({
    format: 'zendesk',
    new: 2,
    updated: 0,
    unchanged: 0,
    approved: 0,
    preview: [{ title: 'Refund', folder: ['Billing'] }, { title: 'Greeting' }],
    placeholders: [{ from: '{{ticket.requester.first_name}}', to: '{{ customer.first_name }}', count: 1 }]
  })
  expect(stored(core)).toEqual(before)
  expect(await importFiles(core, { 'z.json': macros('It is on its way.') })).toEqual(dry)
  const refund = await byTitle(core, 'Refund')
  expect(refund).toMatchObject({ stage: 'draft', folder: ['Billing'], source: { system: 'zendesk', id: '1' } })
  const tags = await core.client.ask('tags.list', {})
  expect(tags.map(({ name }) => name)).toEqual(['refund', 'VIP'])
  expect(refund.newest.content.actions).toEqual([
    { kind: 'tag', tag: tags[0]?.id },
    { kind: 'tag', tag: tags[1]?.id },
    { kind: 'resolve' }
  ])
  const [next] = await core.client.ask('undo.next', {})
  expect(next?.label).toBe('Imported 2 canned replies from Zendesk')
  await core.client.run('undo.run', {})
  expect(await core.client.ask('library.list', {})).toEqual([])
  expect((await core.client.ask('tags.list', {})).map(({ name }) => name)).toEqual(['VIP'])
  // After the undo it is as if it had never come.
  expect(await importFiles(core, { 'z.json': macros('It is on its way.') })).toMatchObject({ new: 2, unchanged: 0 })
})

test('a second import changes what was changed there, adds nothing twice, and can be taken back', async () => {
  await using core = await createTestCore({ connected: false })
  await importFiles(core, { 'z.json': macros('Old') }, { approve: true })
  expect(await importFiles(core, { 'z.json': macros('Old') })).toMatchObject({ new: 0, updated: 0, unchanged: 2 })
  expect(await importFiles(core, { 'z.json': macros('New') }, { approve: true })).toMatchObject({
    new: 0,
    updated: 1,
    unchanged: 1,
    approved: 1
  })
  const updated = await byTitle(core, 'Refund')
  expect(updated).toMatchObject({ stage: 'approved', pending: null, newest: { number: 2, content: { body: 'New' } } })
  expect((await core.client.ask('undo.next', {}))[0]?.label).toBe('Imported a canned reply from Zendesk')
  await core.client.run('undo.run', {})
  expect(await byTitle(core, 'Refund')).toMatchObject({
    stage: 'approved',
    approved: { content: { body: 'Old' } },
    newest: { number: 1 }
  })
  // What was taken back is new again.
  expect(await importFiles(core, { 'z.json': macros('New') })).toMatchObject({ updated: 1, approved: 0 })
  expect(await byTitle(core, 'Refund')).toMatchObject({
    stage: 'approved',
    pending: 'draft',
    approved: { content: { body: 'Old' } }
  })
})

async function edited(core: TestCore): Promise<CannedReplyDetailRow> {
  await importFiles(core, { 'z.json': macros('Old') })
  const { id, newest, kind, folder, tags, scope, team } = await byTitle(core, 'Refund')
  const content = { ...newest.content, body: 'Ours' }
  await core.client.run('library.save', {
    reply: id,
    base: newest.id,
    content,
    placement: { kind, folder: [...folder], tags: [...tags], scope, team }
  })
  return byTitle(core, 'Refund')
}

test('what was edited here is never written over silently', async () => {
  await using core = await createTestCore({ connected: false })
  const ours = await edited(core)
  // Nothing changed there: nothing to decide.
  expect(await importFiles(core, { 'z.json': macros('Old') })).toMatchObject({ unchanged: 2, conflicts: [] })
  const report = await importFiles(core, { 'z.json': macros('New') })
  expect(report).toMatchObject({
    new: 0,
    updated: 0,
    unchanged: 1,
    conflicts: [{ reply: ours.id, title: 'Refund', choice: 'keep' }]
  })
  expect((await byTitle(core, 'Refund')).newest).toEqual(ours.newest)
  const taken = await importFiles(core, { 'z.json': macros('New') }, { choices: { [ours.id]: 'take' } })
  expect(taken.conflicts).toEqual([{ reply: ours.id, title: 'Refund', choice: 'take' }])
  expect((await byTitle(core, 'Refund')).newest).toMatchObject({ number: 3, content: { body: 'New' } })
  await core.client.run('undo.run', {})
  expect((await byTitle(core, 'Refund')).newest).toEqual(ours.newest)
})

test('both: ours and theirs stand side by side, and the question is settled', async () => {
  await using core = await createTestCore({ connected: false })
  const ours = await edited(core)
  await importFiles(core, { 'z.json': macros('New') }, { conflicts: 'both' })
  const rows = (await core.client.ask('library.list', {})).filter(({ title }) => title === 'Refund')
  expect(rows.map(({ preview, source }) => [preview, source]).toSorted()).toEqual([
    ['New', null],
    ['Ours', 'zendesk']
  ])
  expect(await importFiles(core, { 'z.json': macros('New') }, { conflicts: 'both' })).toMatchObject({
    unchanged: 2,
    conflicts: []
  })
  await core.client.run('undo.run', {})
  expect((await byTitle(core, 'Refund')).newest).toEqual(ours.newest)
})

test('approved is what has no mistake and no shortcut that another reply has; the rest are drafts, and flagged', async () => {
  await using core = await createTestCore({ connected: false })
  const report = await importFiles(
    core,
    {
      'c.json': [
        response(1, 'good', 'Hello {{contact.name}}'),
        response(2, 'GOOD', 'The same shortcut'),
        response(3, 'kept', 'Hello {{ contact.name | weird }}'),
        response(4, 'code', 'Use 10YAY until 12/24, see http://shop.org')
      ]
    },
    { approve: true }
  )
  expect(report).toMatchObject({ new: 4, approved: 2 })
  expect(report.flags.map(({ code, reply }) => `${reply} ${code}`).toSorted()).toEqual([
    'GOOD duplicate-shortcut',
    'code date',
    'code dead-link',
    'code promo-code',
    'kept unresolved-placeholder'
  ])
  const stages = new Map((await core.client.ask('library.list', {})).map(({ title, stage }) => [title, stage]))
  expect(Object.fromEntries(stages)).toEqual({ good: 'approved', GOOD: 'draft', kept: 'draft', code: 'approved' })
  expect(
    (await importFiles(core, { 'd.json': [response(9, 'good', 'Another')] }, { approve: true })).flags
  ).toMatchObject([{ code: 'shortcut-taken' }])
})

test('a broken template of a table of ours is a draft with its mistake', async () => {
  await using core = await createTestCore({ connected: false })
  const csv =
    'title,body,placeholders\nA,Hi {{ customer.first_nam }},backchannel\nB,{% if customer.name %}x,backchannel\nC,Hi {{ customer.name }},backchannel\n'
  const report = await importFiles(core, { 'a.csv': csv }, { approve: true })
  expect(report).toMatchObject({ format: 'backchannel', new: 3, approved: 1 })
  expect(report.flags).toMatchObject([
    { code: 'broken-template', reply: 'A', line: 2, detail: '1: customer.first_nam' },
    { code: 'broken-template', reply: 'B', line: 3 }
  ])
  expect((await byTitle(core, 'A')).problems).toMatchObject([{ code: 'unknown-placeholder' }])
})

test('colleagues are found by name; nobody else is assigned to', async () => {
  await using core = await createTestCore({ connected: false })
  const { member } = await core.client.run('team.add', { name: 'Kim Lee' })
  const macro = (id: number, name: string) => ({
    id,
    name,
    uri: `/api/macros/${id}`,
    actions: [
      { name: 'setResponseText', arguments: { body_text: 'x' } },
      { name: 'setAssignee', arguments: { assignee_user: { name } } }
    ]
  })
  const report = await importFiles(core, { 'g.json': [macro(1, 'kim lee'), macro(2, 'Stranger')] })
  expect((await byTitle(core, 'kim lee')).newest.content.actions).toEqual([{ kind: 'assign', member }])
  expect((await byTitle(core, 'Stranger')).newest.content.actions).toEqual([])
  expect(report.losses).toMatchObject([{ code: 'action', detail: 'Stranger' }])
  expect(await importFiles(core, { 'g.json': [macro(1, 'kim lee'), macro(2, 'Stranger')] })).toMatchObject({
    unchanged: 2
  })
})

test('attributes of customers are found by their names', async () => {
  await using core = await createTestCore({ connected: false })
  await core.client.run('attributes.create', { name: 'Order number', type: 'text' })
  await importFiles(
    core,
    { 'c.json': [response(1, 'o', 'Order {{contact.custom_attribute.ORDER_NUMBER}}')] },
    { approve: true }
  )
  expect(await byTitle(core, 'o')).toMatchObject({
    stage: 'approved',
    approved: { content: { body: 'Order {{ customer.attribute.order_number }}' } }
  })
})

test('when anything fails on the way, nothing has come in', async () => {
  await using core = await createTestCore({ connected: false })
  core.tamper(
    "CREATE TRIGGER refuse BEFORE INSERT ON canned_version WHEN new.content LIKE '%Greeting%' BEGIN SELECT RAISE(ABORT, 'no'); END"
  )
  const before = stored(core)
  await expect(importFiles(core, { 'z.json': macros('x') })).rejects.toMatchObject({ code: 'internal' })
  expect(stored(core)).toEqual(before)
  expect((await core.client.ask('jobs.list', {}))[0]).toMatchObject({ kind: 'library-import', state: 'failed' })
})

test('a folder is read with what is in it; a path that leads nowhere is said', async () => {
  await using core = await createTestCore({ connected: false })
  const folder = join(core.dataDir, 'templates')
  await mkdir(join(folder, 'Team'), { recursive: true })
  await writeFile(join(folder, 'Hello.html'), '<p>Hello <span data-tvar="name">name</span></p>')
  await writeFile(join(folder, 'Team', 'Bye.html'), '<p>Bye</p>')
  await writeFile(join(folder, '.hidden.html'), 'x')
  await writeFile(join(folder, 'picture.png'), 'x')
  expect(await core.client.run('library.import', { paths: [folder], dryRun: false })).toMatchObject({
    format: 'mailspring',
    new: 2,
    skipped: []
  })
  expect((await byTitle(core, 'Bye')).folder).toEqual(['Team'])
  await expect(
    core.client.run('library.import', { paths: [join(folder, 'none')], dryRun: true })
  ).rejects.toMatchObject({ code: 'not-found' })
  expect(await importFiles(core, { 'x.bin': Buffer.from([0, 1, 2, 255]) })).toMatchObject({
    format: null,
    new: 0,
    skipped: [{ code: 'unknown-format', file: 'x.bin' }]
  })
})

test('ten thousand replies come in at once, again, and go with one undo', async () => {
  await using core = await createTestCore({ connected: false })
  const all = Array.from({ length: 10_000 }, (_, index) =>
    response(
      index,
      `s${index}`,
      `Hello {{ contact.first_name || 'there' }},\n\nyour order {{contact.custom_attribute.order}} is **number ${index}** today. 👋`
    )
  )
  // Processor time: what else runs on the machine says nothing about the import.
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const started = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(started)
    return Math.round((user + system) / 1_000)
  }
  const first = await timed(() => importFiles(core, { 'c.json': all }, { approve: true }))
  const again = await timed(() => importFiles(core, { 'c.json': all }))
  const undone = await timed(() => core.client.run('undo.run', {}))
  process.stdout.write(
    `10,000 replies: imported in ${first} ms, again in ${again} ms, undone in ${undone} ms of processor time\n`
  )
  expect(first).toBeLessThan(10_000)
  expect(core.peek('SELECT count(*) AS count FROM canned_reply WHERE deleted_at IS NULL')).toEqual([{ count: 0 }])
}, 120_000)
