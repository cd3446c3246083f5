import { expect, test } from '../fixtures.ts'
import { expectAccessible } from '../support/accessible.ts'
import { addCustomer, type Seed } from '../support/worlds.ts'

test('limits and costs open by key and by mouse, in light and dark', async ({ app }) => {
  await app.press('j', 'Enter')
  await app.composer.reply('On its way.')
  await expect(app.status).toContainText(/\d+ of \d+ replies left/)
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.page.emulateMedia({ colorScheme })
    await app.press('Escape', 'g', 'c')
    await expect(app.costs.dialog).toContainText('Replies sent')
    await expect(app.costs.dialog.getByRole('table')).toHaveCount(2)
    await expectAccessible(app.page)
    await app.press('Escape')
    await expect(app.costs.dialog).toBeHidden()
  }
  await app.status.getByRole('button', { name: /today$/ }).click()
  await expect(app.costs.dialog).toBeVisible()
})

test('a ceiling holds back replies, says so, and lets them go on a word; also after a restart', async ({
  app,
  desk,
  x
}) => {
  await app.press('g', 'c')
  const field = app.costs.dialog.getByRole('textbox', { name: 'A day, USD' })
  await field.fill('nonsense')
  await field.blur()
  await expect(app.costs.ceilingBar).toBeHidden()
  await field.fill('0.01')
  await app.press('Enter', 'Escape')
  await expect(app.costs.ceilingBar).toContainText('Today’s ceiling of $0.01 is reached.')
  await expect(app.status).toContainText('Cost ceiling')
  await app.press('j', 'Enter')
  await app.composer.reply('This can wait.')
  await expect(app.costs.ceilingBar).toContainText('1 reply in the outbox waits for your word')
  expect(x.sentTexts()).toEqual([])
  await expectAccessible(app.page)
  await desk.kill()
  await desk.start()
  await expect(app.costs.ceilingBar).toContainText('is reached')
  await app.costs.ceilingBar.getByRole('button', { name: 'Send replies anyway' }).click()
  await expect.poll(() => x.sentTexts()).toEqual(['This can wait.'])
  await expect(app.costs.ceilingBar).toContainText('because you said so')
})

const busyMonth: Seed = {
  fill(world) {
    for (let index = 0; index < 30; index += 1) {
      const name = `Customer ${index}`
      addCustomer(world, { name, username: `customer_${index}` }, 10 + index * 1_200, [
        'Hello',
        'Where is it?',
        'Still waiting',
        'And now?',
        'Please answer'
      ])
    }
  }
}

test.describe('an account with a long history', () => {
  test.use({ seed: busyMonth })

  test('asks how far back to read, with the price; the choice can be widened later', async ({ app }) => {
    await expect(app.costs.backfillBar).toContainText(/would cost about \$/)
    await expectAccessible(app.page)
    await app.press('g', 'b')
    const dialog = app.costs.backfillDialog
    await expect(dialog).toContainText('100 messages read so far')
    await expectAccessible(app.page)
    await dialog.getByRole('radio', { name: 'Only new messages from now on' }).check()
    await app.press('Enter')
    await expect(app.costs.backfillBar).toBeHidden()
    // Later, with the mouse, from the settings.
    await app.settings.open()
    await app.settings.region.getByRole('button', { name: 'Older messages', exact: true }).click()
    await dialog.getByRole('radio', { name: 'Fetch all 30 days' }).check()
    await dialog.getByRole('button', { name: 'Fetch them' }).click()
    await expect(dialog).toBeHidden()
    await app.press('g', 'b')
    await expect(dialog).toContainText('Everything that X gives')
  })
})
