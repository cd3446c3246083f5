import { expect, test } from '../fixtures.ts'
import { answerTimesPage } from '../pages/answer-times.ts'
import { expectAccessible } from '../support/accessible.ts'

test('answer times are promised by keyboard, count down, and what breaks first stands on top', async ({
  app,
  desk
}) => {
  const times = answerTimesPage(app.page)
  await app.press('g', 'l')
  await expect(times.start).toBeFocused()
  await expectAccessible(app.page)
  await app.press('Enter')
  await expect(times.policies).toHaveCount(1)
  await expect(times.preview).toContainText('Everybody: first answer due')

  // Round the clock, so that the test does not depend on its hour.
  await times.policies
    .first()
    .getByRole('button', { name: /^Everybody/ })
    .click()
  await times.dialog.getByRole('checkbox', { name: /round the clock/ }).check()
  await expect(times.problem).toContainText('Not saved yet')
  await times.save.focus()
  await app.press('Enter')
  await expect(times.save).toBeDisabled()
  await app.press('Escape')
  await expect(times.dialog).toBeHidden()

  await app.press('g', 'k')
  await expect(app.inbox.title).toHaveText('At risk')
  await expect(app.inbox.rows.first()).toContainText(/broken .* ago/)
  await expect(app.inbox.queue('At risk')).toContainText(/[1-9]/)
  const broken = await app.inbox.rows.count()
  await app.press('j', 'Enter')
  await expect(
    app.page
      .getByRole('main')
      .getByText(/broken .* ago/)
      .last()
  ).toBeVisible()
  await app.composer.write('We are sorry for the wait.')
  // What is known about the conversation is here, and the text was looked at.
  await expect(app.sendCheck.chip).toBeVisible()
  await app.press('ControlOrMeta+Enter')
  // The send check asks once: it is not the customer's language, which it knows as soon as that part has come.
  await expect(app.sendCheck.list).toContainText('This is English')
  await app.page.getByRole('button', { name: /^Send anyway/ }).click()
  // Its row stays while it is open.
  await expect(app.inbox.queue('At risk')).toContainText(String(broken - 1))
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.page.emulateMedia({ colorScheme })
    await expectAccessible(app.page)
  }
  await desk.kill()
  await desk.start()
  await expect(app.inbox.queue('At risk')).toContainText(String(broken - 1))
})

test('an impossible table is named and kept, and the one before stays in force', async ({ app }) => {
  const times = answerTimesPage(app.page)
  await app.press('g', 'l')
  await times.start.press('Enter')
  await expect(times.day('Monday')).toHaveValue('9:00–18:00')
  await times.day('Monday').fill('18-9')
  await expect(times.problem).toContainText('On Monday, hours end before they begin')
  await expect(times.save).toBeDisabled()
  await times.day('Monday').fill('9-12, 11-18')
  await expect(times.problem).toContainText('two times overlap')
  await times.day('Monday').fill('morning')
  await expect(times.problem).toContainText('The hours of Monday cannot be read')
  await expectAccessible(app.page)
  // What is not finished is still there when the dialog comes back.
  await app.press('Escape')
  await expect(times.dialog).toBeHidden()
  await app.press('g', 'l')
  await expect(times.day('Monday')).toHaveValue('morning')
  await times.day('Monday').fill('8-12, 13-17')
  await times.day('Monday').press('ArrowDown')
  await expect(times.day('Tuesday')).toBeFocused()
  await times.dialog.getByRole('button', { name: 'Monday’s hours until Friday' }).click()
  await expect(times.day('Friday')).toHaveValue('8-12, 13-17')
  await times.dialog.getByRole('button', { name: 'Add a holiday' }).click()
  await times.dialog.getByLabel('Date').fill('2031-12-25')
  await times.save.click()
  await expect(times.day('Friday')).toHaveValue('8:00–12:00, 13:00–17:00')
  await times.dialog.getByRole('button', { name: 'Add a policy' }).click()
  await expect(times.problem).toContainText('A policy needs a name')
  await times.policies.first().getByRole('textbox', { name: 'Name' }).fill('Complaints')
  await times.policies.first().press('Alt+ArrowDown')
  await expect(times.policies.nth(1)).toContainText('Never asked')
  await times.discard.click()
  await expect(times.policies).toHaveCount(1)
})
