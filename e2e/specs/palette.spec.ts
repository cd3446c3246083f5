import { expect, test } from '../fixtures.ts'
import { expectAccessible } from '../support/accessible.ts'

test('a few letters lead to any action, customer and setting, and the focus comes back', async ({ app }) => {
  const { page, inbox, palette, thread, composer } = app

  await test.step('an action of the open conversation', async () => {
    await app.press('j')
    await expect(thread.with('Ana Silva')).toBeVisible()
    await palette.open()
    await expect(palette.field).toBeFocused()
    await expectAccessible(page)
    await page.keyboard.type('resolve')
    await expect(palette.chosen).toHaveAccessibleName(/^Resolve, or reopen/)
    await expect(palette.chosen).toContainText('E')
    await expect(palette.marks.first()).toHaveText('Resolve')
    await app.press('Enter')
    await expect(palette.dialog).toBeHidden()
    await expect(inbox.rows).toHaveCount(3)
    await expect(thread.with('Ben Ito')).toBeVisible()
    await expect(inbox.list).toBeFocused()
  })

  await test.step('only what is possible now is offered', async () => {
    await palette.open()
    await page.keyboard.type('>remove the attach')
    await expect(palette.items).toHaveCount(0)
    await expect(palette.dialog).toContainText('Nothing here is called')
    await app.press('Escape')
    await expect(inbox.list).toBeFocused()
  })

  await test.step('a customer, by name without accents', async () => {
    await palette.open()
    await page.keyboard.type('chloe')
    await expect(palette.chosen).toHaveAccessibleName(/^Chloé Dubois/)
    await app.press('Enter')
    await expect(thread.with('Chloé Dubois')).toBeFocused()
  })

  await test.step('from the middle of a text, and back into it', async () => {
    await composer.write('Bonjour')
    await palette.open()
    await page.keyboard.type('@')
    await expect(palette.group('Customers').first()).toBeVisible()
    await expect(palette.group('Actions')).toHaveCount(0)
    await app.press('Escape')
    await expect(composer.field).toBeFocused()
    await page.keyboard.type(' Chloé')
    await expect(composer.field).toHaveValue('Bonjour Chloé')
    await palette.open()
    await page.keyboard.type('switch note')
    await expect(palette.chosen).toContainText(/note/i)
    await app.press('Enter')
    await expect(composer.note).toBeFocused()
  })

  await test.step('what was used last is offered first', async () => {
    await palette.open()
    await expect(palette.group('Recently used')).toHaveText([
      /^Switch between reply and note/,
      /^Chloé Dubois/,
      /^Resolve, or reopen/
    ])
    await app.press('ArrowDown', 'ArrowDown', 'ArrowUp')
    await expect(palette.chosen).toHaveAccessibleName(/^Chloé Dubois/)
    await app.press('Escape')
  })

  await test.step('a part of the settings', async () => {
    await palette.open()
    await page.keyboard.type('keyboard settings')
    await expect(palette.chosen).toHaveAccessibleName(/^Keyboard/)
    await app.press('Enter')
    await expect(app.settings.region.getByRole('heading', { name: 'Keyboard' })).toBeFocused()
    await expect(app.keySettings.search).toBeInViewport()
  })
})
