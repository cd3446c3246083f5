import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'

test.use({ seed: null })

test('an empty data folder opens the practice workspace by itself', async ({ app }) => {
  await expect(app.practiceBanner).toContainText('This is practice')
  await expect(app.status).toContainText('Online · live')
  await expect(app.inbox.rows.first()).toBeVisible()
  const all = async (): Promise<number> => Number(/\d+/.exec(await app.inbox.queue('All').innerText())?.[0])
  await expect.poll(all).toBeGreaterThanOrEqual(60)
  await expect(app.status).toContainText('Online')

  await app.practiceBanner.getByRole('button', { name: 'Connect your X account' }).click()
  await expect(app.connectDialog.getByRole('textbox', { name: 'Client id' })).toBeFocused()
  await app.press('Escape')
  await expect(app.connectDialog).toBeHidden()

  await app.practiceBanner.getByRole('button', { name: 'Import an X archive' }).click()
  await expect(app.importDialog.dialog).toBeVisible()
  await app.press('Escape')
  await expect(app.importDialog.dialog).toBeHidden()
})

test('a practice customer gets the reply, and the conversation is there after a restart', async ({ app, desk }) => {
  await expect(app.inbox.rows.first()).toBeVisible()
  await app.press('j', 'Enter')
  await app.composer.reply('Thank you for writing, I am looking into it.')
  await expect(app.thread.message('I am looking into it.').filter({ hasText: /Sent \d/ })).toBeVisible()

  await desk.kill()
  const page = await desk.start()
  await expect(page.getByRole('region', { name: 'Practice' })).toBeVisible()
  await consolePage(page).search.open()
  await page.keyboard.insertText('"looking into it"')
  await expect(page.getByRole('group', { name: 'Messages' }).getByRole('option', { name: /You: / })).toBeVisible()
})
