import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { InboxRow } from '../../../shared/contract/rows.ts'
import {
  type ConversationStatus,
  type Place,
  queueIds,
  type QueueId,
  type Shelf,
  shelfOf
} from '../../../shared/domain/conversation.ts'
import { startingPlan } from '../../../shared/domain/sla.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'

/** What the lists must say, worked out from the messages, replies and states alone. */
interface Expected {
  readonly key: string
  readonly status: ConversationStatus
  readonly shelf: Shelf
  readonly unread: number
  readonly waitingSince: number | null
  readonly snoozedUntil: number | null
  readonly assignee: string | null
  /** When the answer is due, and from when that is at risk. */
  readonly dueAt: number | null
  readonly riskAt: number | null
  readonly tags: readonly string[]
}

interface StateRow {
  readonly status: ConversationStatus
  readonly read_to_at: number
  readonly marked_unread: number
  readonly place: Place
  readonly snoozed_until: number | null
  readonly assignee_id: string | null
  readonly settled_to: number
}

interface Located {
  readonly account_id: string
  readonly conversation_id: string
}

function recount(core: TestCore): Expected[] {
  const conversations = core.peek<{ key: number; account_id: string; id: string }>(
    'SELECT key, account_id, id FROM conversation'
  )
  const messages = core.peek<{ key: number; at: number; outbound: number }>(
    "SELECT conversation_key AS key, at, outbound FROM message WHERE kind = 'message' ORDER BY at"
  )
  const pending = core.peek<Located & { seen_to_at: number }>(
    `SELECT account_id, conversation_id, seen_to_at FROM outbox
     WHERE state IN ('held', 'queued', 'sending', 'unknown') AND NOT (state = 'held' AND scheduled_at IS NOT NULL)
     ORDER BY sequence`
  )
  const states = core.peek<Located & StateRow>(
    `SELECT account_id, conversation_id, status, read_to_at, marked_unread, place, snoozed_until, assignee_id,
            settled_to
     FROM conversation_state`
  )
  const tags = core.peek<Located & { tag_id: string }>(
    'SELECT account_id, conversation_id, tag_id FROM conversation_tag'
  )
  return conversations.map(({ key, account_id: account, id }) => {
    const here = (each: Located): boolean => each.account_id === account && each.conversation_id === id
    const state = states.find(here)
    const own = messages.filter((message) => message.key === key)
    const outboundAt = own.findLast((message) => message.outbound === 1)?.at ?? 0
    const answeredAt = Math.max(outboundAt, pending.findLast(here)?.seen_to_at ?? 0)
    const theirs = own.filter((message) => message.outbound === 0)
    const readTo = Math.max(answeredAt, state?.read_to_at ?? 0)
    const shelf = shelfOf(state?.status ?? 'open', state?.place ?? 'inbox')
    const asked = theirs.find((message) => message.at > Math.max(answeredAt, state?.settled_to ?? 0))?.at ?? null
    const promised = shelf === 'open' || shelf === 'snoozed' ? asked : null
    return {
      key: `${account}/${id}`,
      status: state?.status ?? 'open',
      shelf,
      unread: Math.max(theirs.filter((message) => message.at > readTo).length, state?.marked_unread ?? 0),
      waitingSince: theirs.find((message) => message.at > answeredAt)?.at ?? null,
      snoozedUntil: state?.snoozed_until ?? null,
      assignee: state?.assignee_id ?? null,
      dueAt: promised === null ? null : promised + TARGET_MS,
      riskAt: promised === null ? null : promised + TARGET_MS / 2,
      tags: tags.filter(here).map((each) => each.tag_id)
    }
  })
}

/** Mentions and follow-ups have tests of their own. */
const belongs: Readonly<
  Record<Exclude<QueueId, 'mentions' | 'follow-ups'>, (entry: Expected, me: string, now: number) => boolean>
> = {
  inbox: (entry) => entry.shelf === 'open',
  mine: (entry, me) => entry.shelf === 'open' && entry.assignee === me,
  'at-risk': (entry, _me, now) => entry.riskAt !== null && entry.riskAt <= now,
  unassigned: (entry) => entry.shelf === 'open' && entry.assignee === null,
  unread: (entry) => entry.shelf === 'open' && entry.unread > 0,
  'waiting-on-us': (entry) => entry.shelf === 'open' && entry.waitingSince !== null,
  'waiting-on-them': (entry) => entry.shelf === 'open' && entry.waitingSince === null,
  snoozed: (entry) => entry.shelf === 'snoozed',
  requests: (entry) => entry.shelf === 'requests',
  spam: (entry) => entry.shelf === 'spam',
  resolved: (entry) => entry.shelf === 'resolved',
  all: (entry) => entry.shelf !== 'spam'
}

