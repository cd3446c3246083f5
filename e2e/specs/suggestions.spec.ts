import { expect, test } from '../fixtures.ts'
import { expectAccessible } from '../support/accessible.ts'
import { addCustomer, customerSays, type Seed } from '../support/worlds.ts'

const kettles: Seed = {
  fill(world) {
    addCustomer(world, { name: 'Chloé Dubois', username: 'chloe_d' }, 60, ['My red kettle never arrived, please help'])
    addCustomer(world, { name: 'Ben Ito', username: 'benito' }, 30, ['My blue kettle never arrived, please help'])
    addCustomer(world, { name: 'Ana Silva', username: 'anas' }, 4, ['My green kettle never arrived, please help'])
  }
}

test.use({ seed: kettles, live: true })

test('what the team answered to one customer is offered for the next, by key and by mouse, and moves nothing', async ({
  app,
  x
}) => {
  const { canned, composer, library, page } = app
  await library.open()
  await library.write({
    title: 'Lost parcel',
    shortcut: 'lost',
    text: 'Sorry, {{ customer.first_name }}! Order {{ ask "Order number", type: "number" }} goes out again today.'
  })
  await library.approve()
  await app.press('Escape')
  await expect(library.list).toBeFocused()

  await test.step('the first answer is picked by hand', async () => {
    await app.press('g', 'i', 'j')
    await expect(app.thread.with('Ana Silva')).toBeVisible()
    await composer.write('/lost')
    await expect(canned.marked).toContainText('Lost parcel')
    await app.press('Enter')
    await expect(canned.question('Order number')).toBeFocused()
    await page.keyboard.insertText('17')
    await app.press('Enter')
    await expect(composer.field).toBeFocused()
    await app.press('ControlOrMeta+Enter')
    await expect.poll(() => x.sentTexts()).toEqual(['Sorry, Ana! Order 17 goes out again today.'])
    await expect(canned.suggestions).toHaveCount(0)
    await app.press('Escape')
  })

  await test.step('the next customer has it above the text, with why; nothing has moved for it', async () => {
    await app.inbox.row('Ben Ito').click()
    await expect(app.thread.with('Ben Ito')).toBeVisible()
    const before = await composer.field.boundingBox()
    await expect(canned.suggestions).toHaveCount(1)
    await expect(canned.suggestions).toHaveAccessibleName(
      /^Suggested reply 1: Lost parcel: answered something alike once/
    )
    await expect(canned.suggestions).toHaveAttribute('aria-keyshortcuts', /Alt\+1/)
    expect(await composer.field.boundingBox()).toEqual(before)
    await expectAccessible(page)
  })

  await test.step('its key asks what has to be asked, and inserts', async () => {
    await app.press('r')
    await expect(composer.field).toBeFocused()
    await app.press('Alt+1')
    await expect(canned.question('Order number')).toBeFocused()
    await page.keyboard.insertText('18')
    await app.press('Enter')
    await expect(composer.field).toHaveValue('Sorry, Ben! Order 18 goes out again today.')
    await expect(composer.field).toBeFocused()
    // Still there, beside what is written.
    await expect(canned.suggestions).toHaveCount(1)
    await app.press('ControlOrMeta+Enter')
    await expect(composer.field).toHaveValue('')
    await expect(canned.suggestions).toHaveCount(0)
    await app.press('Escape')
  })

  await test.step('a click does the same', async () => {
    await app.inbox.row('Chloé Dubois').click()
    await expect(app.thread.with('Chloé Dubois')).toBeVisible()
    await canned.suggestions.first().click()
    await expect(canned.question('Order number')).toBeFocused()
    await page.keyboard.insertText('19')
    await app.press('Enter')
    await expect(composer.field).toHaveValue('Sorry, Chloé! Order 19 goes out again today.')
    await expect(composer.field).toBeFocused()
    await app.press('ControlOrMeta+Enter')
    await expect(composer.field).toHaveValue('')
    await app.press('Escape')
  })

  await test.step('it comes while one looks on, when the customer writes again', async () => {
    await app.press('g', 'a')
    await app.inbox.row('Ana Silva').click()
    await expect(app.thread.with('Ana Silva')).toBeVisible()
    await expect(canned.suggestions).toHaveCount(0)
    const before = await composer.field.boundingBox()
    customerSays(x.world, 'anas', 'The second green kettle never arrived')
    await expect(app.thread.message('The second green kettle never arrived')).toBeVisible()
    await expect(canned.suggestions).toHaveCount(1)
    expect(await composer.field.boundingBox()).toEqual(before)
  })
})

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' })

  test('suggestions can be read in the dark, too', async ({ app }) => {
    const { canned, composer, library, page } = app
    await library.open()
    await library.write({ title: 'Kettle', shortcut: 'kettle', text: 'Your kettle never arrived? We look into it.' })
    await library.approve()
    await app.press('Escape')
    await expect(library.list).toBeFocused()
    await app.press('g', 'i', 'j')
    await expect(app.thread.with('Ana Silva')).toBeVisible()
    await composer.write('/kettle')
    await expect(canned.marked).toContainText('Kettle')
    await app.press('Enter')
    await expect(composer.field).toHaveValue(/We look into it/)
    await app.press('ControlOrMeta+Enter')
    await expect(composer.field).toHaveValue('')
    await app.press('Escape', 'j')
    await expect(app.thread.with('Ben Ito')).toBeVisible()
    await expect(canned.suggestions).toHaveCount(1)
    await expectAccessible(page)
  })
})
