import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from '../fixtures.ts'
import { expectAccessible } from '../support/accessible.ts'
import { untranslated } from '../support/untranslated.ts'
import type { Seed } from '../support/worlds.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/**
 * In the last seven days three customers wrote; Ana was answered after ten minutes, from X itself. In the seven days
 * before, Omar wrote once and was answered after two hours.
 */
const week: Seed = {
  fill(world) {
    const now = Date.now()
    const asks = (name: string, username: string, text: string, ago: number): string => {
      const { id } = world.addUser({ name, username })
      world.say(id, world.brand.id, text, { at: now - ago })
      return id
    }
    const answers = (customer: string, ago: number): void =>
      void world.say(world.brand.id, customer, 'On its way', { at: now - ago })
    answers(asks('Omar Aziz', 'omar', 'An old question', 9 * DAY), 9 * DAY - 120 * MINUTE)
    asks('Ben Ito', 'benito', 'The lamp flickers', 60 * MINUTE)
    answers(asks('=Ana', 'anas', 'Where is my order?', 30 * MINUTE), 20 * MINUTE)
    asks('Chloé Dubois', 'chloe_d', 'Le café est froid', 5 * MINUTE)
  }
}

test.use({ seed: week })

test('a day is worked, and the report says what came of it: figures, charts with numbers, exports', async ({
  app,
  desk,
  dataDir,
  x
}) => {
  const { inbox, reports, page } = app

  await test.step('Ben is answered, and Ana is resolved', async () => {
    await inbox.row('Ben Ito').click()
    await app.composer.reply('Please try another socket.')
    await expect.poll(() => x.sentTexts()).toEqual(['Please try another socket.'])
    await app.press('Escape')
    await inbox.row('=Ana').click()
    await app.press('e')
    await expect(inbox.row('=Ana')).toBeHidden()
  })

  await test.step('the report has what was worked out by hand, beside the week before', async () => {
    await reports.open()
    await expect(reports.report).toBeFocused()
    await expect(reports.figure('Messages in')).toContainText('3200 % more')
    await expect(reports.figure('Messages out')).toContainText('2100 % more')
    await expect(reports.figure('New conversations')).toContainText('3200 % more')
    await expect(reports.figure('Resolved')).toContainText('1none before')
    await expect(reports.figure('Open at the end')).toContainText('3')
    // Of ten minutes and about an hour, the shorter is the median: it was two hours the week before.
    await expect(reports.figure('First answer')).toContainText('10 min')
    await expect(reports.figure('First answer')).toContainText('92 % less')
    await expect(reports.breakdown('By agent')).toContainText('Me')
    await expect(reports.breakdown('By agent')).toContainText('Elsewhere, or nobody’s')
    await expectAccessible(page)
  })

  await test.step('the numbers of the charts are there for everybody, by key', async () => {
    await expect(reports.chart('How many messages?').getByRole('table')).toHaveCount(1)
    await expect(reports.numbers('How many messages?')).toBeHidden()
    await app.press('t')
    await expect(reports.numbers('How many messages?')).toBeVisible()
    // Of all days together: what was an hour ago may have been yesterday.
    const cells = (await reports.numbers('How many messages?').getByRole('cell').allTextContents()).map(Number)
    const sum = (odd: number): number => cells.filter((_, nth) => nth % 2 === odd).reduce((all, one) => all + one, 0)
    expect([sum(0), sum(1)]).toEqual([3, 2])
    await expectAccessible(page)
    await app.press('t')
  })

  await test.step('without the comparison, by key', async () => {
    await app.press('m')
    await expect(reports.figure('Messages in')).not.toContainText('more')
    await app.press('m')
    await expect(reports.figure('Messages in')).toContainText('200 % more')
  })

  await test.step('a page to share names nobody, a table has a row for each conversation', async () => {
    await app.press('e')
    await expect(reports.exporting).toBeVisible()
    await expectAccessible(page)
    const html = path.join(dataDir, 'report.html')
    await desk.chooseExport(html)
    await expect(app.notice('The report was written to')).toBeVisible()
    const shared = await readFile(html, 'utf8')
    expect(shared).toContain('<b>3</b><span class="meta">200 % more than before</span>')
    expect(shared).not.toMatch(/Ana|Ben Ito|Chloé|socket|<script/)

    await app.press('e')
    await reports.exporting.getByRole('radio', { name: /^A table/ }).check()
    const csv = path.join(dataDir, 'report.csv')
    await desk.chooseExport(csv)
    await expect(reports.exporting).toBeHidden()
    const rows = parse(await readFile(csv, 'utf8'), { columns: true }) as Record<string, string>[]
    expect(rows.map((row) => row['customer']).toSorted()).toEqual(["'=Ana", 'Ben Ito', 'Chloé Dubois'])
    expect(rows.find((row) => row['customer'] === "'=Ana")).toMatchObject({
      times_resolved: '1',
      first_answer_by: 'elsewhere',
      first_answer_seconds: '600'
    })
  })

  await test.step('a place that cannot be written to is said in the dialog', async () => {
    await app.press('e')
    await desk.chooseExport(path.join(dataDir, 'no', 'such', 'folder.html'))
    await expect(reports.exporting).toContainText('cannot be written')
    await app.press('Escape')
    await expect(reports.exporting).toBeHidden()
    await expect(reports.report).toBeFocused()
  })
})

