import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { expectAccessible } from '../support/accessible.ts'

const REFUND = 'Your refund is on its way, and you will see it at your bank within five days.'

test('what is worth a look in the library is found, and mended or left by key', async ({ app, desk }) => {
  const { library, page } = app
  await library.open()
  for (const [title, text] of [
    ['Paid out', REFUND],
    ['Money back', REFUND.replace('five', 'seven')],
    ['Sale', 'Use the code SUMMER20 until 24 December: https://shop.example.com'],
    ['Thanks', 'Thank you, {{ customer.first_name }}!']
  ] as const) {
    await library.write({ title, text })
    await library.approve()
    await app.press('Escape')
    await expect(library.list).toBeFocused()
  }
  const group = library.region.getByRole('group', { name: 'Worth a look' })
  const notes = library.pane.getByRole('note', { name: 'Worth a look' })
  await expect(group.getByRole('button')).toHaveText([
    /Said twice\s*2/,
    /Codes in the text\s*1/,
    /Dates in the text\s*1/,
    /Broken or unsafe links\s*1/
  ])

  await test.step('each kind lists its replies, with why', async () => {
    await group.getByRole('button', { name: /Codes in the text/ }).click()
    await expect(library.rows).toHaveText([/Sale.*The code SUMMER20 stands in the text/])
    await library.row('Sale').click()
    await expect(notes).toContainText('The link https://shop.example.com is broken')
    await expectAccessible(page)
  })

  await desk.kill()

  const after = consolePage(await desk.start())
  await expect(after.inbox.rows.first()).toBeVisible()
  const kinds = after.library.region.getByRole('group', { name: 'Worth a look' }).getByRole('button')
  const about = after.library.pane.getByRole('note', { name: 'Worth a look' })

  await test.step('what is listed is kept over a restart; what is meant so is left, until undone', async () => {
    await after.library.open()
    await expect(after.library.rows).toHaveText([/Sale/])
    await after.library.row('Sale').click()
    await expect(about).toBeVisible()
    await after.press('Shift+m')
    await expect(about).toBeHidden()
    await expect(after.library.region).toContainText('No reply fits the filter')
    await after.press('z')
    await expect(after.library.rows).toHaveText([/Sale/])
  })

  await test.step('of those that say the same one is kept', async () => {
    await kinds.filter({ hasText: 'Said twice' }).click()
    await expect(after.library.rows).toHaveText([/Money back/, /Paid out/])
    await after.library.row('Paid out').click()
    await expect(about).toContainText('Another reply says the same')
    await about.getByRole('button', { name: 'Compare' }).click()
    await expect(about.locator('ins')).toContainText('seven')
    await expectAccessible(after.page)
    await after.library.row('Paid out').click()
    await expect(after.library.list).toBeFocused()
    await after.press('Shift+g')
    await expect(about).toBeHidden()
    await kinds.filter({ hasText: 'Said twice' }).click()
    await expect(after.library.row('Money back')).toContainText('Retired')
    await expect(after.library.row('Paid out')).toContainText('Approved')
  })
})