async function expectQueuesToBeRight(core: TestCore): Promise<void> {
  const woken = new Map(
    core
      .peek<Located & { woke_at: number }>(
        'SELECT account_id, conversation_id, woke_at FROM conversation_state WHERE woke_at IS NOT NULL'
      )
      .map((row) => [`${row.account_id}/${row.conversation_id}`, row.woke_at])
  )
  const expected = recount(core)
  const counts = await core.client.ask('inbox.counts', { account: null })
  const me = (await core.client.ask('team.list', {})).find((member) => member.me)?.id ?? ''
  for (const queue of queueIds) {
    if (queue === 'mentions' || queue === 'follow-ups') continue
    const members = expected.filter((entry) => belongs[queue](entry, me, core.clock.now()))
    const rows = await core.client.ask('inbox.list', { queue, account: core.accountId, limit: 1000 })
    expect(rows.map((row) => row.id).toSorted()).toEqual(members.map((member) => member.key).toSorted())
    for (const row of rows) {
      const { status, unread, waitingSince, snoozedUntil, assignee, tags, place, due } = row
      const shelf = shelfOf(status, place)
      const when = { dueAt: due?.dueAt ?? null, riskAt: due?.riskAt ?? null }
      expect({ key: row.id, status, shelf, unread, waitingSince, snoozedUntil, assignee, tags, ...when }).toEqual(
        expected.find((each) => each.key === row.id)
      )
    }
    const places = rows.map((row) => placeIn(queue, row, woken.get(row.id) ?? 0))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(counts.find((row) => row.id === queue)).toEqual({
      id: queue,
      total: members.length,
      unread: members.filter((member) => member.unread > 0).length
    })
  }
}

/** What a queue is sorted by, least first. What woke up stands as if it had come then. */
function placeIn(queue: QueueId, row: InboxRow, wokeAt: number): number {
  if (queue === 'waiting-on-us') return row.waitingSince ?? 0
  if (queue === 'at-risk') return row.due?.dueAt ?? 0
  if (queue === 'snoozed') return row.snoozedUntil ?? Infinity
  return -Math.max(row.lastAt, wokeAt)
}

const who = fc.nat({ max: 3 })
const action = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('say' as const), who }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('sync' as const), who }) },
  fc.record({
    do: fc.constantFrom(
      'answer elsewhere',
      'late',
      'resolve',
      'reopen',
      'mark read',
      'mark unread',
      'reply',
      'hold a reply',
      'take back',
      'undo',
      'refuse',
      'snooze',
      'snooze till they reply',
      'sleep',
      'assign',
      'assign nobody',
      'tag',
      'untag',
      'spam',
      'hold back',
      'accept',
      'decline',
      'wait'
    ),
    who
  })
)

const SNOOZE_MS = 20_000
const TARGET_MS = 60_000
const atOnce = startingPlan('UTC', 'all')
const roundTheClock = {
  ...atOnce,
  policies: atOnce.policies.map((policy) => ({ ...policy, first: 1, next: 1, always: true }))
}

