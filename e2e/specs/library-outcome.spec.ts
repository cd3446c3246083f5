import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { expectAccessible } from '../support/accessible.ts'
import { addCustomer, customerSays, type Seed } from '../support/worlds.ts'

/** Three who ask the same, in the same language. */
const threeCustomers: Seed = {
  fill(world) {
    for (const [at, name] of ['Ana Silva', 'Ben Ito', 'Carl Young'].entries()) {
      addCustomer(world, { name, username: name.slice(0, 3).toLowerCase() + 'name' }, 10 * (at + 1), [
        'Where is my refund?'
      ])
    }
  }
}

// Messages arrive the moment they are written.
test.use({ live: true, seed: threeCustomers })

test('from the lead who writes a reply to what became of it at the customer', async ({ app, desk, x }) => {
  const { canned, composer, library, page } = app

  await test.step('a lead writes a fragment and a reply, and has both reviewed and approved', async () => {
    await library.open()
    await library.write({ title: 'Signature', shortcut: 'sign', text: '— {{ brand.name }}', fragment: true })
    await library.approve()
    await app.press('Escape')
    await expect(library.list).toBeFocused()
    await library.write({
      title: 'Late order',
      shortcut: 'late',
      text: 'Hi {{ customer.first_name }}, order {{ ask "Order number", type: "number" }} is late.\n{{ fragment "sign" }}'
    })
    await app.press('ControlOrMeta+s')
    await expect(library.stage).toHaveText('Draft')
    await app.press('Escape')
    await expect(library.list).toBeFocused()
    await app.press('s')
    await expect(library.stage).toHaveText('In review')
    await app.press('u')
    await expect(library.outcome).toContainText('Not sent yet.')
    await expectAccessible(page)
    await app.press('Escape')
    await expect(library.outcome).toBeHidden()
    await expect(library.list).toBeFocused()
    await app.press('a')
    await expect(library.stage).toHaveText('Approved')
  })

  await test.step('an agent inserts it, and the customer gets exactly what was previewed', async () => {
    await app.press('g', 'i', 'j')
    await expect(app.thread.with('Ana Silva')).toBeVisible()
    await app.press('r')
    await expect(composer.field).toBeFocused()
    await page.keyboard.type('/late')
    await expect(canned.marked).toContainText('Late order')
    await app.press('Enter')
    await expect(canned.question('Order number')).toBeFocused()
    await canned.question('Order number').fill('1234')
    const previewed = 'Hi Ana, order 1234 is late.\n— Acme Help'
    await expect(canned.form).toContainText('Hi Ana, order 1234 is late.')
    await app.press('Enter')
    await expect(composer.field).toHaveValue(previewed)
    await app.press('ControlOrMeta+Enter')
    await expect.poll(() => x.sentTexts()).toEqual([previewed])
    await expect(composer.field).toHaveValue('')
  })

  await test.step('the outcome shows up, and follows what the customer does', async () => {
    await app.press('Escape')
    await expect(composer.field).not.toBeFocused()
    await library.open()
    await library.row('Late order').click()
    await app.press('u')
    const all = library.outcome.getByRole('row', { name: /^All versions/ })
    await expect(all.getByRole('cell').first()).toContainText('1')
    await expect(all).toContainText('0 of 1')
    await expect(library.outcome.getByRole('row', { name: /^Version 1/ })).toContainText('in use')
    await expectAccessible(page)
    customerSays(x.world, 'ananame', 'Thank you, it has come.')
    await expect(all).toContainText('1 of 1')
    await app.press('Escape')
    await expect(library.outcome).toBeHidden()
    await expect(library.list).toBeFocused()
  })

  await test.step('so does what the customer says in a survey after it', async () => {
    const { surveys } = app
    await app.settings.open()
    await surveys.add.click()
    await expect(surveys.name).toBeFocused()
    await page.keyboard.insertText('How was it')
    await surveys.text('English, and any other').fill('How did we do, from 1 to 5?')
    await surveys.save.click()
    await expect(surveys.inList('How was it')).toContainText('Not sent yet')
    await app.press('g', 'i', 'j')
    await expect(app.thread.with('Ana Silva')).toBeVisible()
    await app.press('Shift+R')
    await expect(surveys.dialog.getByRole('button', { name: 'Send' })).toBeFocused()
    await app.press('Enter')
    await expect.poll(() => x.sentTexts()).toHaveLength(2)
    customerSays(x.world, 'ananame', '5')
    await expect(surveys.line).toContainText('Score: 5 of 5')
    await library.open()
    await library.row('Late order').click()
    await app.press('u')
    await expect(library.outcome.getByRole('row', { name: /^Version 1/ })).toContainText('1 of 15.0 of 5 on average')
    await expectAccessible(page)
    await app.press('Escape')
    await expect(library.list).toBeFocused()
    await expect(library.row('Late order')).toContainText('1 of 1 content')
  })

  await test.step('the table tells it, too, and sorts by it: by key, by mouse, and again after a restart', async () => {
    const row = library.row('Late order')
    await expect(row).toContainText('0 of 1 changed before sending')
    await expect(row).toContainText('1 of 1 answered')
    await expect(row).toContainText('after under a minute')
    await app.press('Shift+l')
    await expect(library.picker('Sort the library')).toBeVisible()
    await page.keyboard.type('answered')
    await expect(library.picker('Sort the library').getByRole('option')).toHaveText([/Customer answered/])
    await app.press('Enter')
    const sorted = library.region.getByRole('button', { name: 'Sort by Customer answered' })
    await expect(sorted).toHaveAttribute('aria-pressed', 'true')
    await expect(library.rows).toHaveText([/Late order/, /Signature/])
    await sorted.click()
    await expect(
      library.region.getByRole('button', { name: 'Sort by Customer answered, the other way round' })
    ).toBeVisible()
    // What is not known stays last.
    await expect(library.rows).toHaveText([/Late order/, /Signature/])
    await expectAccessible(page)
    await desk.resize(700, 800)
    await app.press('Escape')
    await expect(library.list).toBeVisible()
    await expect(row).toContainText('1 of 1 answered')
    await library.region.getByRole('button', { name: 'Sort the library' }).click()
    await library.picker('Sort the library').getByRole('option', { name: 'Title' }).click()
    await expect(library.picker('Sort the library')).toBeHidden()
    await expect(library.rows).toHaveText([/Late order/, /Signature/])
    await desk.resize(1280, 800)
    await library.region.getByRole('button', { name: 'Sort by Uses' }).click()
    await library.region.getByRole('button', { name: 'Sort by Uses', exact: true }).click()
    await expect(library.rows).toHaveText([/Signature/, /Late order/])
    await desk.kill()
    const again = consolePage(await desk.start())
    await again.library.open()
    await expect(again.library.rows).toHaveText([/Signature/, /Late order/])
    await expect(again.library.row('Late order')).toContainText('1 of 1 answered')
  })
})

