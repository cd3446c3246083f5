import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { NoteRow, ThreadRow } from '../../../shared/contract/rows.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { sentTexts, withCustomer } from '../testing/outbox-steps.ts'

const newest = { at: 'newest' as const, older: 60 }

async function thread(core: TestCore, conversation: string, window = newest): Promise<readonly ThreadRow[]> {
  return core.client.ask('thread.messages', { conversation, window })
}

function texts(rows: readonly ThreadRow[]): string[] {
  return rows.flatMap((row) => (row.kind === 'member' ? [] : [`${row.kind} ${row.text}`]))
}

async function notes(core: TestCore, conversation: string): Promise<NoteRow[]> {
  return (await thread(core, conversation)).filter((row): row is NoteRow => row.kind === 'note')
}

test('a note stands at its time among the messages, and nothing of it goes to X', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'first')
  await core.round()
  const key = core.keyOf(ana)
  core.clock.advance(60_000)
  await core.client.run('notes.add', { conversation: key, text: 'Refund was promised' })
  core.clock.advance(60_000)
  core.say(ana, 'second')
  await core.round()
  await core.reply(key, 'answer')
  expect(texts(await thread(core, key))).toEqual([
    'message first',
    'note Refund was promised',
    'message second',
    'message answer'
  ])
  await core.sync()
  expect(sentTexts(core)).toEqual(['answer'])
  expect(core.world.events().some((event) => event.text.includes('Refund'))).toBe(false)
  await core.restart()
  expect(texts(await thread(core, key))).toContain('note Refund was promised')
})

test('a window shows the notes of its time only', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  const key = core.keyOf(ana)
  for (let index = 0; index < 6; index += 1) {
    core.say(ana, `m${index}`)
    await core.round()
    core.clock.advance(60_000)
    await core.client.run('notes.add', { conversation: key, text: `n${index}` })
    core.clock.advance(60_000)
  }
  expect(texts(await thread(core, key, { at: 'newest', older: 2 }))).toEqual([
    'message m4',
    'note n4',
    'message m5',
    'note n5'
  ])
  const [, target] = (await thread(core, key)).filter((row) => row.kind === 'note')
  const around = { at: 'message' as const, id: target?.id ?? '', older: 1, newer: 1 }
  const rows = await core.client.ask('thread.messages', { conversation: key, window: around })
  expect(texts(rows)).toEqual(['message m0', 'note n0', 'message m1', 'note n1', 'message m2'])
})

test('edit and delete can be undone, also after a restart', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const { note } = await core.client.run('notes.add', { conversation: key, text: 'one' })
  core.clock.advance(1000)
  await core.client.run('notes.edit', { note, text: 'two', before: 'one' })
  expect(await notes(core, key)).toEqual([expect.objectContaining({ text: 'two', editedAt: core.clock.now() })])
  await expect(core.client.run('notes.edit', { note, text: 'blind', before: 'one' })).rejects.toMatchObject({
    code: 'conflict'
  })
  await core.client.run('notes.delete', { note })
  expect(await notes(core, key)).toEqual([])
  await expect(core.client.run('notes.edit', { note, text: 'three', before: 'two' })).rejects.toMatchObject({
    code: 'not-found'
  })
  await core.restart()
  expect(await core.client.run('undo.run', {})).toEqual({ label: 'Note deleted', count: 1, conversations: [key] })
  expect((await notes(core, key)).map(({ text }) => text)).toEqual(['two'])
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Note changed' })
  expect((await notes(core, key)).map(({ text }) => text)).toEqual(['one'])
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Note added' })
  expect(await notes(core, key)).toEqual([])
  const [draft] = await core.client.ask('thread.draft', { conversation: key, mode: 'note' })
  expect(draft?.text).toBe('one')
})

test('adding takes the note’s draft and leaves that of the reply', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const save = (mode: 'reply' | 'note', text: string, revision: string) =>
    core.client.run('thread.saveDraft', { conversation: key, mode, text, base: null, revision })
  await save('reply', 'Dear Ana', 'r')
  await save('note', 'She is angry', 'n')
  await core.client.run('notes.add', { conversation: key, text: 'She is angry', draft: 'n' })
  expect(await core.client.ask('thread.draft', { conversation: key, mode: 'note' })).toEqual([])
  expect(await core.client.ask('thread.draft', { conversation: key, mode: 'reply' })).toHaveLength(1)
})

test('notes are found by search while they are there', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const find = (text: string) => core.client.ask('search.messages', { text, limit: 10 })
  const { note } = await core.client.run('notes.add', { conversation: key, text: 'Überweisung promised by Maria' })
  expect(await find('uberweis')).toEqual([
    expect.objectContaining({ id: `note:${note}`, note: true, conversation: key })
  ])
  await core.client.run('notes.edit', { note, text: 'nothing promised', before: 'Überweisung promised by Maria' })
  expect(await find('maria')).toEqual([])
  expect(await find('promised')).toHaveLength(1)
  await core.client.run('notes.delete', { note })
  expect(await find('promised')).toEqual([])
  await core.client.run('undo.run', {})
  expect(await find('promised')).toHaveLength(1)
})

test('exports say that a note is internal', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  await core.client.run('notes.add', { conversation: key, text: '=internal <b>' })
  const written = async (format: 'jsonl' | 'csv' | 'html'): Promise<string> => {
    const file = join(core.dataDir, `out.${format}`)
    await core.client.run('export.write', { format, file, conversation: null, since: core.clock.now() })
    return readFileSync(file, 'utf8')
  }
  const lines = (await written('jsonl')).trimEnd().split('\n')
  expect(JSON.parse(lines.at(-1) ?? '')).toEqual({
    type: 'note',
    id: expect.stringMatching(/^note:/),
    conversation_id: key.split('/')[1],
    text: '=internal <b>',
    created_at: new Date(core.clock.now()).toISOString()
  })
  expect(await written('csv')).toContain(",internal note,'=internal <b>")
  expect(await written('html')).toContain('Internal note</span><br>=internal &lt;b&gt;')
})
