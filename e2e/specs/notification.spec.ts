import { expect, test } from '../fixtures.ts'
import { notificationsPage, stubNotifications } from '../pages/notifications.ts'
import { expectAccessible } from '../support/accessible.ts'
import { customerSays } from '../support/worlds.ts'

test.skip(({ host }) => host !== 'browser', 'the desktop’s own are tested in src/main/electron')

test.describe('allowed', () => {
  test('a new message is told by name while nobody looks, and a click opens it', async ({ app, x }) => {
    await stubNotifications(app.page, 'granted')
    await app.reload()
    const notifications = notificationsPage(app.page)
    await notifications.look(false)
    customerSays(x.world, 'benito', 'It flickers again, and it smells')
    await expect.poll(() => notifications.shown()).toEqual([{ title: 'Ben Ito', body: 'New message' }])
    await notifications.click(0)
    await expect(app.thread.with('Ben Ito')).toBeVisible()
    await expect(app.thread.message('It flickers again')).toBeVisible()
  })

  test('while somebody looks nothing is told, and what was there at the start is old', async ({ app, x }) => {
    await stubNotifications(app.page, 'granted')
    await app.reload()
    const notifications = notificationsPage(app.page)
    customerSays(x.world, 'benito', 'Hello again')
    await expect(app.inbox.row('Ben Ito')).toContainText('Hello again')
    // The notice has been formed, and shown to nobody; a page that loads now takes it for old.
    const shows = (): Promise<unknown> => notifications.shown()
    await expect(app.inbox.selected).toHaveCount(0)
    const until = Date.now() + 3_000
    await expect.poll(() => Date.now()).toBeGreaterThan(until)
    expect(await shows()).toEqual([])
    await app.reload()
    await notifications.look(false)
    await expect.poll(() => Date.now()).toBeGreaterThan(until + 1_000)
    expect(await shows()).toEqual([])
  })
})

test('the browser is asked when somebody chooses notifications, and what they show is chosen there', async ({
  app,
  x
}) => {
  await stubNotifications(app.page, 'default')
  await app.reload()
  const notifications = notificationsPage(app.page)
  await app.settings.open()
  await expect(app.settings.region.getByRole('radio', { name: 'Names only' })).toBeChecked()
  await expectAccessible(app.page)
  expect(await notifications.asked()).toBe(0)
  await app.settings.region.getByRole('button', { name: 'Allow notifications' }).click()
  await expect(app.settings.region.getByRole('button', { name: 'Allow notifications' })).toBeHidden()
  expect(await notifications.asked()).toBe(1)
  await app.settings.region.getByRole('radio', { name: 'Names only' }).focus()
  await app.press('ArrowRight')
  await expect(app.settings.region.getByRole('radio', { name: 'With text' })).toBeChecked()

  await notifications.look(false)
  customerSays(x.world, 'chloe_d', 'Toujours froid')
  await expect.poll(() => notifications.shown()).toEqual([{ title: 'Chloé Dubois', body: 'Toujours froid' }])

  const level = app.settings.region.getByRole('radiogroup', { name: 'Notifications of new messages' })
  await level.getByText('Off', { exact: true }).click()
  await app.reload()
  await app.settings.open()
  await expect(level.getByRole('radio', { name: 'Off' })).toBeChecked()
})

test('a browser that refuses is explained', async ({ app }) => {
  await stubNotifications(app.page, 'denied')
  await app.reload()
  await app.settings.open()
  await expect(app.settings.region.getByRole('status').filter({ hasText: 'Your browser blocks' })).toBeVisible()
  await expectAccessible(app.page)
})
