import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import { expectAccessible } from '../support/accessible.ts'
import { untranslated } from '../support/untranslated.ts'

const macros = (text: string): string =>
  JSON.stringify({
    macros: [
      {
        id: 1,
        title: 'Billing::Refund',
        actions: [
          { field: 'comment_value', value: text },
          { field: 'current_tags', value: 'refund vip' },
          { field: 'notification_webhook', value: ['1', 'https://elsewhere.example/hook'] }
        ]
      },
      { id: 2, title: 'Greeting', actions: [{ field: 'comment_value', value: 'Hi {{ticket.requester.first_name}}' }] }
    ]
  })

test('replies of another system are looked into, brought in, taken back, and never come twice', async ({
  app,
  desk,
  dataDir
}) => {
  const { library, libraryFiles: files, page } = app
  const file = path.join(dataDir, 'macros.json')
  await writeFile(file, macros('Use SAVE20OFF before 3 May 2021, {{ticket.requester.first_name}}.'))
  await library.open()
  await expect(library.region).toContainText('No canned replies yet')

  await test.step('what would come is said first, and nothing has come', async () => {
    await app.press('Shift+I')
    await expect(files.importing).toBeVisible()
    await expectAccessible(page)
    await desk.chooseReplies(file)
    await expect(files.summary).toHaveText('Zendesk, as JSON: 2 new replies, 0 changed there, 0 as they are here')
    await files.list('Placeholders').getByText('Placeholders').click()
    await expect(files.list('Placeholders').getByRole('listitem')).toContainText(['customer.first_name'])
    await files.list('Lost on the way').getByText('Lost on the way').click()
    await expect(files.list('Lost on the way')).toContainText('An action that asks another server was left out')
    await files.list('Look at these').getByText('Look at these').click()
    await expect(files.list('Look at these')).toContainText('SAVE20OFF')
    await files.list('The first of them').getByText('The first of them').click()
    await expect(files.list('The first of them').getByRole('listitem')).toHaveCount(2)
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect(files.importing).toBeHidden()
    await expect(library.region).toContainText('No canned replies yet')
  })

  await test.step('by mouse it comes in as drafts, and one undo takes it back', async () => {
    await files.menu.click()
    await page.getByRole('menuitem', { name: 'Import canned replies' }).click()
    await desk.chooseReplies(file)
    await expect(files.approve).not.toBeChecked()
    await files.bringIn.click()
    await expect(files.importing).toBeHidden()
    await expect(app.notice('2 replies imported, as drafts')).toBeVisible()
    await expect(library.rows.filter({ hasText: 'Draft' })).toHaveCount(2)
    await app.press('z')
    await expect(library.region).toContainText('No canned replies yet')
  })

  await test.step('by key alone, approved at once', async () => {
    await app.press('Shift+I')
    await desk.chooseReplies(file)
    await expect(files.bringIn).toBeFocused()
    await app.press('Shift+Tab', 'Shift+Tab')
    await expect(files.approve).toBeFocused()
    await app.press('Space')
    await expect(files.approve).toBeChecked()
    await app.press('Tab', 'Tab')
    await expect(files.bringIn).toBeFocused()
    await app.press('Enter')
    await expect(app.notice('2 replies imported, 2 approved')).toBeVisible()
    await expect(library.rows.filter({ hasText: 'Approved' })).toHaveCount(2)
  })

  await test.step('what was changed on both sides is asked about', async () => {
    await library.row('Refund').click()
    await expect(library.title).toHaveValue(/Refund/)
    await library.body.fill('We wrote this here.')
    await library.body.focus()
    await library.approve()
    await writeFile(file, macros('They wrote that there.'))
    await app.press('Escape')
    await expect(library.list).toBeFocused()
    await app.press('Shift+I')
    await desk.chooseReplies(file)
    await expect(files.conflicts).toContainText('1 reply was changed here and there since the last import')
    await expect(files.bringIn).toBeHidden()
    await expect(files.importing).toContainText('There is nothing to bring in.')
    await files.conflicts.getByRole('combobox').first().selectOption('both')
    await expectAccessible(page)
    await files.bringIn.click()
    await expect(files.importing).toBeHidden()
    await expect(library.rows).toHaveCount(3)
  })
})

