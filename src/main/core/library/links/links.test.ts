import { expect, test } from 'vitest'
import type { LinkReportRow } from '../../../../shared/contract/library-rows.ts'
import { createTestCore, type TestCore } from '../../testing/create-test-core.ts'
import { addReply, detailOf, saveOver, writeReply } from '../../testing/library-fixtures.ts'
import { createScriptedWeb, type ScriptedWeb } from '../../testing/scripted-web.ts'

const DAY = 24 * 3_600_000

async function desk(): Promise<TestCore & { readonly web: ScriptedWeb }> {
  const web = createScriptedWeb()
  return Object.assign(await createTestCore({ connected: false, web }), { web })
}

const check = (core: TestCore) => core.client.run('library.checkLinks', {})

async function report(core: TestCore): Promise<LinkReportRow> {
  const [row] = await core.client.ask('library.links', {})
  if (!row) throw new Error('there is no report')
  return row
}

/** `title: address status`, of the dead links that are found. */
async function dead(core: TestCore): Promise<string[]> {
  const titles = new Map((await core.client.ask('library.list', {})).map((row) => [row.id, row.title]))
  await core.client.ask('library.findings', {})
  // Each turn looks at a text or more.
  for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve))
  const rows = await core.client.ask('library.findings', {})
  return rows
    .flatMap(({ id, findings }) =>
      findings.flatMap((found) =>
        found.kind === 'gone-link' ? [`${titles.get(id)}: ${found.detail} ${found.status}`] : []
      )
    )
    .toSorted()
}

test('each link of replies that are approved or in review is asked once; nothing is asked before somebody wants it', async () => {
  await using core = await desk()
  core.web.answer({ 'https://shop.org/a': 200, 'https://shop.org/de': 200, 'https://shop.org/f': 200 })
  core.web.answer({ 'https://shop.org/review': 200, 'https://shop.org/new': 200 })
  await addReply(core, {
    title: 'Shop',
    body: 'https://shop.org/a and http://shop.org/b',
    variants: [{ language: 'de', body: 'https://shop.org/de', outdated: false }]
  })
  await addReply(core, { title: 'Again', body: 'https://shop.org/a#top' })
  await addReply(core, { title: 'Piece', body: 'https://shop.org/f', shortcut: 'piece' }, { kind: 'fragment' })
  await writeReply(core, { title: 'Draft', body: 'https://shop.org/draft' })
  const waiting = await writeReply(core, { title: 'Waits', body: 'https://shop.org/review' })
  const retired = await addReply(core, { title: 'Old', body: 'https://shop.org/old' })
  const both = await addReply(core, { title: 'Both', body: 'https://shop.org/a' })
  await core.client.run('library.submit', { replies: [waiting] })
  await core.client.run('library.retire', { replies: [retired] })
  await saveOver(core, both, { body: 'https://shop.org/new' })
  await core.client.run('library.submit', { replies: [both] })
  await dead(core)
  expect(await report(core)).toMatchObject({ links: 5, unchecked: 5, unasked: 1, checkedAt: null })
  expect(core.web.asked).toEqual([])

  expect(await check(core)).toEqual({ end: 'done', asked: 5, lives: 5, dead: 0, unknown: 0 })
  expect(core.web.asked.toSorted()).toEqual(
    ['a', 'de', 'f', 'new', 'review'].map((page) => `HEAD https://shop.org/${page}`)
  )
  expect(await report(core)).toMatchObject({
    links: 5,
    lives: 5,
    unchecked: 0,
    checkedAt: core.clock.now(),
    rows: [{ state: 'unasked', link: 'http://shop.org/b', why: 'not-https', title: 'Shop', replies: 1 }]
  })
})

test('a dead link is worth a look, also after a restart, until it lives or stands there no more', async () => {
  await using core = await desk()
  core.web.answer({ 'https://shop.org/a': 404, 'https://shop.org/b': 410 })
  const reply = await addReply(core, { title: 'Shop', body: 'https://shop.org/a https://shop.org/b https://gone.org/' })
  const checkedAt = core.clock.now()
  expect(await check(core)).toEqual({ end: 'done', asked: 3, lives: 0, dead: 3, unknown: 0 })
  const all = ['Shop: https://gone.org/ null', 'Shop: https://shop.org/a 404', 'Shop: https://shop.org/b 410']
  expect(await dead(core)).toEqual(all)
  core.clock.advance(DAY)
  await core.restart()
  expect(await dead(core)).toEqual(all)
  const [row] = await core.client.ask('library.findings', {})
  expect(row?.findings[0]).toMatchObject({ kind: 'gone-link', checkedAt })

  core.web.answer({ 'https://shop.org/a': 200 })
  await check(core)
  expect(await dead(core)).toEqual(['Shop: https://gone.org/ null', 'Shop: https://shop.org/b 410'])
  await saveOver(core, reply, { body: 'https://gone.org/ only' })
  await core.client.run('library.approve', { replies: [reply] })
  expect(await dead(core)).toEqual(['Shop: https://gone.org/ null'])
  await core.client.run('library.retire', { replies: [reply] })
  expect(await dead(core)).toEqual([])
})

