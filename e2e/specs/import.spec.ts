import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import {
  accountFile,
  CUSTOMER,
  directMessages,
  messageItem,
  OWNER,
  writeFolder,
  writeZip
} from '../../src/main/core/testing/archive-fixtures.ts'
import { expect, test } from '../fixtures.ts'

const files = {
  'data/account.js': accountFile(),
  'data/direct-messages.js': directMessages([
    messageItem('1800000000000000003', 'The kaleidoscope is cracked', { createdAt: '2024-05-02T10:00:00.000Z' }),
    messageItem('1800000000000000002', 'We replace it', {
      senderId: OWNER,
      recipientId: CUSTOMER,
      createdAt: '2024-05-02T11:00:00.000Z'
    }),
    messageItem('1800000000000000001', 'Thank you!', { createdAt: '2024-05-02T12:00:00.000Z' })
  ])
}

test('an archive is looked into, imported, found again, and never imported twice', async ({ app, desk, dataDir }) => {
  const zip = await writeZip(path.join(dataDir, 'archive.zip'), files)
  const { importDialog } = app
  await app.settings.open()
  await app.settings.importArchive.click()
  await desk.chooseArchive(zip)
  await expect(importDialog.result).toContainText('3 new messages in 1 conversation can be imported.')
  await importDialog.import.click()
  await expect(importDialog.result).toContainText('3 new messages in 1 conversation imported.')
  await importDialog.done.click()
  await expect(importDialog.dialog).toBeHidden()
  await expect(app.settings.region).toContainText('@acme_help · from an archive, not connected')

  await app.search.open()
  await app.page.keyboard.insertText('kaleidosc')
  await expect(app.search.messages).toHaveCount(1)
  await app.press('Enter')
  await expect(app.thread.message('The kaleidoscope is cracked')).toBeVisible()
  await expect(app.page.getByText('This conversation comes from an archive.')).toBeVisible()

  await app.settings.open()
  await app.settings.importArchive.click()
  await desk.chooseArchive(zip)
  await expect(importDialog.result).toContainText('0 new messages in')
  await expect(importDialog.result).toContainText('3 messages are here already')
  await importDialog.import.click()
  await importDialog.done.click()
  await app.search.open()
  await app.page.keyboard.insertText('kaleidosc')
  await expect(app.search.messages).toHaveCount(1)
})

test('what is no archive gets one sentence, and another file can be chosen', async ({ app, desk, dataDir }) => {
  const wrong = path.join(dataDir, 'holiday.zip')
  await writeFile(wrong, 'not a zip at all')
  const right = await writeFolder(path.join(dataDir, 'unpacked'), files)
  await app.settings.open()
  await app.settings.importArchive.click()
  await desk.chooseArchive(wrong)
  await expect(app.importDialog.dialog).toContainText(/no X archive|not an X/)
  await desk.chooseArchive(right)
  await expect(app.importDialog.result).toContainText('3 new messages in 1 conversation can be imported.')
})

test('a damaged entry is left out with its reason', async ({ app, desk, dataDir }) => {
  const damaged = directMessages([
    messageItem('1800000000000000003', 'Still readable'),
    messageItem('not an id', 'Lost its id')
  ])
  const zip = await writeZip(path.join(dataDir, 'archive.zip'), { ...files, 'data/direct-messages.js': damaged })
  await app.settings.open()
  await app.settings.importArchive.click()
  await desk.chooseArchive(zip)
  await expect(app.importDialog.result).toContainText('1 new message in 1 conversation can be imported.')
  await app.importDialog.result.getByText('1 entry could not be read and is left out').click()
  await expect(app.importDialog.result.getByRole('listitem')).toContainText('direct-messages.js')
})

test.describe('from practice', () => {
  test.use({ seed: null })

  test('the first archive ends practice', async ({ app, desk, dataDir }) => {
    const zip = await writeZip(path.join(dataDir, 'archive.zip'), files)
    await expect(app.inbox.rows.first()).toBeVisible()
    await app.practiceBanner.getByRole('button', { name: 'Import an X archive' }).click()
    await desk.chooseArchive(zip)
    await app.importDialog.import.click()
    await app.importDialog.done.click()
    await expect(app.practiceBanner).toBeHidden()
    await app.press('g', 'a')
    await expect(app.inbox.rows).toHaveCount(1)
  })
})
