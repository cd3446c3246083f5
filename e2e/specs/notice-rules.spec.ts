import { expect, test } from '../fixtures.ts'
import { notificationsPage, stubNotifications } from '../pages/notifications.ts'
import { expectAccessible } from '../support/accessible.ts'
import { customerSays } from '../support/worlds.ts'

test.skip(({ host }) => host !== 'browser', 'the desktop’s own are tested in src/main/electron')

test('a rule keeps quiet what it names, the rest is told, and a rule without a condition is refused', async ({
  app,
  x
}) => {
  await stubNotifications(app.page, 'granted')
  await app.reload()
  const notifications = notificationsPage(app.page)
  const dialog = app.page.getByRole('dialog', { name: 'Notification rules' })
  const save = dialog.getByRole('button', { name: 'Save', exact: true })
  await app.press('g', 'e')
  await dialog.getByRole('button', { name: 'Add a rule' }).press('Enter')
  await expect(dialog.getByRole('status')).toContainText('Rule 1 has no condition')
  await expect(save).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Words in the message' }).fill('newsletter')
  await dialog.getByText('Keep quiet', { exact: true }).click()
  await dialog.getByRole('switch', { name: /only during these hours/ }).check({ force: true })
  await expect(dialog.getByRole('textbox', { name: 'Monday' })).toHaveValue('8:00–19:00')
  await expectAccessible(app.page)
  await dialog.getByRole('switch', { name: /only during these hours/ }).uncheck({ force: true })
  await save.press('Enter')
  await expect(save).toBeDisabled()
  await app.press('Escape')
  await expect(dialog).toBeHidden()

  await notifications.look(false)
  customerSays(x.world, 'chloe_d', 'About your NEWSLETTER')
  await expect(app.inbox.row('Chloé Dubois')).toContainText('NEWSLETTER')
  customerSays(x.world, 'benito', 'It flickers again')
  await expect
    .poll(() => notifications.shown(), { timeout: 40_000 })
    .toEqual([{ title: 'Ben Ito', body: 'New message' }])
  await notifications.click(0)
  await expect(app.thread.with('Ben Ito')).toBeVisible()
})
