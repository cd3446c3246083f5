import { expect, test } from 'vitest'
import type { DraftMode } from '../../../shared/domain/draft.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { withCustomer } from '../testing/outbox-steps.ts'

const DAY = 24 * 3_600_000

/** A window that saves drafts of one conversation. */
function desk(core: TestCore, conversation: string, mode: DraftMode = 'reply') {
  let number = 0
  const save = (text: string, base: string | null, more: { replaces?: boolean; revision?: string } = {}) =>
    core.client.run('thread.saveDraft', { conversation, mode, text, base, revision: `r${(number += 1)}`, ...more })
  return {
    save,
    /** Saves texts one after the other, each grown from the one before. */
    async write(...texts: string[]): Promise<void> {
      for (const text of texts) {
        core.clock.advance(500)
        const [now] = await core.client.ask('thread.draft', { conversation, mode })
        expect(await save(text, now?.revision ?? null)).toMatchObject({ saved: true })
      }
    },
    draft: async () => (await core.client.ask('thread.draft', { conversation, mode }))[0]?.text ?? null,
    history: async () =>
      (await core.client.ask('thread.draftHistory', { conversation, mode })).map(({ reason, text }) => [reason, text])
  }
}

test('reply and note of a conversation are two drafts', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  await desk(core, key).write('to the customer')
  await desk(core, key, 'note').write('to the team')
  await core.restart()
  expect(await desk(core, key).draft()).toBe('to the customer')
  expect(await desk(core, key, 'note').draft()).toBe('to the team')
  expect((await core.client.ask('inbox.list', { queue: 'all', account: null, limit: 9 }))[0]?.hasDraft).toBe(true)
  await desk(core, key).write('')
  expect((await core.client.ask('inbox.list', { queue: 'all', account: null, limit: 9 }))[0]?.hasDraft).toBe(true)
  await desk(core, key, 'note').write('')
  expect((await core.client.ask('inbox.list', { queue: 'all', account: null, limit: 9 }))[0]?.hasDraft).toBe(false)
})

test('typing keeps no version; clearing, rewriting and sending do', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const { write, history, draft } = desk(core, key)
  await write('Dear', 'Dear Ana', 'Dear Ana, it left yesterday')
  expect(await history()).toEqual([])
  await write('Hello, we have looked into your order')
  expect(await history()).toEqual([['typed', 'Dear Ana, it left yesterday']])
  await write('')
  expect(await draft()).toBeNull()
  await write('short')
  await core.reply(key, 'short')
  expect(await draft()).toBeNull()
  expect(await history()).toEqual([
    ['sent', 'short'],
    ['cleared', 'Hello, we have looked into your order'],
    ['typed', 'Dear Ana, it left yesterday']
  ])
  await core.crash()
  expect((await history()).length).toBe(3)
})

test('a text that was deleted letter by letter is kept whole', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const { write, history } = desk(core, key)
  const text = 'A paragraph of some length that took a while to write'
  await write(text)
  for (let length = text.length - 3; length > 0; length -= 3) await write(text.slice(0, length))
  await write('')
  expect((await history()).at(-1)).toEqual(['typed', text])
})

test('two windows: the later save never overwrites, and its text is in the history', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const { save, draft, history } = desk(core, key)
  await save('begun', null, { revision: 'one' })
  await save('begun here', 'one', { revision: 'two' })
  const refused = await save('begun th', 'one')
  expect(refused).toEqual({ saved: false, current: { text: 'begun here', revision: 'two' } })
  // The other window goes on typing against the refusal: one version that grows.
  await save('begun there, to', 'one')
  expect(await draft()).toBe('begun here')
  expect(await history()).toEqual([['other-window', 'begun there, to']])
  // Its agent decides for this text: the first window's is kept.
  expect(await save('begun there, too', 'two', { replaces: true })).toMatchObject({ saved: true })
  expect(await draft()).toBe('begun there, too')
  expect((await history())[0]).toEqual(['other-window', 'begun here'])
})

test('saves that were not waited for build on each other', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const { save, draft } = desk(core, key)
  const answers = await Promise.all([
    save('a', null, { revision: 'x' }),
    save('ab', 'x', { revision: 'y' }),
    save('abc', 'y', { revision: 'z' })
  ])
  expect(answers.map(({ saved }) => saved)).toEqual([true, true, true])
  expect(await draft()).toBe('abc')
})

test('a reply takes the draft it was written in, and leaves that of another window', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const { save, draft } = desk(core, key)
  await save('mine', null, { revision: 'one' })
  await core.client.run('thread.reply', { conversation: key, text: 'mine, finished', draft: 'one' })
  expect(await draft()).toBeNull()
  await save('theirs', null, { revision: 'two' })
  await core.client.run('thread.reply', { conversation: key, text: 'from the command line' })
  expect(await draft()).toBe('theirs')
})

test('a draft that was rewritten and sent before it was saved again is in the history', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const { save, history } = desk(core, key)
  await save('A long explanation of what went wrong', null, { revision: 'one' })
  await core.client.run('thread.reply', { conversation: key, text: 'Short', draft: 'one' })
  expect(await history()).toEqual([
    ['sent', 'Short'],
    ['typed', 'A long explanation of what went wrong']
  ])
})

test('restoring puts the present text into the history first', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const { write, draft, history } = desk(core, key)
  await write('The first attempt at an answer', '', 'The second')
  const [version] = await core.client.ask('thread.draftHistory', { conversation: key, mode: 'reply' })
  const restored = await core.client.run('thread.restoreDraft', {
    conversation: key,
    mode: 'reply',
    version: version?.id ?? '',
    text: 'The second, not saved yet',
    revision: 'restored'
  })
  expect(restored).toEqual({ text: 'The first attempt at an answer' })
  expect(await draft()).toBe('The first attempt at an answer')
  const texts = (await history()).map(([, text]) => text)
  expect(texts).toContain('The second')
  expect(texts).toContain('The second, not saved yet')
  expect(texts).toContain('The first attempt at an answer')
  const elsewhere = { conversation: key, mode: 'note' as const, version: version?.id ?? '', text: '', revision: 'r' }
  await expect(core.client.run('thread.restoreDraft', elsewhere)).rejects.toMatchObject({ code: 'not-found' })
})

test('a discarded reply can be found in the history', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const { outboxId } = await core.client.run('thread.reply', { conversation: key, text: 'better not' })
  await core.client.run('outbox.discard', { outboxId })
  expect(await desk(core, key).history()).toEqual([['discarded', 'better not']])
})

test('the history has fifty versions at most, none older than thirty days', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const { write, history } = desk(core, key)
  for (let index = 0; index < 55; index += 1) await write(`attempt ${index}`, '')
  expect(await history()).toHaveLength(50)
  expect((await history())[0]).toEqual(['cleared', 'attempt 54'])
  core.clock.advance(31 * DAY)
  await write('today', '')
  await core.restart()
  expect(await history()).toEqual([['cleared', 'today']])
})

test('a very long draft is kept, though it could not be sent', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const { save, draft } = desk(core, key)
  const long = 'Lorem ipsum '.repeat(2_000)
  expect(await save(long, null)).toMatchObject({ saved: true })
  await core.crash()
  expect(await draft()).toBe(long)
  await expect(core.client.run('thread.reply', { conversation: key, text: long })).rejects.toMatchObject({
    code: 'invalid-input'
  })
  expect(await draft()).toBe(long)
})
