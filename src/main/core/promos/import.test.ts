import { readFileSync, rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { CommandInput } from '../../../shared/contract/commands.ts'
import type { PromoImportReport } from '../../../shared/domain/promo/import-report.ts'
import { createTestCore, type TestCore } from '../testing/create-test-core.ts'
import { withCustomer } from '../testing/outbox-steps.ts'
import { addCampaign, addPool, campaignRow, fileOf, insertCode, sendDraft } from '../testing/promo-fixtures.ts'

type Options = Partial<Omit<CommandInput<'promos.import'>, 'campaign' | 'path'>>

async function importText(
  core: TestCore,
  campaign: string,
  text: string | Uint8Array,
  options: Options = {}
): Promise<PromoImportReport> {
  return core.client.run('promos.import', { campaign, path: fileOf(text), dryRun: false, ...options })
}

function stored(core: TestCore): { code: string; expires_at: number | null; extra: string | null }[] {
  return core.peek('SELECT code, expires_at, extra FROM promo_code ORDER BY code')
}

test('a plain list: trimmed, case kept, and every line that is left out is told with its number', async () => {
  await using core = await createTestCore({ connected: false })
  const campaign = await addCampaign(core)
  const text = [
    'GULL-0001',
    '  gull-0002 \u200B',
    '',
    'Gull-0001',
    'ABC',
    'has blank',
    'X'.repeat(101),
    '\uFEFFGULL-0003',
    'a"b1'
  ].join('\r\n')
  const looked = await importText(core, campaign, text, { dryRun: true })
  expect(stored(core)).toEqual([])
  const report = await importText(core, campaign, text)
  expect(report).toEqual(looked)
  expect(report).toMatchObject({ source: 'list', codes: 3, seen: 0, askDates: null })
  expect(report.skipped.map(({ line, why }) => [line, why])).toEqual([
    [4, 'twice-in-file'],
    [5, 'too-short'],
    [6, 'characters'],
    [7, 'too-long'],
    [9, 'unreadable']
  ])
  expect(stored(core).map(({ code }) => code)).toEqual(['GULL-0001', 'gull-0002', 'GULL-0003'])
  const again = await importText(core, campaign, 'gull-0001\nGULL-0009')
  expect(again.skipped).toMatchObject([{ line: 1, why: 'in-pool' }])
  expect(await campaignRow(core, campaign)).toMatchObject({ size: 4, left: 4 })
})

test('dates are never guessed: what is not ISO waits for somebody to say how it is written', async () => {
  await using core = await createTestCore({ connected: false })
  const campaign = await addCampaign(core, { zone: 'Europe/Berlin' })
  const text = 'code;expires_at;value;currency\nGULL-0001;04/05/2027;10;EUR\nGULL-0002;2027-05-04;;\n'
  const looked = await importText(core, campaign, text, { dryRun: true })
  expect(looked).toMatchObject({ source: 'table', askDates: '04/05/2027', codes: 2 })
  expect(looked.columns.map(({ field }) => field)).toEqual(['code', 'expires_at', 'value', 'currency'])
  expect(JSON.stringify(looked)).not.toContain('GULL-0001')
  await expect(importText(core, campaign, text)).rejects.toMatchObject({ code: 'invalid-input' })
  await importText(core, campaign, text, { dates: 'dmy' })
  const [one, two] = stored(core)
  // The whole day is meant, by the clocks of the campaign.
  expect(new Date(one?.expires_at ?? 0).toISOString()).toBe('2027-05-04T22:00:00.000Z')
  expect(two?.expires_at).toBe(one?.expires_at)
  expect(JSON.parse(one?.extra ?? '')).toEqual({ value: '10', currency: 'EUR' })
  const other = await addCampaign(core, { name: 'Other', zone: 'Europe/Berlin' })
  const american = await importText(core, other, text.replaceAll('GULL', 'TERN'), { dates: 'mdy' })
  expect(american.codes).toBe(2)
  const wrong = await importText(core, other, 'code,expires\nKITE-0001,31/12/2027\nKITE-0002,2020-01-01', {
    dates: 'mdy'
  })
  expect(wrong.skipped.map(({ line, why }) => [line, why])).toEqual([
    [2, 'bad-date'],
    [3, 'over']
  ])
})

test.each([
  ['shopify', 'Code,Times Used In Total\nGULL-0001,0\nGULL-0002,3\n', ['used-up']],
  [
    'stripe',
    'id,Code,Coupon,Active,Max Redemptions,Times Redeemed,Expires At (UTC)\npromo_1,GULL-0001,c,true,1,0,2027-05-04 12:00\npromo_2,GULL-0002,c,false,1,0,\npromo_3,GULL-0003,c,true,1,1,\n',
    ['not-active', 'used-up']
  ],
  [
    'stripe',
    JSON.stringify({
      object: 'list',
      data: [
        { code: 'GULL-0001', active: true, times_redeemed: 0, expires_at: 1_809_432_000, coupon: { percent_off: 10 } },
        { code: 'GULL-0002', active: true, times_redeemed: 1, expires_at: null }
      ]
    }),
    ['used-up']
  ]
])('an export of %s is recognised, and brings what is not used yet', async (source, text, left) => {
  await using core = await createTestCore({ connected: false })
  const campaign = await addCampaign(core)
  const report = await importText(core, campaign, text)
  expect(report).toMatchObject({ source, codes: 1 })
  expect(report.skipped.map(({ why }) => why)).toEqual(left)
  expect(stored(core).map(({ code }) => code)).toEqual(['GULL-0001'])
})

test('columns can be chosen by hand; quotes, line breaks in them and wide text are read', async () => {
  await using core = await createTestCore({ connected: false })
  const campaign = await addCampaign(core)
  const text = 'batch\tthe code\tremark\n1\t"GULL-0001"\t"for ""VIP""\nonly"\n2\tGULL-0002\t\n'
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])
  const report = await importText(core, campaign, wide, { columns: [null, 'code', 'note'] })
  expect(report.codes).toBe(2)
  expect(report.skipped).toMatchObject([{ line: 1, why: 'characters' }])
  expect(JSON.parse(stored(core)[0]?.extra ?? '')).toEqual({ note: 'for "VIP"\nonly' })
})

