import { expect, test } from 'vitest'
import type { DownFrame, Port } from '../../shared/contract/frames.ts'
import type { InboxRow } from '../../shared/contract/rows.ts'
import type { LiveState } from '../../shared/core-client.ts'
import { portPair } from '../host/port-pair.ts'
import { createTestCore, type TestCore } from './testing/create-test-core.ts'

/** A port whose frames are kept as they come. */
function rawPort(core: TestCore): { port: Port; frames: DownFrame[]; say(frame: unknown): Promise<void> } {
  const [ours, theirs] = portPair()
  const frames: DownFrame[] = []
  ours.onFrame((text) => frames.push(JSON.parse(text) as DownFrame))
  core.core.connect(theirs)
  return {
    port: ours,
    frames,
    async say(frame) {
      ours.send(typeof frame === 'string' ? frame : JSON.stringify(frame))
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
}

test('one commit sends one patch frame for all panes, and the patch comes before “done”', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.round()
  const raw = rawPort(core)
  const conversation = core.keyOf(ana)
  await raw.say({ t: 'hello', v: 1 })
  await raw.say({ t: 'sub', id: 1, q: 'inbox.list', p: { queue: 'inbox', account: null, limit: 50 } })
  await raw.say({ t: 'sub', id: 2, q: 'inbox.counts', p: { account: null } })
  await raw.say({ t: 'sub', id: 3, q: 'thread.head', p: { conversation } })
  await raw.say({ t: 'sub', id: 4, q: 'settings.list', p: {} })
  expect(raw.frames.map((frame) => frame.t)).toEqual(['hello', 'snap', 'snap', 'snap', 'snap'])
  raw.frames.length = 0
  await raw.say({ t: 'cmd', id: 5, commandId: 'c1', name: 'inbox.resolve', input: { conversations: [conversation] } })
  expect(raw.frames.map((frame) => frame.t)).toEqual(['patch', 'done'])
  const [patch] = raw.frames
  if (patch?.t !== 'patch') throw new Error('no patch')
  expect(patch.subs.map((sub) => sub.id)).toEqual([1, 2, 3])
  expect(patch.subs[0]).toEqual({ id: 1, rows: [], splice: { at: 0, remove: 1, ids: [] } })

  raw.frames.length = 0
  await raw.say({ t: 'unsub', id: 1 })
  await raw.say({ t: 'cmd', id: 6, commandId: 'c2', name: 'inbox.reopen', input: { conversations: [conversation] } })
  const [second] = raw.frames
  expect(second?.t === 'patch' && second.subs.map((sub) => sub.id)).toEqual([2, 3])
  // What changes nothing sends nothing.
  raw.frames.length = 0
  await raw.say({ t: 'cmd', id: 7, commandId: 'c3', name: 'inbox.reopen', input: { conversations: [conversation] } })
  expect(raw.frames.map((frame) => frame.t)).toEqual(['done'])
})

test('a page of events is one frame, and rows that did not change stay the same objects', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  const ben = core.customer()
  core.say(ana, 'hello')
  core.say(ben, 'hello')
  await core.round()
  const states: LiveState<InboxRow>[] = []
  core.client.subscribe('inbox.list', { queue: 'inbox', account: null, limit: 50 }, (state) => states.push(state))
  await core.client.ask('jobs.list', {})
  for (let index = 0; index < 5; index += 1) core.say(ana, `again ${index}`)
  await core.round()
  const [before, ...after] = states
  expect(after).toHaveLength(1)
  const benBefore = before?.rows.find((row) => row.id === core.keyOf(ben))
  const benAfter = after[0]?.rows.find((row) => row.id === core.keyOf(ben))
  expect(benBefore).toBeDefined()
  expect(benAfter).toBe(benBefore)
  expect(after[0]?.rows[0]).toMatchObject({ id: core.keyOf(ana), preview: 'again 4' })
})

test('every client hears of what another did', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.round()
  const other = core.connect()
  const seen = new Promise<readonly InboxRow[]>((resolve) => {
    other.subscribe('inbox.list', { queue: 'resolved', account: null, limit: 9 }, (state) => {
      if (state.rows.length === 1) resolve(state.rows)
    })
  })
  await core.client.run('inbox.resolve', { conversations: [core.keyOf(ana)] })
  expect((await seen)[0]?.id).toBe(core.keyOf(ana))
  other.close()
})

