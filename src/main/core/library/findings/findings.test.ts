import { expect, test } from 'vitest'
import type { LibraryFindingRow } from '../../../../shared/contract/library-rows.ts'
import { createTestCore, type TestCore } from '../../testing/create-test-core.ts'
import { addReply, detailOf, saveOver, writeReply } from '../../testing/library-fixtures.ts'

const DAY = 24 * 3_600_000
const desk = () => createTestCore({ connected: false })

/** Asks for the first time, which begins the work, and for what came of it: each turn does a text or more. */
async function findings(core: TestCore): Promise<readonly LibraryFindingRow[]> {
  await core.client.ask('library.findings', {})
  for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  return core.client.ask('library.findings', {})
}

/** `title: kind detail`, sorted. */
async function found(core: TestCore): Promise<string[]> {
  const titles = new Map((await core.client.ask('library.list', {})).map((row) => [row.id, row.title]))
  const rows = await findings(core)
  return rows
    .flatMap((row) =>
      row.findings.map(({ kind, detail }) =>
        kind === 'duplicate' || kind === 'unused'
          ? `${titles.get(row.id)}: ${kind}`
          : `${titles.get(row.id)}: ${kind} ${detail}`
      )
    )
    .toSorted()
}

test('codes, dates and dead links in the text are found, in variants, too; retired replies are left alone', async () => {
  await using core = await desk()
  await addReply(core, { title: 'Sale', body: 'Use the code SUMMER20 until 24 December.' })
  await addReply(core, {
    title: 'Shop',
    body: 'Look at https://shop.acme.com/new',
    variants: [{ language: 'de', body: 'Siehe http://localhost/neu', outdated: false }]
  })
  const old = await addReply(core, { title: 'Old', body: 'Use the code WINTER20' })
  await core.client.run('library.retire', { replies: [old] })
  expect(await found(core)).toEqual([
    'Sale: date 24 December',
    'Sale: promo-code SUMMER20',
    'Shop: dead-link http://localhost/neu'
  ])
})

test('replies that say the same are found together, but fragments and replies apart', async () => {
  await using core = await desk()
  const text = 'Your refund is on its way and you will see it at your bank within five days.'
  const first = await addReply(core, { title: 'One', body: text })
  const second = await addReply(core, { title: 'Two', body: text.replace('five', 'seven') })
  await addReply(core, { title: 'Three', body: text, shortcut: 'three' }, { kind: 'fragment' })
  await addReply(core, { title: 'Four', body: 'Thank you for the picture, we have sent a new one today.' })
  expect(await found(core)).toEqual(['One: duplicate', 'Two: duplicate'])
  const rows = await findings(core)
  expect(rows.map(({ id, duplicates }) => [id, duplicates])).toEqual(
    expect.arrayContaining([
      [first, [second]],
      [second, [first]]
    ])
  )
  await core.client.run('library.retire', { replies: [second] })
  expect(await found(core)).toEqual([])
})

test('what is private to somebody else is compared with nothing of mine', async () => {
  await using core = await desk()
  const text = 'Your refund is on its way and you will see it at your bank within five days.'
  const mine = await addReply(core, { title: 'Mine', body: text }, { scope: 'private', team: null })
  await addReply(core, { title: 'All', body: text })
  core.tamper('UPDATE canned_reply SET owner_id = ? WHERE id = ?', 'somebody', mine)
  await core.restart()
  expect(await found(core)).toEqual([])
})

test('a reply that expired, was never sent, or lies untouched is found when its time has come', async () => {
  await using core = await desk()
  await addReply(core, { title: 'Christmas', body: 'Merry Christmas!', expiresAt: core.clock.now() + DAY })
  await writeReply(core, { title: 'Draft', body: 'Not yet approved.' })
  expect(await found(core)).toEqual([])
  core.clock.advance(2 * DAY)
  await saveOver(core, await addReply(core, { title: 'New', body: 'Hello there!' }), { body: 'Hello!' })
  expect(await found(core)).toEqual(['Christmas: stale expired'])
  core.clock.advance(91 * DAY)
  await core.restart()
  expect(await found(core)).toEqual(['Christmas: stale expired', 'Christmas: unused', 'New: unused'])
})

test('what is meant is not found again until the text changes, and undo finds it again', async () => {
  await using core = await desk()
  const reply = await addReply(core, { title: 'Sale', body: 'Use the code SUMMER20 until 24 December.' })
  expect(await core.client.run('library.meant', { reply, kinds: ['promo-code', 'promo-code'] })).toEqual({ changed: 1 })
  expect(await core.client.run('library.meant', { reply, kinds: ['promo-code'] })).toEqual({ changed: 0 })
  expect(await found(core)).toEqual(['Sale: date 24 December'])
  await core.restart()
  expect(await found(core)).toEqual(['Sale: date 24 December'])
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Left Sale as it is' })
  expect(await found(core)).toHaveLength(2)
  await core.client.run('library.meant', { reply, kinds: ['promo-code', 'date'] })
  expect(await found(core)).toEqual([])
  const { newest } = await detailOf(core, reply)
  await saveOver(core, reply, { body: newest.content.body.replace('24', '26') })
  expect(await found(core)).toEqual([])
  await core.client.run('library.approve', { replies: [reply] })
  expect(await found(core)).toEqual(['Sale: date 26 December', 'Sale: promo-code SUMMER20'])
})

test('of two that say the same, one that is meant leaves none', async () => {
  await using core = await desk()
  const text = 'Your refund is on its way and you will see it at your bank within five days.'
  const first = await addReply(core, { title: 'One', body: text })
  await addReply(core, { title: 'Two', body: text })
  await core.client.run('library.meant', { reply: first, kinds: ['duplicate'] })
  expect(await found(core)).toEqual([])
})

test('a window that looks on is told what was found once it is worked out', async () => {
  await using core = await desk()
  const wanted = core.until('library.findings', {}, (rows) => rows.length > 0)
  const reply = await addReply(core, { title: 'Sale', body: 'Use the code SUMMER20.' })
  expect(await wanted).toMatchObject([{ id: reply, findings: [{ kind: 'promo-code', detail: 'SUMMER20' }] }])
})

test('a library that changes while it is looked at is looked at anew, and what is there in the end is found', async () => {
  await using core = await desk()
  const text = 'Your refund is on its way and you will see it at your bank within five days.'
  const wanted = core.until('library.findings', {}, (rows) => rows.length === 3)
  for (const title of ['One', 'Two', 'Three']) await addReply(core, { title, body: text })
  expect((await wanted).map(({ findings: [first] }) => first?.kind)).toEqual(['duplicate', 'duplicate', 'duplicate'])
  expect(core.log.entries.filter(({ level }) => level === 'error')).toEqual([])
})