test('what is not there, or no list of codes, is said in a sentence', async () => {
  await using core = await createTestCore({ connected: false })
  const campaign = await addCampaign(core)
  const run = (path: string) => core.client.run('promos.import', { campaign, path, dryRun: true })
  await expect(run('/nowhere/codes.csv')).rejects.toMatchObject({ code: 'not-found' })
  await expect(run('/tmp')).rejects.toMatchObject({ code: 'unreadable-file' })
  await expect(run(fileOf('{"a":1}'))).rejects.toMatchObject({ code: 'unreadable-file' })
  await expect(run(fileOf('[{"code":'))).rejects.toMatchObject({ code: 'unreadable-file' })
  expect(await run(fileOf(''))).toMatchObject({ codes: 0, lines: 0 })
  const one = await addCampaign(core, { name: 'One', sharedCode: 'ALL' })
  await expect(
    core.client.run('promos.import', { campaign: one, path: fileOf('GULL-0001'), dryRun: false })
  ).rejects.toMatchObject({
    code: 'not-allowed'
  })
})

test('an import that was cut off leaves nothing, and can be repeated', async () => {
  await using core = await createTestCore({ connected: false })
  const campaign = await addCampaign(core)
  const codes = Array.from({ length: 6_000 }, (_, index) => `GULL-${String(index).padStart(6, '0')}`)
  const path = fileOf(codes.join('\n'))
  const cut = core.client.run('promos.import', { campaign, path, dryRun: false }).catch(() => null)
  const staged = () => core.peek<{ count: number }>('SELECT count(*) AS count FROM promo_code')[0]?.count ?? 0
  while (staged() === 0) await new Promise((resolve) => setImmediate(resolve))
  await core.crash()
  await cut
  expect(await campaignRow(core, campaign)).toMatchObject({ size: 0, left: 0 })
  const report = await core.client.run('promos.import', { campaign, path, dryRun: false })
  expect(report).toMatchObject({ codes: 6_000, counts: {} })
  expect(await campaignRow(core, campaign)).toMatchObject({ size: 6_000, left: 6_000 })
})

