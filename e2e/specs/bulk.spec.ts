import { expect, test } from '../fixtures.ts'
import { expectFocusKept } from '../support/expectations.ts'
import { customerSays } from '../support/worlds.ts'

test('several conversations are chosen with keys or the mouse, worked on as one, and taken back tomorrow', async ({
  app,
  x,
  desk
}) => {
  const { page, inbox, thread, triage, composer } = app
  await expect(inbox.rows).toHaveCount(4)

  await test.step('by keys: one, a range, all; Escape lets go', async () => {
    await app.press('j')
    await expect(thread.with('Ana Silva')).toBeVisible()
    await app.press('x')
    await expect(inbox.chosen).toHaveCount(1)
    await app.press('Shift+ArrowDown')
    await expect(thread.with('Ben Ito')).toBeVisible()
    await app.press('Shift+ArrowDown')
    await expect(inbox.chosen).toHaveCount(3)
    await expect(inbox.selectionBar).toContainText('3 selected')
    await app.press('Shift+ArrowUp')
    await expect(inbox.chosen).toHaveCount(2)
    await app.press('ControlOrMeta+a')
    await expect(inbox.selectionBar).toContainText('4 selected')
    await app.press('Escape')
    await expect(inbox.chosen).toHaveCount(0)
    await expectFocusKept(page)
  })

  await test.step('by the mouse: add one, a range, the box', async () => {
    await inbox.row('Ana Silva').click()
    await inbox.row('Chloé').click({ modifiers: ['Shift'] })
    await expect(inbox.chosen).toHaveCount(3)
    await inbox.row('Ben').click({ modifiers: ['ControlOrMeta'] })
    await expect(inbox.chosen).toHaveCount(2)
    await inbox.row('山田').locator('[title=Select]').click()
    await expect(inbox.chosen).toHaveCount(3)
    await inbox.row('山田').locator('[title=Select]').click()
    await expect(inbox.chosen).toHaveCount(2)
  })

  await test.step('a choice survives what arrives, and one command is for all of it', async () => {
    customerSays(x.world, 'chloe_d', 'Et encore une chose')
    await expect(inbox.rows.first()).toHaveAccessibleName(/^Chloé/)
    await expect(inbox.selectionBar).toContainText('2 selected')
    await triage.choose('t', 'Tags', 'recall')
    await app.press('Escape')
    await expect(inbox.row('Chloé')).toContainText('recall')
    await expect(inbox.row('Ana')).toContainText('recall')
    await expect(inbox.row('Ben')).not.toContainText('recall')
    await app.press('e')
    await expect(inbox.rows).toHaveCount(2)
    await expect(app.notice('Resolved 2 conversations')).toBeVisible()
    await expect(inbox.chosen).toHaveCount(0)
    await expectFocusKept(page)
  })

  await test.step('another queue begins without a choice', async () => {
    await inbox.row('Ben').click()
    await app.press('x')
    await expect(inbox.chosen).toHaveCount(1)
    await app.press('g', 'a')
    await expect(inbox.title).toHaveText('All')
    await expect(inbox.rows).toHaveCount(4)
    await expect(inbox.chosen).toHaveCount(0)
  })

  await test.step('one undo each, after a restart', async () => {
    await desk.kill()
    await desk.start()
    // The console comes back where it was left.
    await expect(inbox.rows).toHaveCount(4)
    await app.press('g', 'i')
    await expect(inbox.rows).toHaveCount(2)
    await app.press('z')
    await expect(inbox.rows).toHaveCount(4)
    await expect(inbox.row('Ana')).toContainText('recall')
    await app.press('z')
    await expect(inbox.row('Ana')).not.toContainText('recall')
    await expect(inbox.row('Chloé')).not.toContainText('recall')
  })

  await test.step('unread is about the chosen ones, a reply about its own conversation', async () => {
    await inbox.row('Ben').click()
    await expect(thread.with('Ben Ito')).toBeVisible()
    await inbox.row('Ana').locator('[title=Select]').click()
    await inbox.row('Chloé').locator('[title=Select]').click()
    await expect(inbox.chosen).toHaveCount(2)
    await app.press('u')
    await expect(inbox.row('Ana')).toHaveAttribute('data-unread', 'true')
    await expect(inbox.row('Chloé')).toHaveAttribute('data-unread', 'true')
    await expect(inbox.row('Ben')).toHaveAttribute('data-unread', 'false')
    await composer.write('Hello Ben, it is on its way to you.')
    await app.press('ControlOrMeta+Shift+Enter')
    await expect(app.notice('Resolved Ben Ito')).toBeVisible()
    await expect(inbox.chosen).toHaveCount(2)
    await app.press('Escape', 'g', 'i')
    await expect(inbox.row('Ben')).toHaveCount(0)
    await expect(inbox.rows).toHaveCount(3)
  })
})