test('after a reconnect the client has everything again, and a command in between happened once', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.round()
  const states: LiveState<InboxRow>[] = []
  core.client.subscribe('inbox.list', { queue: 'inbox', account: null, limit: 50 }, (state) => states.push(state))
  const [ours, theirs] = portPair()
  // The answer never arrives: the pipe breaks right after the command went out.
  const running = core.client.run('thread.reply', { conversation: core.keyOf(ana), text: 'once', hold: false }, 'c1')
  core.core.connect(theirs)
  core.client.attach(ours)
  const { outboxId } = await running
  expect((await core.client.ask('outbox.list', { open: true })).map((row) => row.id)).toEqual([outboxId])
  expect(states.at(-1)?.rows[0]).toMatchObject({ outbox: 'pending', preview: 'once' })
  await core.client.run('inbox.resolve', { conversations: [core.keyOf(ana)] })
  expect(states.at(-1)).toEqual({ status: 'ready', rows: [] })
})

test.each([
  'no JSON',
  '[]',
  '{"t":"nonsense"}',
  '{"t":"cmd","id":1,"name":"x"}',
  `{"t":"ask","id":1,"q":"${'x'.repeat(4_100_000)}"}`
])('a frame that makes no sense ends the session with a word (%#)', async (text) => {
  await using core = await createTestCore({ connected: false })
  const raw = rawPort(core)
  let closed = false
  raw.port.onClose(() => (closed = true))
  await raw.say(text)
  expect(raw.frames).toEqual([{ t: 'fatal', code: 'protocol', message: expect.any(String) }])
  expect(closed).toBe(true)
  // Others are not disturbed.
  expect(await core.client.ask('accounts.list', {})).toEqual([])
})

test('unknown names, bad parameters and another version fail with a sentence', async () => {
  await using core = await createTestCore({ connected: false })
  const raw = rawPort(core)
  await raw.say({ t: 'ask', id: 1, q: 'toString', p: {} })
  await raw.say({ t: 'sub', id: 2, q: 'inbox.list', p: { queue: 'inbox', account: null, limit: 0 } })
  await raw.say({ t: 'cmd', id: 3, commandId: 'c', name: '__proto__', input: {} })
  await raw.say({ t: 'ask', id: 4, q: 'thread.head', p: { conversation: '../../etc' } })
  await raw.say({ t: 'hello', v: 99 })
  expect(raw.frames).toEqual([
    // The pattern and its values are what a window needs to say it in another language.
    expect.objectContaining({ t: 'fail', id: 1, code: 'protocol', values: { name: 'toString' } }),
    { t: 'fail', id: 2, code: 'invalid-input', message: expect.any(String) },
    expect.objectContaining({ t: 'fail', id: 3, code: 'protocol', message: expect.stringContaining('__proto__') }),
    { t: 'fail', id: 4, code: 'invalid-input', message: expect.any(String) },
    { t: 'fatal', code: 'protocol', message: expect.stringContaining('Reload') }
  ])
})

test('a query that breaks fails for itself: the commit stands, and the other panes hear of it', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.round()
  const counts: LiveState<{ id: string }>[] = []
  const list: LiveState<InboxRow>[] = []
  core.client.subscribe('inbox.list', { queue: 'inbox', account: null, limit: 50 }, (state) => list.push(state))
  core.client.subscribe('inbox.counts', { account: null }, (state) => counts.push(state))
  await core.client.ask('jobs.list', {})
  core.tamper('ALTER TABLE draft RENAME TO elsewhere')
  await core.client.run('inbox.resolve', { conversations: [core.keyOf(ana)] })
  expect(list.at(-1)).toMatchObject({
    status: 'error',
    code: 'internal',
    message: expect.not.stringContaining('draft')
  })
  expect(counts.at(-1)?.rows).toContainEqual({ id: 'resolved', total: 1, unread: 0 })
})

test('an answer that takes its time follows what is committed, also what is committed while it is worked out', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'late again')
  await core.round()
  const filter = { from: 0, to: core.clock.now() + 1_000, category: null, tag: null, product: null, sentiment: null }
  const seen: LiveState<{ id: string; name: string; count: number }>[] = []
  core.client.subscribe('feedback.board', { filter }, (state) => seen.push(state))
  const tag = (theme: string) =>
    core.client.run('feedback.add', { conversation: core.keyOf(ana), message: null, themes: [theme] })
  // None of them waits for the board.
  await Promise.all(['Late', 'Late', 'Box', 'Late'].map(tag))
  const shown = (): string => (seen.at(-1)?.rows ?? []).map(({ name, count }) => `${name} ${count}`).join()
  await core.when(() => shown() === 'Late 3,Box 1')
  core.tamper('ALTER TABLE feedback_given RENAME TO elsewhere')
  await tag('Box').catch(() => undefined)
  await core.client.run('feedback.renameTheme', { theme: seen.at(-1)?.rows[0]?.id ?? '', name: 'Slow' })
  await core.when(() => seen.at(-1)?.status === 'error')
  core.tamper('ALTER TABLE elsewhere RENAME TO feedback_given')
  await tag('Box')
  await core.when(() => shown() === 'Slow 3,Box 2')
})