async function perform(core: TestCore, customers: readonly { id: string }[], step: { do: string; who: number }) {
  const customer = customers[step.who]
  if (!customer) throw new Error('no such customer')
  const conversation = core.keyOf(customer)
  const known = (await core.client.ask('thread.head', { conversation })).length > 0
  const conversations = [conversation]
  core.clock.advance(1000)
  switch (step.do) {
    case 'say':
      core.world.say(customer.id, core.accountId, 'hello')
      return
    case 'answer elsewhere':
      core.world.say(core.accountId, customer.id, 'from x.com')
      return
    case 'late':
      core.world.say(customer.id, core.accountId, 'late', { at: core.clock.now() - 7_500 })
      return
    case 'sync':
      await core.sync()
      return
    case 'refuse':
      core.x.faults.add({ kind: 'reset', when: 'before' }, { method: 'POST' })
      return
    case 'wait':
      core.clock.advance(6_000)
      return
    case 'sleep':
      core.clock.advance(SNOOZE_MS)
      core.core.resumed()
      return
    case 'undo':
      await core.client.run('undo.run', {})
      return
    case 'take back': {
      const [reply] = await core.client.ask('outbox.list', { open: true })
      if (reply?.state === 'held' || reply?.state === 'queued')
        await core.client.run('outbox.undo', { outboxId: reply.id })
      return
    }
  }
  if (!known) return
  if (step.do === 'resolve') await core.client.run('inbox.resolve', { conversations })
  if (step.do === 'reopen') await core.client.run('inbox.reopen', { conversations })
  if (step.do === 'mark read') await core.client.run('inbox.markRead', { conversations })
  if (step.do === 'mark unread') await core.client.run('inbox.markUnread', { conversations })
  if (step.do === 'snooze') {
    await core.client.run('inbox.snooze', { conversations, until: core.clock.now() + SNOOZE_MS })
  }
  if (step.do === 'snooze till they reply') await core.client.run('inbox.snooze', { conversations, until: null })
  const [me] = await core.client.ask('team.list', {})
  if (step.do === 'assign') await core.client.run('inbox.assign', { conversations, member: me?.id ?? '' })
  if (step.do === 'assign nobody') await core.client.run('inbox.assign', { conversations, member: null })
  const [tag] = await core.client.ask('tags.list', {})
  if (step.do === 'tag' && tag) await core.client.run('inbox.tag', { conversations, add: [tag.id] })
  if (step.do === 'untag' && tag) await core.client.run('inbox.tag', { conversations, remove: [tag.id] })
  if (step.do === 'spam') await core.client.run('inbox.place', { conversations, place: 'spam' })
  if (step.do === 'hold back') await core.client.run('inbox.place', { conversations, place: 'requests' })
  if (step.do === 'accept') await core.client.run('inbox.place', { conversations, place: 'inbox' })
  if (step.do === 'decline') await core.client.run('inbox.decline', { conversations })
  if (step.do === 'reply') await core.reply(conversation, 'an answer')
  if (step.do === 'hold a reply') await core.client.run('thread.reply', { conversation, text: 'held' })
}

test('queues and counters agree with a recount after whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 30 }), async (steps) => {
      await using core = await createTestCore({ background: true })
      await core.client.run('sla.save', { base: null, plan: roundTheClock })
      await core.client.run('tags.create', { name: 'late', colour: 'red', group: null })
      const customers = Array.from({ length: 4 }, () => core.customer())
      for (const step of steps) await perform(core, customers, step)
      await expectQueuesToBeRight(core)
      await core.crash()
      await core.sync()
      await expectQueuesToBeRight(core)
    }),
    { numRuns: 30 }
  )
}, 180_000)

async function row(core: TestCore, key: string) {
  const rows = await core.client.ask('inbox.list', { queue: 'all', account: null, limit: 100 })
  return rows.find((each) => each.id === key)
}

test('resolve, undo and reopen, also over a restart', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  const ben = core.customer()
  core.say(ana, 'one')
  core.say(ben, 'two')
  await core.round()
  const keys = [core.keyOf(ana), core.keyOf(ben)]
  expect(await core.client.run('inbox.resolve', { conversations: keys })).toEqual({ changed: 2 })
  expect(await core.client.run('inbox.resolve', { conversations: keys })).toEqual({ changed: 0 })
  expect(await row(core, core.keyOf(ana))).toMatchObject({ status: 'resolved', unread: 0 })
  await core.crash()
  expect(await core.client.ask('undo.next', {})).toEqual([expect.objectContaining({ label: 'Resolved' })])
  const undone = await core.client.run('undo.run', {})
  expect(undone).toEqual({ label: 'Resolved', count: 1, conversations: keys })
  expect(await row(core, core.keyOf(ana))).toMatchObject({ status: 'open', unread: 1 })
  expect(await core.client.run('undo.run', {})).toEqual({ label: null, count: 0, conversations: [] })
  await core.client.run('inbox.resolve', { conversations: [keys[0] ?? ''] })
  await core.client.run('inbox.reopen', { conversations: [keys[0] ?? ''] })
  expect(await row(core, core.keyOf(ana))).toMatchObject({ status: 'open' })
  await expect(core.client.run('inbox.resolve', { conversations: [`${core.accountId}/1-2`] })).rejects.toMatchObject({
    code: 'not-found'
  })
})