test('what is no library gets one sentence, and another file can be chosen', async ({ app, desk, dataDir }) => {
  const { libraryFiles: files, page } = app
  const wrong = path.join(dataDir, 'holiday.json')
  await writeFile(wrong, '{"pictures": []}')
  await app.palette.open()
  await page.keyboard.insertText('>import canned')
  await expect(app.palette.chosen).toContainText('Import canned replies')
  await app.press('Enter')
  await expect(files.importing).toBeVisible()
  await desk.chooseReplies(path.join(dataDir, 'nowhere.json'))
  await expect(files.importing).toContainText('There is nothing at')
  await desk.chooseReplies(wrong)
  await expect(files.summary).toHaveText('Nothing in it could be read as canned replies.')
  await files.list('Left out').getByText('Left out').click()
  await expect(files.list('Left out')).toContainText('Nobody can tell what this file holds')
  await files.another.click()
  await expect(files.format).toBeVisible()
})

test('an empty library is filled with starter replies as drafts, written out, and empty again', async ({
  app,
  desk,
  dataDir
}) => {
  const { library, libraryFiles: files, page } = app
  await library.open()
  await expect(library.region.getByRole('button', { name: 'Add 40 starter replies' })).toBeVisible()
  await expectAccessible(page)

  await test.step('by key, as drafts, with a way back', async () => {
    await app.press('Shift+P')
    await expect(app.notice('40 starter replies, as drafts')).toBeVisible()
    await expect(library.region.getByRole('status').first()).toContainText(/^4\d/)
    await expect(library.rows.first()).toContainText('Draft')
    await expect(library.list).toBeFocused()
    await app.press('z')
    await expect(library.region).toContainText('No canned replies yet')
  })

  await test.step('by mouse', async () => {
    await library.region.getByRole('button', { name: 'Add 40 starter replies' }).click()
    await expect(library.rows.first()).toBeVisible()
    await expect(library.list).toBeFocused()
  })

  await test.step('all of it is written out', async () => {
    const file = path.join(dataDir, 'library.json')
    await app.press('Shift+W')
    await expect(files.what(/Everything/)).toBeFocused()
    await expectAccessible(page)
    await desk.chooseExport(file)
    await expect(app.notice(/canned replies written to/)).toContainText('library.json')
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ backchannel: 'canned-replies' })
  })

  await test.step('where it cannot be written is said', async () => {
    await app.press('Shift+W')
    await files.what(/A folder of texts/).check()
    await desk.chooseExport(dataDir)
    await expect(files.exporting).toContainText('is not empty. Choose another one.')
  })
})

test.describe('in the dark, from right to left', () => {
  test.use({ colorScheme: 'dark' })

  test('the dialogs have words in Arabic and can be read', async ({ app, dataDir }) => {
    const { page } = app
    const file = path.join(dataDir, 'macros.json')
    await writeFile(file, macros('Use SAVE20OFF before 3 May 2021, {{ticket.requester.first_name}}.'))
    await app.settings.open()
    await app.settings.region.getByRole('combobox', { name: 'Language' }).selectOption('ar')
    await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
    await app.press('g', '/')
    await expect(page.getByRole('button', { name: /^أضف 40/ })).toBeVisible()
    expect(await untranslated(page)).toEqual([])
    await expectAccessible(page)
    const dialog = page.locator('[aria-modal=true]')
    await app.press('Shift+W')
    await expect(dialog.getByRole('radio').first()).toBeFocused()
    expect(await untranslated(page)).toEqual([])
    await expectAccessible(page)
    await app.press('Escape')
    await expect(dialog).toBeHidden()
    await app.press('Shift+I')
    await expect(dialog.getByRole('textbox')).toBeFocused()
    expect(await untranslated(page)).toEqual([])
    await page.keyboard.insertText(file)
    await app.press('Enter')
    await expect(dialog.locator('summary')).toHaveCount(4)
    for (const summary of await dialog.locator('summary').all()) await summary.click()
    await expect(dialog.getByRole('listitem').last()).toBeVisible()
    expect(await untranslated(page)).toEqual([])
    await expectAccessible(page)
  })
})
