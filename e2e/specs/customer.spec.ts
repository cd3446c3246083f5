import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { expectAccessible } from '../support/accessible.ts'
import type { World } from '../../src/main/practice/world.ts'
import { addCustomer } from '../support/worlds.ts'

const longName = 'العربية طويلة جدا اسم العميل الذي لا ينتهي أبدا '.repeat(2).trim()

test.use({
  seed: {
    fill(world: World) {
      addCustomer(world, { name: longName, username: 'a_very_long_handle_that_x_gave_once_40ch' }, 50, ['مرحبا'])
      const anna = addCustomer(world, { name: 'Anna S.', username: 'anna_second' }, 20, ['It is me again'])
      world.say(world.brand.id, anna, 'Hello again', { at: Date.now() - 15 * 60_000 })
      addCustomer(world, { name: 'Ana Silva', username: 'anas' }, 4, ['Where is my order?'])
    }
  }
})

test('attributes by mouse: defined in the settings, changed in the panel; bad values are said and nothing is lost', async ({
  app,
  desk
}) => {
  const { page, settings, customer } = app
  await settings.open()
  const form = page.locator('form').filter({ has: page.getByRole('combobox', { name: 'Kind' }) })
  const field = form.getByRole('textbox', { name: 'Name', exact: true })
  const add = page.getByRole('button', { name: 'Add an attribute' })
  const define = async (called: string, kind: string, choices?: string): Promise<void> => {
    await add.click()
    await field.fill(called)
    await page.getByRole('combobox', { name: 'Kind' }).selectOption(kind)
    if (choices !== undefined) await page.getByRole('textbox', { name: 'Choices, one per line' }).fill(choices)
    await form.getByRole('button', { name: 'Add', exact: true }).click()
  }
  await define('Plan', 'Choice', 'Gold')
  await expect(page.getByRole('alert')).toContainText('at least two choices')
  await page.getByRole('textbox', { name: 'Choices, one per line' }).fill('Gold\nSilver')
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  await define('Since', 'Date')
  await define('plan', 'Text')
  await expect(page.getByRole('alert')).toContainText('There is an attribute “plan” already')
  await field.fill('Order')
  await form.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: 'Move Order up' }).click()
  await expectAccessible(page)

  await app.press('g', 'i', 'j')
  await expect(app.thread.with('Ana Silva')).toBeVisible()
  await expect(customer.attributes.getByRole('button')).toHaveText(['None', 'None', 'None'])
  await customer.attribute('Since').click()
  const since = customer.panel.getByRole('textbox', { name: 'Since: Date' })
  await since.fill('2026-02-30')
  await since.press('Enter')
  await expect(customer.panel).toContainText('There is no such day.')
  await expect(since).toHaveValue('2026-02-30')
  await since.fill('2026-2-3')
  await since.press('Enter')
  await expect(customer.attribute('Since')).toBeFocused()
  await expect(customer.attribute('Since')).not.toHaveText('None')
  await customer.attribute('Plan').click()
  await customer.panel.getByRole('combobox', { name: 'Plan: Choice' }).selectOption('Gold')
  await customer.attribute('Order').click()
  await expect(customer.attribute('Plan')).toHaveText('Gold')
  await expectAccessible(page)
  await desk.kill()
  const again = consolePage(await desk.start())
  await again.inbox.row('Ana Silva').click()
  await expect(again.customer.attribute('Plan')).toHaveText('Gold')
  await again.settings.open()
  await again.page.getByRole('button', { name: 'Delete Plan' }).click()
  await expect(again.page.getByRole('button', { name: 'Change Plan' })).toHaveCount(0)
  await again.page.getByRole('button', { name: /^Undo Z/ }).click()
  await expect(again.page.getByRole('button', { name: 'Change Plan' })).toBeVisible()
  await again.press('g', 'i')
  await again.inbox.row('Ana Silva').click()
  await expect(again.customer.attribute('Plan')).toHaveText('Gold')
})

