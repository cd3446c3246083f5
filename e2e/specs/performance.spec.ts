import { expect, test } from '../fixtures.ts'
import { expectAccessible } from '../support/accessible.ts'

test('how fast the console is on its own data is shown by key and from the help, beside the budgets', async ({
  app,
  desk
}) => {
  await app.press('j')
  await expect(app.thread.messages.first()).toBeVisible()
  await app.search.open()
  await expect(app.search.field).toBeFocused()
  await app.page.keyboard.type('order')
  await expect(app.search.messages.first()).toBeVisible()
  await app.press('Escape')
  await expect(app.search.dialog).toBeHidden()

  await app.press('g', 'p')
  const row = (name: RegExp) => app.performance.getByRole('row', { name })
  // Keys, lists and searches were counted: each line has figures and not dashes.
  await expect(row(/^Key or click/)).toContainText(/p50 ≤ 16 ms, p95 ≤ 50 ms, (kept|missed)/)
  await expect(row(/^Lists, threads and counts/)).toContainText(/p99 ≤ 2 ms, (kept|missed)/)
  await expect(row(/^Search, in the core/)).toContainText(/p95 ≤ 10 ms, (kept|missed)/)
  await expect(row(/^Search, until its answer/)).not.toContainText('–')
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.page.emulateMedia({ colorScheme })
    await expectAccessible(app.page)
  }
  if (desk.host === 'browser') {
    await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await app.performance.getByRole('button', { name: 'Copy the table' }).click()
    await expect
      .poll(() => app.page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/^Backchannel, ms\tTimes\tp50/)
  }
  await app.press('Escape')
  await expect(app.performance).toBeHidden()

  await app.press('?')
  await app.help.getByRole('button', { name: /^Performance/ }).click()
  await expect(app.performance).toBeVisible()
  await expect(app.help).toBeHidden()
})
