import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { openedWindow } from '../pages/windows.ts'
import { expectAccessible } from '../support/accessible.ts'
import { storedSetting } from '../support/data-folder.ts'
import { expectFocusKept } from '../support/expectations.ts'

test.use({ settings: { 'outbox.undoSeconds': 10 } })

test('a conversation in its own window, by key and mouse, in step with the console', async ({ app, desk }) => {
  test.skip(desk.host !== 'browser', 'a browser’s windows')
  const { page, inbox, thread, composer } = app
  await app.press('j', 'Enter')
  await expect(thread.with('Ana Silva')).toBeFocused()

  const own = await openedWindow(page, () => app.press('Shift+Enter'))
  await test.step('it shows the conversation and nothing else', async () => {
    await expect(own.page).toHaveTitle('Ana Silva · Backchannel')
    await expect(own.thread.with('Ana Silva')).toBeFocused()
    await expect(own.inbox.list).toHaveCount(0)
    await expect(own.page.getByRole('navigation')).toHaveCount(0)
    await own.press(']')
    await expect(own.page.getByRole('dialog', { name: 'Customer' })).toBeVisible()
    await own.press('Escape')
    await expectFocusKept(own.page)
    await expectAccessible(own.page)
  })

  await test.step('keys bring up the customer, and what lies above the window', async () => {
    await own.press('v', 'n')
    await expect(own.customer.noteField).toBeFocused()
    await own.press('Escape', 'Escape')
    await expect(own.customer.panel).toBeHidden()
    await own.press('?')
    await own.help.getByRole('button', { name: /^Performance/ }).click()
    await expect(own.performance).toBeVisible()
    await own.press('Escape')
    await expect(own.performance).toBeHidden()
  })

  await test.step('spam, by key and by the bar', async () => {
    await own.press('!')
    await expect(own.screening.bar).toContainText('Ana Silva is in Spam.')
    const notice = await own.notice('Spam: Ana Silva').boundingBox()
    const field = await own.composer.field.boundingBox()
    expect((notice?.y ?? 0) + (notice?.height ?? 0), 'clear of the composer').toBeLessThan(field?.y ?? 0)
    await own.screening.step('Not spam').click()
    await expect(own.screening.bar).toBeHidden()
    await expect(inbox.row('Ana Silva')).toBeVisible()
  })

  await test.step('the same again is the same window', async () => {
    await page.bringToFront()
    await thread.resolve.locator('..').getByRole('button', { name: 'Open in its own window' }).click()
    await expect.poll(() => page.context().pages().length).toBe(2)
  })

  await test.step('a reply written there is undone here, once', async () => {
    await own.composer.reply('Too early')
    await expect(thread.message('Too early')).toContainText('Sending in')
    await own.page.bringToFront()
    await Promise.all([app.press('Escape', 'z'), own.press('Escape', 'z')])
    await expect(thread.message('Too early')).toHaveCount(0)
    await expect(composer.field).toHaveValue('Too early')
    await expect(own.composer.field).toHaveValue('Too early')
  })

  await test.step('pressed in both at the same time, one undo runs once', async () => {
    await app.press('Escape')
    await inbox.row('Ben Ito').click()
    await app.press('e')
    await expect(inbox.rows).toHaveCount(3)
    await own.press('Escape', 'e')
    await expect(inbox.rows).toHaveCount(2)
    await expect(own.thread.reopen).toBeVisible()
    await Promise.all([app.press('z'), own.press('z')])
    await expect(own.thread.resolve).toBeVisible()
    await expect(inbox.rows).toHaveCount(3)
    const told = (one: typeof app) =>
      expect(one.notice(/^Undone: |Another window has undone this already/).first()).toBeVisible()
    await Promise.all([told(app), told(own)])
    await expect(inbox.row('Ben Ito')).toHaveCount(0)
  })

  await test.step('the middle button opens one, too, and foreign addresses open nothing', async () => {
    const chloe = await openedWindow(page, () => inbox.row('Chloé Dubois').click({ button: 'middle' }))
    await expect(chloe.thread.with('Chloé Dubois')).toBeVisible()
    await chloe.page.reload()
    await expect(chloe.thread.with('Chloé Dubois')).toBeVisible()
    await chloe.page.close()
  })

  await test.step('keys chosen and colours hold there, too', async () => {
    await own.palette.open()
    await own.page.keyboard.type('ben ito')
    await expect(own.palette.chosen).toContainText('Ben Ito')
    await own.press('Enter')
    await expect(own.page).toHaveTitle('Ben Ito · Backchannel')
    await own.page.reload()
    await expect(own.thread.with('Ben Ito')).toBeVisible()
  })

  await test.step('what needs a list is not offered where there is none', async () => {
    await own.search.open()
    await own.search.field.fill('lamp')
    await expect(own.search.messages).toHaveCount(1)
    await expect(own.search.dialog.getByRole('button', { name: /^Save as view/ })).toBeVisible()
    await expect(own.search.dialog.getByText(/Open as/)).toHaveCount(0)
    await own.press('Escape')
    await own.palette.open()
    await own.page.keyboard.type('settings')
    await expect(own.palette.group('Settings')).toHaveCount(0)
    await own.press('Escape')
  })
})

test('after a restart everything is where it was', async ({ app, dataDir, desk }) => {
  const { page, inbox, thread, composer } = app
  await app.press('g', 'a')
  await expect(inbox.title).toHaveText('All')
  await app.press('End')
  await expect(thread.with('山田太郎')).toBeVisible()
  await app.press('Shift+C')
  await expect(inbox.rows.first()).toHaveCSS('height', '44px')
  await app.press('[')
  await expect(page.getByRole('navigation', { name: 'Queues' })).toBeHidden()
  await app.press('n')
  await expect(composer.note).toBeFocused()
  await expect
    .poll(() => storedSetting(dataDir, 'console.panes'), 'kept before the process dies')
    .toMatchObject({ hideQueues: true })

  await desk.kill()
  const again = consolePage(await desk.start())
  await expect(again.inbox.title).toHaveText('All')
  await expect(again.thread.with('山田太郎')).toBeVisible()
  await expect(again.composer.note).toBeVisible()
  await expect(again.inbox.rows.first()).toHaveCSS('height', '44px')
  await expect(again.page.getByRole('navigation', { name: 'Queues' })).toBeHidden()
  await expectFocusKept(again.page)
  await again.press('Escape', 'k')
  await expect(again.thread.with('Chloé Dubois')).toBeVisible()

  await test.step('a place that is not there any more is left', async () => {
    await again.page.evaluate(() =>
      localStorage.setItem('backchannel.place', '{"queue":"gone","account":"77","conversation":"1/1-2","scroll":"x"}')
    )
    await again.reload()
    await expect(again.inbox.title).toHaveText('Inbox')
    await expect(again.inbox.rows).toHaveCount(4)
    await expect(again.page.getByText('No conversation open')).toBeVisible()
  })
})