test('offline and by keyboard alone: notes, merge, other conversations, split, and back to the thread', async ({
  app,
  x
}) => {
  const { customer, thread, page } = app
  await expect(app.inbox.rows).toHaveCount(3)
  await x.goDown()
  await app.press('j')
  await expect(thread.with('Ana Silva')).toBeVisible()
  await expect(customer.merge).toBeVisible()

  await app.press('v', 'n')
  await expect(customer.noteField).toBeFocused()
  await page.keyboard.insertText('Prefers to be called Ani')
  await app.press('ControlOrMeta+Enter')
  await expect(customer.notes.getByRole('listitem')).toContainText('Prefers to be called Ani')
  await expect(customer.panel.getByRole('button', { name: 'Add a note' })).toBeFocused()
  await app.press('Escape')
  await expect(thread.with('Ana Silva')).toBeFocused()

  await app.press('v', 'm')
  await expect(customer.mergeDialog.getByRole('textbox')).toBeFocused()
  await page.keyboard.insertText('nobody at all')
  await expect(customer.mergeDialog).toContainText('Nobody here is called that.')
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText('anna_second')
  await expect(customer.mergeDialog.getByRole('button', { name: /Anna S\./ })).toBeVisible()
  await expectAccessible(page)
  await app.press('Enter')
  await expect(customer.mergeDialog).toBeHidden()
  await expect(customer.panel).toContainText('@anna_second')
  await expect(customer.others.getByRole('button')).toHaveText(/Anna S\./)
  await expect(customer.panel).toContainText('Usually answered in')

  // What was tagged and promised in the other conversation stands here, too, and is done from here.
  await app.press('j')
  await expect(thread.with('Anna S.')).toBeVisible()
  await app.triage.choose('t', 'Tags', 'loyal')
  await app.press('Escape')
  await expect(customer.tags.getByRole('button')).toHaveAccessibleName('loyal: this conversation')
  for (const promise of ['send the mug', 'write again']) {
    await app.press('f')
    await expect(app.triage.picker('Follow up').dialog.getByRole('textbox')).toBeFocused()
    await page.keyboard.insertText(promise)
    await app.press('Enter')
    await app.triage.picker('Follow up').field.fill('tomorrow 9')
    await expect(app.triage.picker('Follow up').options).toHaveText(/^tomorrow at 09:00/)
    await app.press('Enter')
    await expect(customer.promises.getByRole('list')).toContainText(promise)
    await expect(app.triage.picker('Follow up').dialog).toBeHidden()
  }
  await app.press('k')
  await expect(thread.with('Ana Silva')).toBeVisible()
  await expect(customer.tags.getByRole('button')).toHaveAccessibleName('loyal: another conversation')
  await expect(customer.promises.getByRole('listitem')).toHaveText([
    /^send the mug.*Anna S\./,
    /^write again.*Anna S\./
  ])
  await expectAccessible(page)
  await app.press('v', 'f')
  await expect(customer.promises.getByRole('button', { name: /^send the mug/ })).toBeFocused()
  await app.press('ArrowDown', 'Enter')
  await expect(customer.promises.getByRole('listitem')).toHaveCount(1)
  await expect(customer.promises.getByRole('button', { name: 'Done: write again' })).toBeFocused()
  await customer.promises.getByRole('button', { name: 'Done: write again' }).click()
  await expect(customer.promises).toHaveCount(0)
  // The undo leads to where the promise was made.
  await app.press('z')
  await expect(thread.with('Anna S.')).toBeVisible()
  await expect(customer.promises.getByRole('listitem')).toHaveText(/^write again/)
  await app.press('v', 't')
  await expect(customer.tags.getByRole('button')).toBeFocused()
  await app.press('Enter')
  await expect(app.search.messages.first()).toContainText('Anna S.')
  await app.press('Escape')
  await expect(customer.tags.getByRole('button')).toBeFocused()

  await app.press('v', 'v')
  await expect(customer.panel.locator(':focus')).toBeVisible()
  for (let step = 0; step < 16; step += 1) await app.press('ArrowDown')
  await expect(customer.others.getByRole('button')).toBeFocused()
  await app.press('Enter')
  await expect(thread.with('Ana Silva')).toBeVisible()
  await expect(customer.notes.getByRole('listitem')).toContainText('Prefers to be called Ani')
  await customer.split('Anna S.').focus()
  await app.press('Enter')
  await expect(customer.split('Anna S.')).toHaveCount(0)
  await expect(customer.tags).toHaveCount(0)
  await expect(customer.promises).toHaveCount(0)
})

test('a narrow window has it as a drawer; long and right-to-left names stay inside', async ({ app }) => {
  const { customer, page } = app
  await page.setViewportSize({ width: 900, height: 700 })
  await app.inbox.rows.last().click()
  await expect(app.thread.messages.first()).toBeVisible()
  await expect(customer.panel).toHaveCount(0)
  await app.press('v', 'v')
  await expect(customer.merge).toBeVisible()
  const box = await customer.panel.boundingBox()
  const inner = await customer.panel.evaluate((element) => element.scrollWidth)
  expect(inner).toBeLessThanOrEqual(Math.ceil(box?.width ?? 0))
  await expectAccessible(page)
  await app.press('Escape')
  await expect(customer.panel).toHaveCount(0)
})
