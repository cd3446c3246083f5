import type { World } from '../../src/main/practice/world.ts'
import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { expectAccessible } from '../support/accessible.ts'
import { expectFocusKept } from '../support/expectations.ts'
import { addCustomer } from '../support/worlds.ts'

test.use({
  settings: { 'outbox.undoSeconds': 8 },
  seed: {
    fill(world: World) {
      const id = addCustomer(world, { name: 'Ana Silva', username: 'anas' }, 9, ['Where is my order?'])
      const at = Date.now() - 6 * 60_000
      world.say(world.brand.id, id, 'The wrong pelican answer', { at })
      world.say(world.brand.id, id, 'The right answer', { at: at + 60_000 })
      world.say(id, world.brand.id, 'Thank you!', { at: at + 120_000 })
    }
  }
})

const wrong = 'The wrong pelican answer'
const deletedAtX = (world: World): boolean =>
  world.events().some((event) => event.text === wrong && event.deletedFor.includes(world.brand.id))

test('by key: chosen with m and the arrows, held with the way back, then gone here and at X', async ({ app, x }) => {
  await app.press('j', 'Enter')
  await expect(app.thread.messages.first()).toBeVisible()
  await app.press('m')
  await expect(app.thread.message('Thank you!')).toBeFocused()
  await app.press('Delete')
  await expect(app.notice('Only messages that you sent yourself can be deleted.')).toBeVisible()
  await app.press('ArrowUp', 'ArrowUp')
  await expect(app.thread.message(wrong)).toBeFocused()
  await app.press('Delete')
  await expect(app.thread.message(wrong)).toContainText('Deleting in')
  await expect(app.thread.message(wrong)).toContainText('The customer keeps their copy.')
  await app.press('z')
  await expect(app.thread.message(wrong)).not.toContainText('Deleting in')
  await app.press('Delete')
  await expect(app.thread.message(wrong)).toContainText('Deleting in')
  // Nobody has to take it back in time any more, however long this takes.
  await expectAccessible(app.page)
  await expect(app.thread.message(wrong)).toHaveCount(0)
  await expect.poll(() => deletedAtX(x.world)).toBe(true)
  await app.search.open()
  await app.search.field.fill('pelican')
  await expect(app.search.dialog).toContainText('Nothing found')
})

test('by mouse: the menu of a message says what will happen; a copy is one click, too', async ({ app, x }) => {
  await app.press('j', 'Enter')
  await app.thread.message(wrong).hover()
  await app.thread.message(wrong).getByRole('button', { name: 'Message actions' }).click()
  const item = app.page.getByRole('menuitem', { name: /^Delete/ })
  await expect(item).toContainText('Here and in your X account. The customer keeps their copy.')
  await expectAccessible(app.page)
  await item.click()
  await app.thread
    .message(wrong)
    .getByRole('button', { name: /^Keep it/ })
    .click()
  await expect(app.thread.message(wrong)).not.toContainText('Deleting in')
  await app.thread.message('Thank you!').hover()
  await app.thread.message('Thank you!').getByRole('button', { name: 'Message actions' }).click()
  await expect(app.page.getByRole('menuitem', { name: /^Copy text/ })).toBeVisible()
  await expect(app.page.getByRole('menuitem', { name: /^Delete/ })).toHaveCount(0)
  await app.press('Escape')
  await expect(app.page.getByRole('menu')).toHaveCount(0)
  await expectFocusKept(app.page)

  // In the menu the keys that it shows do what they say, and Escape leaves it and nothing else.
  await app.press('m', 'ArrowUp', 'ArrowUp')
  await expect(app.thread.message(wrong)).toBeFocused()
  await app.press('Enter')
  await expect(app.page.getByRole('menuitem', { name: /^Copy text/ })).toBeFocused()
  await app.press('Escape')
  await expect(app.thread.message(wrong)).toBeFocused()
  await app.press('Enter')
  await expect(app.page.getByRole('menuitem', { name: /^Copy text/ })).toBeFocused()
  await app.press('Delete')
  await expect(app.page.getByRole('menu')).toHaveCount(0)
  await expect(app.thread.message(wrong)).toContainText('Deleting in')
  await app.press('z')
  await expect(app.thread.message(wrong)).not.toContainText('Deleting in')
  expect(deletedAtX(x.world)).toBe(false)
})

test('offline: it is gone here, outlives a crash, and goes at X later', async ({ app, desk, x }) => {
  await app.press('j', 'Enter')
  await expect(app.thread.message(wrong)).toBeVisible()
  await x.goDown()
  await app.press('m', 'ArrowUp', 'ArrowUp', 'Delete')
  await expect(app.thread.message(wrong)).toHaveCount(0)
  await desk.kill()
  const again = consolePage(await desk.start())
  await expect(again.inbox.rows.first()).toBeVisible()
  await again.press('Home', 'Enter')
  await expect(again.thread.message('The right answer')).toBeVisible()
  await expect(again.thread.message(wrong)).toHaveCount(0)
  await again.press('Escape')
  await again.outbox.open()
  await expect(again.outbox.items).toContainText('Delete a message that you sent')
  await x.comeBack()
  await again.status.getByRole('button', { name: 'Try now' }).click()
  await expect.poll(() => deletedAtX(x.world)).toBe(true)
  await expect(again.outbox.region).toContainText('Everything is sent')
})