test('what agents keep changing becomes the draft with one key, or is never proposed again', async ({
  app,
  desk,
  x
}) => {
  const { canned, composer, library, page } = app
  await library.open()
  await library.write({
    title: 'Refund',
    shortcut: 'refund',
    text: 'Hello, and thanks for writing to us! Your refund takes 5 days. Sorry!'
  })
  await library.approve()
  await app.press('Escape')
  await expect(library.list).toBeFocused()
  await app.press('Shift+u')
  await expect(library.fixes).toContainText('Nothing. Where agents make the same change')
  await app.press('Escape')
  await expect(library.fixes).toBeHidden()
  await app.press('g', 'i')

  const names = ['Ana Silva', 'Ben Ito', 'Carl Young']
  for (const [at, name] of names.entries()) {
    await test.step(`an agent changes it for ${name}`, async () => {
      await expect(app.inbox.row(name)).toBeVisible()
      await app.inbox.row(name).click()
      await expect(app.thread.with(name)).toBeVisible()
      await app.press('r')
      await expect(composer.field).toBeFocused()
      await page.keyboard.type('/refund')
      await expect(canned.marked).toContainText('Refund')
      await app.press('Enter')
      await expect(composer.field).toHaveValue('Hello, and thanks for writing to us! Your refund takes 5 days. Sorry!')
      for (const [word, better] of [
        ['5', '10 working'],
        ['Sorry', 'So sorry']
      ] as const) {
        await composer.field.evaluate((field: HTMLTextAreaElement, wanted) => {
          const from = field.value.indexOf(wanted)
          field.setSelectionRange(from, from + wanted.length)
        }, word)
        await page.keyboard.insertText(better)
      }
      await expect(composer.field).toHaveValue(
        'Hello, and thanks for writing to us! Your refund takes 10 working days. So sorry!'
      )
      await app.press('ControlOrMeta+Enter')
      await expect.poll(() => x.sentTexts()).toHaveLength(at + 1)
      await expect(composer.field).toHaveValue('')
      await app.press('Escape')
      await expect(composer.field).not.toBeFocused()
    })
  }

  await library.open()
  const button = library.region.getByRole('button', { name: '2 fixes proposed' })
  for (const width of [480, 700, 1280]) {
    await desk.resize(width, 800)
    await expect(button).toBeVisible()
  }
  await desk.resize(600, 800)
  await button.click()
  await expect(library.fixes).toBeVisible()
  await desk.resize(1280, 800)
  const { fixes } = library
  await expect(fixes.getByRole('list', { name: 'Proposed changes' }).getByRole('button')).toHaveCount(2)
  await expect(fixes).toContainText('One agent changed it so for 3 of the 3 customers who got this version.')
  await expectAccessible(page)
  const sorry = fixes.locator('ins').filter({ hasText: 'So sorry' })
  if (!(await sorry.isVisible())) await app.press('ArrowDown')
  await expect(sorry).toBeVisible()
  await app.press('Delete')
  await expect(fixes.getByRole('list', { name: 'Proposed changes' }).getByRole('button')).toHaveCount(1)
  await expect(fixes.locator('ins').filter({ hasText: 'working' })).toBeVisible()
  await expect(fixes.getByRole('button', { name: /^Ben Ito/ })).toBeVisible()
  await fixes.getByRole('list', { name: 'Proposed changes' }).getByRole('button').focus()
  await app.press('Enter')
  await expect(fixes).toBeHidden()
  await expect(library.stage).toHaveText('Approved, newer draft')
  await expect(library.body).toHaveValue(
    'Hello, and thanks for writing to us! Your refund takes 10 working days. Sorry!'
  )

  await desk.kill()
  const again = consolePage(await desk.start())
  await expect(again.inbox.rows.first()).toBeVisible()
  await again.library.open()
  await expect(again.library.row('Refund')).toBeVisible()
  await expect(again.library.region.getByRole('button', { name: /proposed$/ })).toHaveCount(0)
})
