import { expect, test } from '../fixtures.ts'
import { expectAccessible } from '../support/accessible.ts'
import { addCustomer, type Seed } from '../support/worlds.ts'

const twoCustomers: Seed = {
  fill(world) {
    addCustomer(world, { name: 'Ben Ito', username: 'benito' }, 30, ['Hello, is anybody there?'])
    addCustomer(world, { name: 'Ana Silva', username: 'anas' }, 4, ['My invoice is wrong, I want a refund'])
  }
}

test.use({ seed: twoCustomers })

test('a promise, a suggested category, what must be there before resolving, and the way back', async ({
  app,
  desk
}) => {
  const { page, inbox, thread, triage, settings } = app
  await app.press('j')
  await expect(thread.with('Ana Silva')).toBeVisible()

  await test.step('a promise is made with the keyboard; nonsense and the past are answered with a word', async () => {
    const followUp = triage.picker('Follow up')
    await app.press('f')
    await expect(followUp.dialog.getByRole('textbox', { name: 'What you promise' })).toBeFocused()
    await page.keyboard.insertText('Send the new invoice')
    await app.press('Enter')
    await expect(followUp.field).toBeFocused()
    await followUp.field.fill('yesterday')
    await app.press('Enter')
    await expect(followUp.problem).toHaveText('That time is over. Choose one that is still to come.')
    await followUp.field.fill('tomorrow 9')
    await expectAccessible(page)
    await app.press('Enter')
    await expect(followUp.dialog).toBeHidden()
    await expect(inbox.list).toBeFocused()
    await expect(triage.line).toContainText('tomorrow at 09:00')
    await expect(page.getByRole('list', { name: 'Follow-ups' })).toContainText('Send the new invoice')
  })

  await test.step('a category is suggested with its reasons, and taken with one key', async () => {
    await expect(triage.line).toContainText('Billing?')
    await expect(triage.line).toContainText('“invoice”')
    await expect(inbox.row('Ana Silva')).not.toContainText('Billing')
    await app.press('s')
    await expect(inbox.row('Ana Silva')).toContainText('Billing')
    await expect(triage.line).not.toContainText('Billing?')
    await app.press('j')
    await expect(thread.with('Ben Ito')).toBeVisible()
    await expect(triage.line).not.toContainText('?')
  })

  await test.step('what the lead wants is asked for, and Escape leaves the conversation open', async () => {
    await settings.open()
    for (const name of ['Category', 'Owner']) {
      const box = settings.region.getByRole('checkbox', { name })
      await box.click()
      await expect(box).toBeChecked()
    }
    await app.press('g', 'i')
    await expect(inbox.rows).toHaveCount(2)
    await app.press('j')
    await expect(thread.with('Ana Silva')).toBeVisible()
    await app.press('j')
    await expect(thread.with('Ben Ito')).toBeVisible()
    await app.press('e')
    await expect(triage.picker('Category, to resolve').field).toBeFocused()
    await app.press('Escape')
    await expect(triage.picker('Category, to resolve').dialog).toBeHidden()
    await expect(inbox.rows).toHaveCount(2)
    await triage.choose('e', 'Category, to resolve', 'other')
    await expect(triage.picker('Owner, to resolve').field).toBeFocused()
    await page.keyboard.insertText('me')
    await expect(triage.picker('Owner, to resolve').marked).toContainText('Me')
    await app.press('Enter')
    await expect(inbox.rows).toHaveCount(1)
  })

  await test.step('the history goes back to any step, also after a restart', async () => {
    await desk.kill()
    await desk.start()
    await expect(inbox.rows).toHaveCount(1)
    const history = triage.picker('Undo history')
    await app.press('Shift+z')
    await expect(history.field).toBeFocused()
    await expect(history.options).toHaveText([
      /^Resolved: Ben Ito/,
      /^Assigned to Me: Ben Ito/,
      /^Category changed: Ben Ito/,
      /^Category changed: Ana Silva/,
      /^Follow-up promised: Ana Silva/
    ])
    await app.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter')
    await expect(app.notice('Undone: 4 steps')).toBeVisible()
    await expect(inbox.rows).toHaveCount(2)
    await expect(thread.with('Ben Ito')).toBeVisible()
    await app.press('k')
    await expect(thread.with('Ana Silva')).toBeVisible()
    await expect(triage.line).toContainText('Billing?')
    await app.press('z')
    await expect(page.getByRole('list', { name: 'Follow-ups' })).toBeHidden()
  })
})
