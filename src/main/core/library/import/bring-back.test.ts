import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { CommandInput } from '../../../../shared/contract/commands.ts'
import { createTestCore, type TestCore } from '../../testing/create-test-core.ts'
import { addReply, detailOf, saveOver } from '../../testing/library-fixtures.ts'

const desk = () => createTestCore({ connected: false })

/** Takes the library of one desk to another. */
async function bring(from: TestCore, to: TestCore, choices: Partial<CommandInput<'library.import'>> = {}) {
  const file = join(from.dataDir, 'library.json')
  await from.client.run('library.export', { format: 'json', file })
  return to.client.run('library.import', { paths: [file], dryRun: false, ...choices })
}

test('what is a draft there is no approved reply here, though theirs is taken and approved', async () => {
  await using here = await desk()
  await using there = await desk()
  const reply = await addReply(here, { title: 'Refund', body: 'One.' })
  await bring(here, there)
  await saveOver(there, reply, { body: 'A draft there.' })
  await saveOver(here, reply, { body: 'A draft here.' })
  const report = await bring(there, here, { conflicts: 'take', approve: true })
  expect(report).toMatchObject({ conflicts: [{ choice: 'take' }], approved: 0 })
  expect(await detailOf(here, reply)).toMatchObject({
    approved: { content: { body: 'One.' } },
    newest: { content: { body: 'A draft there.' } },
    pending: 'draft'
  })
})

test('a reply that was deleted here comes back, though both desks wrote a second version of it', async () => {
  await using here = await desk()
  await using there = await desk()
  const reply = await addReply(here, { title: 'Refund', body: 'One.' })
  await bring(here, there)
  await saveOver(there, reply, { body: 'Two there.' })
  await saveOver(here, reply, { body: 'Two here.' })
  await here.client.run('library.delete', { replies: [reply] })
  expect(await bring(there, here)).toMatchObject({ updated: 1, skipped: [] })
  expect((await detailOf(here, reply)).newest.content.body).toBe('Two there.')
  const versions = await here.client.ask('library.versions', { reply, limit: 10 })
  expect(versions.map((version) => version.content.body)).toEqual(['Two there.', 'Two here.', 'One.'])
})

test('a fragment of another library does not speak in replies that were approved with ours', async () => {
  await using here = await desk()
  await using there = await desk()
  await addReply(here, { title: 'Ours', shortcut: 'sign', body: 'Ours' }, { kind: 'fragment' })
  const theirs = await addReply(there, { title: 'Theirs', shortcut: 'sign', body: 'Theirs' }, { kind: 'fragment' })
  here.clock.advance(1_000)
  const other = await addReply(there, { title: 'Other', shortcut: 'other', body: 'Other' })
  expect((await bring(there, here)).flags).toMatchObject([{ code: 'shortcut-taken', detail: 'sign', reply: 'Theirs' }])
  expect(await here.client.ask('library.fragments', {})).toMatchObject([{ body: 'Ours' }])
  expect(await detailOf(here, theirs)).toMatchObject({ stage: 'draft', newest: { content: { body: 'Theirs' } } })
  expect(await detailOf(here, other)).toMatchObject({ stage: 'approved' })
  expect(await bring(there, here)).toMatchObject({ new: 0, updated: 0, conflicts: [] })
})

test('a reply of ours that a table takes its fragment away from is named', async () => {
  await using core = await desk()
  await addReply(core, { title: 'Signature', shortcut: 'sign', body: 'Yours' }, { kind: 'fragment' })
  const file = join(core.dataDir, 'library.csv')
  await core.client.run('library.export', { format: 'csv', file })
  await addReply(core, { title: 'Thanks', body: 'Thanks {{ fragment "sign" }}' })
  await writeFile(file, (await readFile(file, 'utf8')).replace(',true,', ',false,'))
  const report = await core.client.run('library.import', { paths: [file], dryRun: false })
  expect(report).toMatchObject({ updated: 1, flags: [{ code: 'broken-template', detail: '1: sign', reply: 'Thanks' }] })
})