test('what could not be told is never dead, and leaves what was known', async () => {
  await using core = await desk()
  core.web.answer({ 'https://shop.org/a': 503, 'https://tls.org/': 'certificate', 'https://old.org/': 404 })
  core.web.answer({ 'https://inside.org/': 'private', 'https://lost.org/': 'no-answer', 'https://ok.org/': 200 })
  await addReply(core, {
    title: 'Shop',
    body: 'https://shop.org/a https://tls.org/ https://old.org/ https://inside.org/ https://lost.org/ https://ok.org/'
  })
  expect(await check(core)).toEqual({ end: 'done', asked: 6, lives: 1, dead: 1, unknown: 4 })
  const told = core.clock.now()
  core.clock.advance(DAY)
  core.web.answer({ 'https://old.org/': 500, 'https://ok.org/': 'no-answer' })
  expect(await check(core)).toEqual({ end: 'done', asked: 6, lives: 0, dead: 0, unknown: 6 })
  expect(await dead(core)).toEqual(['Shop: https://old.org/ 404'])
  const { rows, ...counts } = await report(core)
  expect(counts).toMatchObject({ links: 6, lives: 0, dead: 1, unknown: 5, unchecked: 0 })
  expect(
    rows.map((row) => (row.state === 'unknown' ? [row.link, row.trouble, row.status] : [row.link, row.state]))
  ).toEqual([
    ['https://old.org/', 'dead'],
    ['https://inside.org/', 'private', null],
    ['https://lost.org/', 'no-answer', null],
    ['https://ok.org/', 'no-answer', null],
    ['https://shop.org/a', 'answered', 503],
    ['https://tls.org/', 'certificate', null]
  ])
  expect(rows[0]).toMatchObject({ at: told, status: 404 })
})

test('without a network it says so, and nothing that was known is lost', async () => {
  await using core = await desk()
  core.web.answer({ 'https://shop.org/a': 404 })
  for (const at of [1, 2, 3, 4, 5, 6, 7]) core.web.answer({ [`https://h${at}.org/`]: 200 })
  await addReply(core, { title: 'Shop', body: 'https://shop.org/a' })
  await addReply(core, { title: 'All', body: [1, 2, 3, 4, 5, 6, 7].map((at) => `https://h${at}.org/`).join(' ') })
  await check(core)
  core.web.network('down')
  core.web.asked.length = 0
  expect(await check(core)).toEqual({ end: 'offline', asked: 0, lives: 0, dead: 0, unknown: 0 })
  // Those that were under way when the first one failed, and no more.
  expect(core.web.asked.filter((asked) => !asked.includes('api.x.com')).length).toBeLessThanOrEqual(4)
  expect(await report(core)).toMatchObject({ links: 8, lives: 7, dead: 1, unknown: 0 })
  expect(await dead(core)).toEqual(['Shop: https://shop.org/a 404'])
  core.web.network('up')
  expect(await check(core)).toMatchObject({ end: 'done', lives: 7, dead: 1 })
})

test('few are asked at once, and each host one at a time; one that wants less is let be', async () => {
  await using core = await desk()
  const links: string[] = []
  for (let host = 0; host < 8; host += 1) {
    for (let page = 0; page < 4; page += 1) links.push(`https://h${host}.org/${page}`)
  }
  core.web.answer(Object.fromEntries(links.map((link) => [link, 200])))
  core.web.answer({ 'https://h3.org/1': { status: 301, location: 'https://h2.org/0' }, 'https://h5.org/0': 429 })
  await addReply(core, { title: 'Many', body: links.join('\n') })
  expect(await check(core)).toEqual({ end: 'done', asked: 32, lives: 28, dead: 0, unknown: 4 })
  expect(core.web.most).toEqual({ all: 4, host: 1 })
  expect(core.web.asked.filter((asked) => asked.includes('h5.org'))).toEqual(['HEAD https://h5.org/0'])
})