test('a customer who writes again opens the conversation again; history that arrives later does not', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  for (let index = 0; index < 120; index += 1) core.say(ana, `message ${index}`)
  await core.round(1)
  await core.client.run('inbox.resolve', { conversations: [core.keyOf(ana)] })
  expect(await core.round()).toMatchObject({ complete: true, events_new: 20 })
  expect(await row(core, core.keyOf(ana))).toMatchObject({ status: 'resolved', unread: 0 })
  core.say(ana, 'me again')
  await core.round()
  expect(await row(core, core.keyOf(ana))).toMatchObject({ status: 'open', unread: 1, preview: 'me again' })
})

test('an answer of a colleague does not open a resolved conversation', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.round()
  await core.client.run('inbox.resolve', { conversations: [core.keyOf(ana)] })
  core.clock.advance(1000)
  core.world.say(core.accountId, ana.id, 'from x.com')
  await core.round()
  expect(await row(core, core.keyOf(ana))).toMatchObject({ status: 'resolved', lastBy: 'us' })
})

test('resolved with a reply on its way: the customer’s next message still opens it, whatever our clock says', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.round()
  // Our clock is a minute ahead of X's.
  core.clock.advance(60_000)
  await core.client.run('thread.reply', { conversation: core.keyOf(ana), text: 'answer' })
  await core.client.run('inbox.resolve', { conversations: [core.keyOf(ana)] })
  core.world.say(ana.id, core.accountId, 'oh, and one more thing', { at: core.clock.now() - 50_000 })
  await core.round()
  expect(await row(core, core.keyOf(ana))).toMatchObject({ status: 'open', unread: 1 })
})

test('a reply on its way counts as the answer; taken back, the customer waits again', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  const { at } = core.say(ana, 'hello')
  core.say(ana, 'anybody there?')
  await core.round()
  const key = core.keyOf(ana)
  expect(await row(core, key)).toMatchObject({ unread: 2, waitingSince: at, lastBy: 'them', outbox: 'none' })
  const { outboxId } = await core.client.run('thread.reply', { conversation: key, text: 'yes' })
  expect(await row(core, key)).toMatchObject({
    unread: 0,
    waitingSince: null,
    lastBy: 'us',
    preview: 'yes',
    outbox: 'pending'
  })
  await core.client.run('outbox.undo', { outboxId })
  expect(await row(core, key)).toMatchObject({ unread: 2, waitingSince: at, lastBy: 'them', hasDraft: true })
})

test('a refused reply is no answer', async () => {
  await using core = await createTestCore()
  const ana = core.customer({ acceptsDms: false })
  core.say(ana, 'hello')
  await core.round()
  await core.reply(core.keyOf(ana), 'refused')
  await core.sync()
  expect(await row(core, core.keyOf(ana))).toMatchObject({ outbox: 'attention', waitingSince: expect.any(Number) })
})

test('marked unread stays so until it is read, and can be undone', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  core.say(ana, 'hello')
  await core.round()
  const conversations = [core.keyOf(ana)]
  await core.client.run('inbox.markRead', { conversations })
  expect(await row(core, core.keyOf(ana))).toMatchObject({ unread: 0, waitingSince: expect.any(Number) })
  await core.client.run('inbox.markUnread', { conversations })
  await core.round()
  expect(await row(core, core.keyOf(ana))).toMatchObject({ unread: 1 })
  await core.client.run('undo.run', {})
  expect(await row(core, core.keyOf(ana))).toMatchObject({ unread: 0 })
})

test('a flood is counted to a hundred', async () => {
  await using core = await createTestCore()
  const ana = core.customer()
  for (let index = 0; index < 130; index += 1) core.say(ana, `message ${index}`)
  await core.round()
  expect(await row(core, core.keyOf(ana))).toMatchObject({ unread: 100 })
})

test('the list names groups by their members, follows a new name, and shows media and changes in words', async () => {
  await using core = await createTestCore()
  const ana = core.customer({ name: 'Ana' })
  core.say(ana, '', { media: { kind: 'picture', motif: 'mug', seed: 1 } })
  await core.round()
  expect(await row(core, core.keyOf(ana))).toMatchObject({ title: 'Ana', previewKind: 'photo', handle: ana.username })
  const group = core.world.createGroup([core.accountId, ana.id])
  core.say(ana, 'hello group', { in: group.id })
  const key = `${core.accountId}/${group.id}`
  await core.round()
  expect(await row(core, key)).toMatchObject({ group: true, title: 'Ana', lastName: 'Ana', handle: null })
})
