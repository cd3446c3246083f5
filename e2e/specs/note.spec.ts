import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { expectAccessible } from '../support/accessible.ts'

test('a note is written by key, looks like none of the messages, and is never sent', async ({ app, desk, x }) => {
  await app.press('j', 'n')
  await expect(app.composer.note).toBeFocused()
  await expect(app.page.getByText('Never sent to X')).toBeVisible()
  await app.page.keyboard.insertText('Promised a refund by phone')
  await expectAccessible(app.page)
  await app.press('ControlOrMeta+Enter')
  await expect(app.thread.notes).toHaveText(/Internal note.*Promised a refund by phone/)
  await expect(app.composer.note).toHaveValue('')
  await expect(app.composer.note).toBeFocused()

  await app.composer.mode('Reply').click()
  await app.composer.reply('Hello Ana, it left')
  await expect.poll(() => x.sentTexts()).toEqual(['Hello Ana, it left'])
  await expect(app.thread.notes).toHaveCount(1)
  expect(x.requests.filter((request) => request.startsWith('POST') && request.includes('/messages'))).toHaveLength(1)

  await desk.kill()
  const again = consolePage(await desk.start())
  await expect(again.inbox.rows.first()).toBeVisible()
  await again.press('Home')
  await expect(again.thread.notes).toContainText('Promised a refund by phone')
})

test('notes can be changed, deleted and brought back, offline', async ({ app, x }) => {
  await x.goDown()
  await app.press('j')
  await app.composer.mode('Note').click()
  await app.composer.note.fill('Angry')
  await app.page.getByRole('button', { name: 'Add note' }).click()
  await expect(app.thread.notes).toContainText('Angry')

  await app.thread.notes.getByRole('button', { name: 'Edit this note' }).click()
  const editor = app.page.getByRole('dialog', { name: 'Edit the internal note' })
  await editor.getByRole('textbox').fill('Angry, but fair')
  await app.press('ControlOrMeta+Enter')
  await expect(editor).toBeHidden()
  await expect(app.thread.notes).toContainText('Angry, but fair')
  await expect(app.thread.notes).toContainText('edited')

  await app.thread.notes.getByRole('button', { name: 'Delete this note' }).click()
  await expect(app.thread.notes).toHaveCount(0)
  await app.notice('Note deleted').getByRole('button', { name: /Undo/ }).click()
  await expect(app.thread.notes).toContainText('Angry, but fair')
})

test('a note is found by search, and adding one can be undone', async ({ app }) => {
  await app.press('j', 'n')
  await expect(app.composer.note).toBeFocused()
  await app.page.keyboard.insertText('Has a golden voucher')
  await app.press('ControlOrMeta+Enter')
  await expect(app.thread.notes).toHaveCount(1)
  await app.press('Escape')
  await app.search.open()
  await app.search.field.fill('golden vou')
  await expect(app.search.messages).toHaveText([/Internal note: Has a golden voucher/])
  await app.press('Enter')
  await expect(app.search.dialog).toBeHidden()
  await expect(app.thread.notes).toBeVisible()
  await app.press('z')
  await expect(app.thread.notes).toHaveCount(0)
  await app.press('n')
  await expect(app.composer.note).toHaveValue('Has a golden voucher')
})