test('codes that customers have already come in as given', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  await core.reply(key, 'Here: GULL-0002, have fun')
  await core.sync()
  const campaign = await addCampaign(core)
  const report = await importText(core, campaign, 'GULL-0001\nGULL-0002\nGULL-0003')
  expect(report).toMatchObject({ codes: 3, seen: 1 })
  expect(await campaignRow(core, campaign)).toMatchObject({ size: 3, left: 2, given: 1 })
})

test('redemptions are told as of a moment, once, and say when a code was never given here', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const campaign = await addPool(core, ['GULL-0001', 'GULL-0002', 'GULL-0003'])
  await insertCode(core, key, campaign)
  await sendDraft(core, key)
  await core.sync()
  const path = fileOf(
    'Order,Discount code,Created at\n1,gull-0001,2026-11-20\n2,GULL-0002,2026-11-21\n3,OTHER,2026-11-21\n4,,\n'
  )
  const asOf = core.clock.now()
  const tell = (dryRun: boolean) => core.client.run('promos.importRedemptions', { path, asOf, dryRun })
  const expected = { redeemed: 2, known: 0, strangers: 1, neverGiven: 1, askDates: null }
  expect(await tell(true)).toMatchObject(expected)
  expect(await tell(false)).toMatchObject(expected)
  expect(await tell(false)).toMatchObject({ redeemed: 0, known: 2 })
  expect(await campaignRow(core, campaign)).toMatchObject({ left: 1, given: 2, redeemed: 2, redeemedAsOf: asOf })
  const [held] = await core.client.ask('promos.held', { conversation: key })
  expect(held).toMatchObject({ code: 'GULL-0001', redeemed: true })
  const watch = await core.client.ask('promos.watch', { from: 0, to: core.clock.now() + 1 })
  expect(watch.find(({ by }) => by === 'campaign')).toMatchObject({ name: 'Summer', given: 1, redeemed: 1 })
  expect(watch.find(({ by }) => by === 'agent')).toMatchObject({ name: 'Me', given: 1 })
  // What is redeemed is given to nobody.
  expect(await insertCode(core, (await withCustomer(core)).key, campaign)).toBe('GULL-0003')
})

test('an export has what became of each code, is never written over a file, and comes back with what was free', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const campaign = await addPool(core, ['GULL-0001', 'GULL-0002'])
  await insertCode(core, key, campaign)
  await sendDraft(core, key)
  await core.sync()
  const file = fileOf('', 'export.csv')
  await expect(core.client.run('promos.export', { campaign, file })).rejects.toMatchObject({ code: 'conflict' })
  rmSync(file)
  expect(await core.client.run('promos.export', { campaign, file })).toEqual({ file, codes: 2 })
  const text = readFileSync(file, 'utf8')
  expect(text).toMatch(/^code,state,.*\nGULL-0001,given,.*\nGULL-0002,free,/u)
  await using other = await createTestCore({ connected: false })
  const there = await addCampaign(other)
  const report = await other.client.run('promos.import', { campaign: there, path: file, dryRun: false })
  expect(report).toMatchObject({ source: 'backchannel', codes: 1 })
})

test('neither the log nor the jobs have codes in them', async () => {
  await using core = await createTestCore()
  const { key } = await withCustomer(core)
  const campaign = await addPool(core, ['GULL-0001', 'GULL-0002'])
  await insertCode(core, key, campaign)
  await sendDraft(core, key)
  await core.sync()
  expect(core.log.text()).not.toContain('GULL')
  expect(JSON.stringify(await core.client.ask('jobs.list', {}))).not.toContain('GULL-0001')
})
