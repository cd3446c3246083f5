import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { expectAccessible } from '../support/accessible.ts'

test('words are tagged with the keyboard alone, offline, and it holds after the process dies', async ({
  app,
  desk,
  x
}) => {
  await x.goDown()
  await app.press('j', 'm')
  await expect(app.thread.message('Where is my order')).toBeFocused()
  await app.press('l')
  const bar = app.page.getByRole('status').filter({ hasText: /words? of/ })
  await expect(bar).toContainText('“Where”')
  for (const _step of ['is', 'my', 'order', '1234', 'Tracking']) await app.press('ArrowRight')
  await expect(bar).toContainText('“Tracking”')
  await app.press('Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight')
  await expect(bar).toContainText('“Tracking has not moved”')
  await expect(bar).toContainText('4 words of 9')
  await app.press('Enter')

  const dialog = app.page.getByRole('dialog', { name: 'Tag feedback' })
  const theme = dialog.getByRole('combobox', { name: 'Theme' })
  await expect(theme).toBeFocused()
  await expect(dialog.getByText('Tracking has not moved')).toBeVisible()
  await app.page.keyboard.insertText('Delivery')
  await expect(dialog.getByRole('option', { name: 'New theme “Delivery”' })).toHaveAttribute('aria-selected', 'true')
  await app.press('Enter')
  await expect(dialog.getByRole('list', { name: 'Themes' })).toHaveText('Delivery')
  await app.press('-', '3')
  await expect(dialog.getByRole('radio', { name: /Negative/ })).toBeChecked()
  await expect(dialog.getByRole('radio', { name: '3', exact: true })).toBeChecked()
  await expectAccessible(app.page)
  await app.press('Enter')
  await expect(dialog).toBeHidden()
  const mark = app.thread.log.getByTitle('Delivery · Negative · severity 3')
  await expect(mark).toHaveText('Tracking has not moved')
  await expectAccessible(app.page)
  // The focus is back on the message.
  await expect(app.thread.message('Where is my order')).toBeFocused()

  await desk.kill()
  const again = consolePage(await desk.start())
  await expect(again.inbox.rows.first()).toBeVisible()
  await again.press('Home')
  await expect(again.thread.log.getByTitle(/^Delivery/)).toHaveText('Tracking has not moved')
  await expect(again.page.getByRole('region', { name: 'Feedback' })).toContainText('“Tracking has not moved”')
})

test('words that are selected with the mouse are tagged, changed, removed and brought back', async ({ app }) => {
  await app.press('j')
  const words = app.thread.message('Where is my order').locator('[data-words]')
  await words.dblclick({ position: { x: 12, y: 8 } })
  await app.page.getByRole('button', { name: /Tag these words/ }).click()
  const dialog = app.page.getByRole('dialog', { name: 'Tag feedback' })
  await expect(dialog.getByRole('combobox', { name: 'Theme' })).toBeFocused()
  await app.page.keyboard.insertText('Questions')
  await expect(dialog.getByRole('option', { name: 'New theme “Questions”' })).toBeVisible()
  await dialog.getByRole('option', { name: 'New theme “Questions”' }).click()
  await dialog.getByRole('combobox', { name: 'Product' }).fill('Shop')
  await dialog.getByRole('button', { name: /^Save/ }).click()
  await expect(dialog).toBeHidden()
  const mark = app.thread.log.getByTitle('Questions · Shop · Neutral')
  await expect(mark).toHaveText('Where')

  await mark.click()
  const change = app.page.getByRole('dialog', { name: 'Change the feedback' })
  await change.getByText('Positive').click()
  await change.getByRole('button', { name: /^Save/ }).click()
  await expect(app.thread.log.getByTitle('Questions · Shop · Positive')).toHaveText('Where')
  await app.thread.log.getByTitle(/^Questions/).click()
  await change.getByRole('button', { name: 'Remove' }).click()
  await expect(app.thread.log.getByTitle(/^Questions/)).toHaveCount(0)
  await app.notice('Feedback removed').getByRole('button', { name: /Undo/ }).click()
  await expect(app.thread.log.getByTitle('Questions · Shop · Positive')).toHaveText('Where')
})

test('a message and a conversation are tagged by the same key; what was tagged alike is suggested', async ({ app }) => {
  await app.press('j', 'm')
  await expect(app.thread.message('Where is my order')).toBeFocused()
  await app.press('l')
  await expect(app.page.getByRole('status').filter({ hasText: '“Where”' })).toBeVisible()
  await app.press('a')
  const dialog = app.page.getByRole('dialog', { name: 'Tag feedback' })
  await expect(dialog.getByRole('combobox', { name: 'Theme' })).toBeFocused()
  await app.page.keyboard.insertText('Delivery')
  await expect(dialog.getByRole('option', { name: 'New theme “Delivery”' })).toHaveAttribute('aria-selected', 'true')
  await app.press('Enter')
  await expect(dialog.getByRole('list', { name: 'Themes' })).toHaveText('Delivery')
  await app.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(app.thread.message('Where is my order').getByRole('list', { name: 'Feedback' })).toContainText(
    'Delivery'
  )

  await app.press('l')
  await expect(app.page.getByRole('status').filter({ hasText: '“Where”' })).toBeVisible()
  await app.press('Shift+End', 'Enter')
  await expect(dialog.getByRole('option', { name: /Delivery/ }).first()).toContainText('like “Where is my order')
})
