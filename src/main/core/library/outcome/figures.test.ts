import { expect, test } from 'vitest'
import type { ReplyFiguresRow } from '../../../../shared/contract/library-rows.ts'
import { createTestCore, type TestCore } from '../../testing/create-test-core.ts'
import { addReply, saveOver } from '../../testing/library-fixtures.ts'
import { sends } from '../../testing/outcome-fixtures.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A window looks at the library, until the test is over. @returns what it shows, once that is as wanted */
function watch(core: TestCore): (wanted: (rows: readonly ReplyFiguresRow[]) => boolean) => Promise<ReplyFiguresRow[]> {
  return async (wanted) => [...(await core.until('library.figures', {}, wanted))]
}

const of = (rows: readonly ReplyFiguresRow[], reply: string): ReplyFiguresRow | undefined =>
  rows.find(({ id }) => id === reply)

test('what became of each reply is told as its own page tells it, and follows what is sent and answered', async () => {
  await using core = await createTestCore()
  const shown = watch(core)
  const refund = await addReply(core, { body: 'Your refund is on its way today.' })
  const never = await addReply(core, { title: 'Never sent', body: 'Hello.' })
  const first = await sends(core, refund, { text: (text) => text.replace('today', 'tomorrow') })
  expect(of(await shown((rows) => rows.length > 0), refund)).toEqual({
    id: refund,
    changed: { count: 1, of: 1 },
    answered: { count: 0, of: 0, medianMs: null },
    content: { count: 0, of: 0, average: null }
  })
  await saveOver(core, refund, { body: 'Your refund left today.' })
  await core.client.run('library.approve', { replies: [refund] })
  const sent = shown((rows) => of(rows, refund)?.changed.of === 2)
  await sends(core, refund)
  expect(of(await sent, refund)?.changed).toEqual({ count: 1, of: 2 })
  core.clock.advance(2 * HOUR)
  const answered = shown((rows) => of(rows, refund)?.answered.of === 1)
  core.say(first.customer, 'Thank you')
  await core.round()
  const rows = await answered
  const [all] = await core.client.ask('library.outcome', { reply: refund })
  expect(of(rows, refund)?.answered).toEqual(all?.answered)
  expect(of(rows, refund)?.answered.medianMs).toBeGreaterThanOrEqual(2 * HOUR)
  expect(of(rows, never)).toBeUndefined()
})

test('what is held is counted when it leaves, and not where it is taken back', async () => {
  await using core = await createTestCore()
  const shown = watch(core)
  const reply = await addReply(core)
  await sends(core, reply)
  await shown((rows) => of(rows, reply)?.changed.of === 1)
  const back = await sends(core, reply, { hold: true, waited: 0 })
  await sends(core, reply, { hold: true, waited: 0 })
  await core.client.run('outbox.undo', { outboxId: back.outboxId })
  expect(of(await shown(() => true), reply)?.changed.of).toBe(1)
  const left = shown((rows) => of(rows, reply)?.changed.of === 2)
  core.clock.advance(60_000)
  await core.round()
  expect(of(await left, reply)?.changed).toEqual({ count: 0, of: 2 })
})

test('who does not answer in time is counted when the time is over, without a commit', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core)
  await sends(core, reply)
  const shown = watch(core)
  expect(of(await shown((rows) => rows.length === 1), reply)?.answered.of).toBe(0)
  const over = shown((rows) => of(rows, reply)?.answered.of === 1)
  core.clock.advance(3 * DAY)
  expect(of(await over, reply)?.answered).toEqual({ count: 0, of: 1, medianMs: null })
})

test('after a restart, and without an account that was removed, it is as if it was counted anew', async () => {
  await using core = await createTestCore()
  const reply = await addReply(core)
  await sends(core, reply, { text: (text) => text.replace('way', 'long way') })
  await core.restart()
  const shown = watch(core)
  expect(of(await shown((rows) => rows.length === 1), reply)?.changed).toEqual({ count: 1, of: 1 })
  const gone = shown((rows) => rows.length === 0)
  await core.client.run('accounts.remove', { account: core.accountId })
  expect(await gone).toEqual([])
})