test('other days, by key and by hand; they are remembered, and what cannot be is said', async ({ app, desk }) => {
  const { reports, page } = app
  await reports.open()

  await test.step('the period before and after', async () => {
    await app.press(',')
    await expect(reports.figure('Messages in')).toContainText('1none before')
    await app.press('.')
    await expect(reports.figure('Messages in')).toContainText('3200 % more')
    // There is nothing in the future.
    await app.press('.')
    await expect(reports.figure('Messages in')).toContainText('3200 % more')
  })

  await test.step('by its number in the dialog', async () => {
    await app.press('d')
    await expect(reports.range.getByRole('button', { name: /^Last 7 days/ })).toBeFocused()
    await expectAccessible(page)
    await app.press('3')
    await expect(reports.range).toBeHidden()
    await expect(reports.days).toContainText('Last 30 days')
    await expect(reports.figure('Messages in')).toContainText('4')
  })

  await test.step('from one day to another', async () => {
    await app.press('d')
    await reports.range.getByLabel('First day').fill('2026-02-02')
    await reports.range.getByLabel('Last day').fill('2026-02-01')
    await reports.range.getByRole('button', { name: 'Show' }).click()
    await expect(reports.range.getByRole('alert')).toHaveText(
      'The last day lies before the first one. Choose a later last day.'
    )
    await reports.range.getByLabel('First day').fill('2020-02-01')
    await reports.range.getByLabel('Last day').fill('2020-02-29')
    await app.press('Enter')
    await expect(reports.range).toBeHidden()
    await expect(reports.region).toContainText('Nobody wrote in these days')
    await expect(reports.region).toContainText('is not known for these days')
    await expectAccessible(page)
  })

  await test.step('after a restart the same days are shown', async () => {
    await desk.kill()
    await desk.start()
    await reports.open()
    await expect(reports.days).toContainText('2020')
    await expect(reports.region).toContainText('Nobody wrote in these days')
  })
})

test('everything is said in Arabic, from right to left', async ({ app }) => {
  const { page } = app
  await app.settings.open()
  await app.settings.region.getByRole('combobox', { name: 'Language' }).selectOption('ar')
  await expect(page.getByRole('combobox', { name: 'اللغة' })).toBeVisible()
  await app.press('g', 'i')
  await expect(page.getByRole('option').first()).toBeVisible()
  await app.press('g', 'Shift+R')
  await expect(page.locator('dl').first()).toBeVisible()
  expect(await untranslated(page)).toEqual([])
  await expectAccessible(page)
  await app.press('d')
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(await untranslated(page)).toEqual([])
  await expectAccessible(page)
})