test('it is a job with progress that ends when somebody stops it; a second window joins in', async () => {
  await using core = await desk()
  core.web.answer({ 'https://a.org/': 404, 'https://slow.org/': 'silent' })
  await addReply(core, { title: 'Shop', body: 'https://a.org/ https://slow.org/' })
  const first = check(core)
  const second = core.connect().run('library.checkLinks', {})
  await core.when(() => core.web.silent() === 1)
  await core.quiet()
  // What was answered is written down while others are waited for.
  core.clock.advance(1_000)
  expect(await dead(core)).toEqual(['Shop: https://a.org/ 404'])
  const [job] = await core.client.ask('jobs.list', {})
  expect(job).toMatchObject({ kind: 'library-links', state: 'running', progress: 0.5, stoppable: true })
  expect(await core.client.run('jobs.stop', { job: job?.id ?? '' })).toEqual({ stopped: true })
  expect(await first).toEqual({ end: 'stopped', asked: 1, lives: 0, dead: 1, unknown: 0 })
  expect(await second).toEqual(await first)
  expect((await core.client.ask('jobs.list', {}))[0]).toMatchObject({ state: 'cancelled' })
  expect(await core.client.run('jobs.stop', { job: job?.id ?? '' })).toEqual({ stopped: false })
  expect(await dead(core)).toEqual(['Shop: https://a.org/ 404'])
  expect(await report(core)).toMatchObject({ unchecked: 1 })
})

test('a core that closes does not wait for anybody', async () => {
  await using core = await desk()
  core.web.answer({ 'https://a.org/': 404, 'https://slow.org/': 'silent' })
  await addReply(core, { title: 'Shop', body: 'https://a.org/ https://slow.org/' })
  check(core).catch(() => undefined)
  await core.when(() => core.web.silent() === 1)
  await core.quiet()
  await core.restart()
  expect(await dead(core)).toEqual(['Shop: https://a.org/ 404'])
})

test('that a dead link is meant says nothing of the next one, and undo finds it again', async () => {
  await using core = await desk()
  core.web.answer({ 'https://a.org/': 404, 'https://b.org/': 200 })
  const reply = await addReply(core, { title: 'Shop', body: 'https://a.org/ https://b.org/' })
  await check(core)
  expect(await core.client.run('library.meant', { reply, kinds: ['gone-link'] })).toEqual({ changed: 1 })
  expect(await dead(core)).toEqual([])
  await check(core)
  await core.restart()
  expect(await dead(core)).toEqual([])
  core.web.answer({ 'https://b.org/': 404 })
  await check(core)
  expect(await dead(core)).toEqual(['Shop: https://b.org/ 404'])
  expect(await core.client.run('undo.run', {})).toMatchObject({ label: 'Left Shop as it is' })
  expect(await dead(core)).toHaveLength(2)
})

test('a dead link of a version in review is found beside the approved one', async () => {
  await using core = await desk()
  core.web.answer({ 'https://a.org/': 200, 'https://b.org/': 404 })
  const reply = await addReply(core, { title: 'Shop', body: 'https://a.org/' })
  await saveOver(core, reply, { body: 'https://b.org/' })
  await core.client.run('library.submit', { replies: [reply] })
  await check(core)
  expect(await dead(core)).toEqual(['Shop: https://b.org/ 404'])
  expect(await core.client.run('library.meant', { reply, kinds: ['gone-link'] })).toEqual({ changed: 1 })
  expect(await dead(core)).toEqual([])
  expect((await detailOf(core, reply)).approved?.content.body).toBe('https://a.org/')
})

test('what others keep to themselves is neither asked nor shown; what stands nowhere is forgotten in time', async () => {
  await using core = await desk()
  core.web.answer({ 'https://a.org/': 404, 'https://b.org/': 404, 'https://c.org/': 404 })
  const mine = await addReply(core, { title: 'Mine', body: 'https://a.org/' }, { scope: 'private', team: null })
  const gone = await addReply(core, { title: 'Gone', body: 'https://b.org/' })
  await check(core)
  core.tamper('UPDATE canned_reply SET owner_id = ? WHERE id = ?', 'somebody', mine)
  await core.restart()
  core.web.asked.length = 0
  await core.client.run('library.retire', { replies: [gone] })
  await addReply(core, { title: 'New', body: 'https://c.org/' })
  core.clock.advance(29 * DAY)
  await check(core)
  expect(core.web.asked).toEqual(['HEAD https://c.org/', 'GET https://c.org/'])
  expect(await report(core)).toMatchObject({ links: 1, dead: 1, rows: [{ title: 'New' }] })
  const known = () => core.peek<{ address: string }>('SELECT address FROM link_check').map(({ address }) => address)
  expect(known()).toEqual(['https://a.org/', 'https://b.org/', 'https://c.org/'])
  core.clock.advance(2 * DAY)
  await check(core)
  expect(known()).toEqual(['https://a.org/', 'https://c.org/'])
})

test('where there is no door to the internet it says so', async () => {
  await using core = await createTestCore({ connected: false })
  await expect(check(core)).rejects.toMatchObject({ code: 'not-allowed' })
})
