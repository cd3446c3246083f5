import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { expectAccessible } from '../support/accessible.ts'
import { addCustomer, customerSays, type Seed } from '../support/worlds.ts'

const threeCustomers: Seed = {
  fill(world) {
    for (const [at, name] of ['Ana Silva', 'Ben Ito', 'Carl Young'].entries()) {
      addCustomer(world, { name, username: `${name.slice(0, 3).toLowerCase()}name` }, 10 * (at + 1), [
        'Where is my refund?'
      ])
    }
  }
}

// Messages arrive the moment they are written.
test.use({ live: true, seed: threeCustomers })

const TEXT = 'Hi Ana, how did we do, from 1 to 5?'

test('a survey goes out by keyboard; its answers are read, asked about, and respected, also after a restart', async ({
  app,
  desk,
  x
}) => {
  const { customer, page, surveys } = app

  await test.step('a lead writes it in the settings; what is wrong is said', async () => {
    await app.settings.open()
    await surveys.add.click()
    await expect(surveys.name).toBeFocused()
    await app.press('Enter')
    await expect(surveys.problem).toHaveText('A survey needs a name.')
    await page.keyboard.insertText('How was it')
    await surveys
      .text('English, and any other')
      .fill('Hi {{ customer.first_name | default: "there" }}, how did we do, from 1 to 5?')
    await expectAccessible(page)
    await surveys.save.click()
    await expect(surveys.inList('How was it')).toContainText('Not sent yet')
  })

  await test.step('a key shows what it says, Enter sends it', async () => {
    await app.press('g', 'i', 'j')
    await expect(app.thread.with('Ana Silva')).toBeVisible()
    await app.press('Shift+R')
    await expect(surveys.dialog).toContainText(TEXT)
    await expect(surveys.dialog.getByRole('button', { name: 'Send' })).toBeFocused()
    await expectAccessible(page)
    await app.press('Enter')
    await expect(surveys.dialog).toBeHidden()
    await expect.poll(() => x.sentTexts()).toEqual([TEXT])
    await expect(surveys.line).toContainText('No answer to the survey yet')
  })

  await test.step('the answer is read and shown', async () => {
    customerSays(x.world, 'ananame', 'four, thanks')
    await expect(surveys.line).toContainText('Score: 4 of 5')
    await expect(customer.panel.getByRole('region', { name: 'Surveys' })).toContainText('4 of 5')
    await expectAccessible(page)
  })

  await test.step('who was asked lately is not asked again', async () => {
    await app.press('Shift+R')
    await expect(surveys.dialog).toContainText('was asked not long ago')
    await expect(surveys.dialog.getByRole('button', { name: 'Send' })).toBeFocused()
    await app.press('Enter')
    await expect(surveys.dialog).toBeVisible()
    await app.press('Escape')
    await expect(surveys.dialog).toBeHidden()
    expect(x.sentTexts()).toHaveLength(1)
  })

  await test.step('a doubtful one is asked about, and decided with a key; undo asks again', async () => {
    await app.inbox.row('Ben Ito').click()
    await expect(app.thread.with('Ben Ito')).toBeVisible()
    await app.press('Shift+R')
    await expect(surveys.dialog.getByRole('button', { name: 'Send' })).toBeFocused()
    await app.press('Enter')
    await expect.poll(() => x.sentTexts()).toHaveLength(2)
    customerSays(x.world, 'benname', '3 or 4')
    await expect(surveys.line).toContainText('Is this a score? “3 or 4”')
    await expectAccessible(page)
    await app.press('Shift+L')
    await expect(surveys.score(3)).toBeFocused()
    await app.press('4')
    await expect(surveys.score(4)).toBeFocused()
    await app.press('Enter')
    await expect(surveys.line).toContainText('Score: 4 of 5')
    await app.press('Escape')
    await app.notice('Score: 4 of 5').getByRole('button', { name: 'Undo' }).click()
    await expect(surveys.line).toContainText('Is this a score?')
    await surveys.score(3).click()
    await expect(surveys.line).toContainText('Score: 3 of 5')
  })

  await test.step('who wants no surveys gets none', async () => {
    await app.inbox.row('Carl Young').click()
    await expect(app.thread.with('Carl Young')).toBeVisible()
    await page.getByRole('button', { name: 'Send a survey…' }).click()
    await surveys.dialog.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => x.sentTexts()).toHaveLength(3)
    customerSays(x.world, 'carname', 'no surveys please')
    await expect(customer.panel).toContainText('Wants no surveys, said so')
  })

  await test.step('after a restart all of it is there', async () => {
    await desk.kill()
    const again = consolePage(await desk.start())
    await expect(again.inbox.rows.first()).toBeVisible()
    await again.inbox.row('Ben Ito').click()
    await expect(again.surveys.line).toContainText('Score: 3 of 5')
    await again.inbox.row('Carl Young').click()
    await expect(again.customer.panel).toContainText('Wants no surveys, said so')
    await again.inbox.row('Ana Silva').click()
    await expect(again.customer.panel.getByRole('region', { name: 'Surveys' })).toContainText('4 of 5')
  })
})

test('after a conversation was resolved its survey is offered, and one key sends it', async ({ app, x }) => {
  const { page, surveys } = app
  await app.settings.open()
  await surveys.add.click()
  await expect(surveys.name).toBeFocused()
  await page.keyboard.insertText('How was it')
  await page.getByLabel('When a conversation is resolved').selectOption('offer')
  await surveys.save.click()
  await expect(surveys.inList('How was it')).toContainText('Offer it')
  await app.press('g', 'i', 'j')
  await expect(app.thread.with('Ana Silva')).toBeVisible()
  await app.press('e')
  await expect(app.notice('Ask Ana Silva how it was?')).toBeVisible()
  await expectAccessible(page)
  await app.press('.')
  await expect.poll(() => x.sentTexts()).toHaveLength(1)
  await expect(app.notice('Ask Ana Silva how it was?')).toBeHidden()
})
