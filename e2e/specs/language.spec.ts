import { expect, test } from '../fixtures.ts'
import { expectAccessible } from '../support/accessible.ts'
import { untranslated } from '../support/untranslated.ts'

test.use({ seed: null, settings: { 'outbox.undoSeconds': 10 } })

/** Places that a key opens, whatever the interface speaks. */
const dialogs = [['?'], ['g', 'c'], ['g', 'b'], ['g', 'p'], ['w'], ['/'], ['ControlOrMeta+k']] as const

test('the interface changes to Arabic at once, from right to left, and stays so', async ({ app }) => {
  const { page } = app
  await app.press('j', 'Enter')
  await expect(app.composer.field).toBeVisible()
  await app.settings.open()
  await app.settings.region.getByRole('combobox', { name: 'Language' }).selectOption('ar')

  const html = page.locator('html')
  await expect(html).toHaveAttribute('dir', 'rtl')
  await expect(html).toHaveAttribute('lang', 'ar')
  await expect(page.getByRole('region', { name: 'الإعدادات' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('option').first()).toBeVisible()
  await expect(html).toHaveAttribute('dir', 'rtl')

  // The rail stands on the right, the customer on the left, and arrows move lines the way they point.
  const rail = await page.getByRole('navigation').first().boundingBox()
  expect(rail?.x).toBeGreaterThan(1_000)
  const handle = page.getByRole('separator').first()
  const width = Number(await handle.getAttribute('aria-valuenow'))
  await handle.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(handle).toHaveAttribute('aria-valuenow', String(width + 16))

  await app.press('g', 's')
  await page.getByRole('combobox', { name: 'اللغة' }).selectOption('en')
  await expect(html).toHaveAttribute('dir', 'ltr')
  await expect(app.settings.region).toBeVisible()
})

test('no place shows a word that is not translated, and all of them are accessible from right to left', async ({
  app,
  desk
}) => {
  const { page } = app
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await app.settings.open()
  await app.settings.region.getByRole('combobox', { name: 'Language' }).selectOption('ar')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')

  const look = async (place: string): Promise<void> => {
    await test.step(place, async () => {
      expect(await untranslated(page)).toEqual([])
      await expectAccessible(page)
    })
  }
  await look('settings')
  await app.press('g', 'i')
  await expect(page.getByRole('option').first()).toBeVisible()
  await look('inbox')
  // Somebody who writes English: the send check would ask about an English answer to others, once it can tell.
  await page.getByRole('option', { name: /^Tamsin Grove/ }).click()
  await expect(page.getByRole('article').first()).toBeVisible()
  await app.press('r')
  await expect(page.locator('textarea:not([aria-hidden])')).toBeFocused()
  await page.keyboard.insertText('Hello Tamsin, I am looking into it.')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(page.locator('article[data-under-way=true]')).toBeVisible()
  await look('thread, with a reply under way')
  await page.keyboard.press('Escape')
  await app.press('g', 'o')
  await expect(page.locator('main li').first()).toBeVisible()
  await look('outbox')
  await app.press('g', 'i')
  await expect(page.getByRole('option').first()).toBeVisible()
  for (const keys of dialogs) {
    await app.press(...keys)
    const dialog = page.locator('[aria-modal=true]').last()
    await expect(dialog).toBeVisible()
    await look(keys.join(' '))
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
  await desk.resize(640, 400)
  await look('twice the size')
})
