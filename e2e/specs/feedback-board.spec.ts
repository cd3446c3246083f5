import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { feedbackBoardPage } from '../pages/feedback-board.ts'
import { expectAccessible } from '../support/accessible.ts'
import { untranslated } from '../support/untranslated.ts'
import { addCustomer, type Seed } from '../support/worlds.ts'

/** Two who say what they think; one tells who they are. */
const talkers: Seed = {
  fill(world) {
    addCustomer(world, { name: 'Ben Ito', username: 'benito' }, 30, ['The lamp flickers when I plug it in'])
    addCustomer(world, { name: 'Ana Silva', username: 'anas' }, 4, [
      'Ana Silva here, ana@example.com: my parcel is late again, ask @benito'
    ])
  }
}

test.use({ seed: talkers })

test('what customers say is counted, filtered, renamed, merged, led back to, and written out without names', async ({
  app,
  desk,
  dataDir
}) => {
  const { page } = app
  const board = feedbackBoardPage(page)

  await test.step('before anything is tagged, the board says how', async () => {
    await board.open()
    await expect(board.region).toContainText('Nothing is tagged yet')
    await expectAccessible(page)
    await app.press('g', 'i')
  })

  await test.step('two messages are tagged', async () => {
    await app.press('j')
    await expect(app.thread.with('Ana Silva')).toBeVisible()
    await board.tagNewest({ theme: 'Delivery', product: 'Shop', keys: ['-', '3'] })
    await app.press('Escape', 'j')
    await expect(app.thread.with('Ben Ito')).toBeVisible()
    await board.tagNewest({ theme: 'Flicker', product: 'Lamp', keys: ['-'] })
  })

  await test.step('both are counted, beside the time before', async () => {
    await board.open()
    await expect(board.themes).toBeFocused()
    await expect(board.themes.getByRole('option')).toHaveCount(3)
    await expect(board.theme('All themes, 2')).toHaveAttribute('aria-selected', 'true')
    await expect(board.theme(/^Delivery/)).toHaveText(/^Delivery1.*1 negative.*1 of severity 3.*none before/)
    await expect(board.region).toContainText('2 entries')
    await expect(board.quotes.getByRole('option')).toHaveCount(2)
    await expectAccessible(page)
  })

  await test.step('filtered by product, and by what nothing is like', async () => {
    await board.region.getByRole('button', { name: 'Product', exact: true }).click()
    await board.dialog('Filter by product').getByRole('option', { name: /^Lamp/ }).click()
    await expect(board.themes.getByRole('option')).toHaveText([/All themes/, /^Flicker1/])
    await expect(board.region.getByRole('button', { name: 'Product: Lamp' })).toBeVisible()
    await expect(board.quotes.getByRole('option')).toHaveText([/The lamp flickers/])
    await board.themes.focus()
    await app.press('s')
    await expect(board.dialog('Filter by sentiment')).toBeVisible()
    await page.keyboard.insertText('positive')
    await app.press('Enter')
    await expect(board.region).toContainText('No feedback is like that')
    await expectAccessible(page)
    await app.press('u')
    await expect(board.themes.getByRole('option')).toHaveCount(3)
    await expect(board.themes).toBeFocused()
  })

  await test.step('renamed; a name that is taken is refused', async () => {
    await board.theme(/^Delivery/).click()
    await app.press('n')
    const dialog = board.dialog('Rename the theme')
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused()
    await page.keyboard.insertText('flicker')
    await app.press('Enter')
    await expect(dialog).toContainText('There is a theme “flicker” already. Merge the two, or choose another name.')
    await expectAccessible(page)
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Late parcels')
    await app.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(board.theme(/^Late parcels/)).toHaveAttribute('aria-selected', 'true')
    await expect(board.themes).toBeFocused()
    await expect(board.region).toContainText('also found by: Delivery')
    // It stays for its five seconds, and would take the next one along.
    await expect(app.notice('Delivery is Late parcels now')).toBeVisible()
    await expect(app.notice('Delivery is Late parcels now')).toBeHidden()
  })

  await test.step('merged, and parted again', async () => {
    await app.press('m')
    const picker = board.dialog('Merge Late parcels into …')
    await expect(picker).toContainText('The one entry with Late parcels gets the theme you choose.')
    await expectAccessible(page)
    await page.keyboard.insertText('Flick')
    await app.press('Enter')
    await expect(app.notice('Merged Late parcels into Flicker: 1 entry')).toBeVisible()
    await expect(board.themes.getByRole('option')).toHaveText([/All themes/, /^Flicker2/])
    await expect(board.quotes.getByRole('option')).toHaveCount(2)
    await app.press('z')
    await expect(board.themes.getByRole('option')).toHaveCount(3)
    await expect(board.theme(/^Flicker/)).toContainText('1 negative')
  })

  await test.step('what became of a theme is told', async () => {
    await board.theme(/^Late parcels/).click()
    await app.press('ControlOrMeta+Shift+h')
    const history = board.dialog('History of Late parcels')
    await expect(history.getByRole('listitem')).toHaveText([
      /“Late parcels” and “Flicker” were parted again/,
      /“Late parcels” went into “Flicker”/,
      /“Delivery” got another name/,
      /“Delivery” was begun/
    ])
    await expectAccessible(page)
    await app.press('Escape')
    await expect(history).toBeHidden()
  })

  await test.step('retired and brought back', async () => {
    await app.press('a')
    await expect(board.theme(/^Late parcels/)).toContainText('retired')
    await app.notice('Late parcels is not offered any more').getByRole('button', { name: /Undo/ }).click()
    await expect(board.theme(/^Late parcels/)).not.toContainText('retired')
  })

  await test.step('a quote leads to where it was said', async () => {
    await board.theme(/^Flicker/).click()
    await expect(board.quote('The lamp flickers')).toBeVisible()
    await app.press('Enter')
    await expect(board.quotes).toBeFocused()
    await expect(board.quote('The lamp flickers')).toHaveAttribute('aria-selected', 'true')
    await expectAccessible(page)
    await app.press('Enter')
    await expect(app.thread.with('Ben Ito')).toBeVisible()
    await expect(app.thread.message('The lamp flickers')).toBeVisible()
  })

  await test.step('quotes are written out without who said them', async () => {
    await board.open()
    await expect(board.theme(/^Flicker/)).toHaveAttribute('aria-selected', 'true')
    await app.press('Home')
    await expect(board.theme(/^All themes/)).toHaveAttribute('aria-selected', 'true')
    await app.press('e')
    await expect(board.dialog('Export quotes')).toBeVisible()
    await expectAccessible(page)
    const file = path.join(dataDir, 'quotes.csv')
    await desk.chooseExport(file)
    await expect(app.notice('2 quotes were written')).toBeVisible()
    const written = await readFile(file, 'utf8')
    expect(written).not.toMatch(/Ana|Silva|Ben|Ito|benito|@|example\.com/)
    const rows = parse(written, { columns: true }) as Record<string, string>[]
    expect(rows.map((row) => [row['themes'], row['product'], row['sentiment'], row['severity']])).toEqual([
      ['Late parcels', 'Shop', 'negative', '3'],
      ['Flicker', 'Lamp', 'negative', '']
    ])
    expect(rows[0]?.['quote']).toContain('my parcel is late again')

    await app.press('e')
    await desk.chooseExport(path.join(dataDir, 'no', 'such', 'quotes.csv'))
    await expect(board.dialog('Export quotes')).toContainText('cannot be written')
    await app.press('Escape')
    await expect(board.themes).toBeFocused()
  })

  await test.step('after a restart all of it is there, filtered as it was', async () => {
    await app.press('p')
    await page.keyboard.insertText('lamp')
    await app.press('Enter')
    await expect(board.region.getByRole('button', { name: 'Product: Lamp' })).toBeVisible()
    await desk.kill()
    const again = consolePage(await desk.start())
    await expect(again.inbox.rows.first()).toBeVisible()
    const after = feedbackBoardPage(again.page)
    await after.open()
    await expect(after.region.getByRole('button', { name: 'Product: Lamp' })).toBeVisible()
    await expect(after.themes.getByRole('option')).toHaveText([/All themes/, /^Flicker1/])
    await again.press('u')
    await expect(after.theme(/^Late parcels/)).toBeVisible()
  })
})

test('everything is said in Arabic, from right to left', async ({ app }) => {
  const { page } = app
  await app.press('j')
  await feedbackBoardPage(page).tagNewest({ theme: 'Delivery', product: 'Shop', keys: ['-', '3'] })
  await app.settings.open()
  await app.settings.region.getByRole('combobox', { name: 'Language' }).selectOption('ar')
  await expect(page.getByRole('combobox', { name: 'اللغة' })).toBeVisible()
  await app.press('g', 'Shift+F')
  await expect(page.getByRole('option').last()).toContainText('my parcel is late')
  expect(await untranslated(page)).toEqual([])
  await expectAccessible(page)
  for (const key of ['d', 'e']) {
    await app.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await untranslated(page)).toEqual([])
    await app.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
})
