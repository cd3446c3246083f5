import { expect, test } from '../fixtures.ts'
import { expectAccessible } from '../support/accessible.ts'
import { customerSays } from '../support/worlds.ts'

test('a search is kept as a view: shortcut, counts, order, offline, restart, mending', async ({ app, desk, x }) => {
  await expect(app.inbox.rows).toHaveCount(4)

  async function saveSearch(query: string, name: string): Promise<void> {
    await app.search.open()
    await app.search.field.fill(query)
    await app.press('ControlOrMeta+s')
    await expect(app.views.query).toHaveValue(query)
    await app.views.name.fill(name)
    await app.press('Enter')
    await expect(app.views.dialog).toBeHidden()
    await expect(app.inbox.title).toHaveText(name)
  }

  await test.step('saved from the search, by keyboard, with a live count', async () => {
    await saveSearch('order', 'Orders')
    await saveSearch('is:waiting', 'Everybody waiting')
    await expect(app.views.item('Orders')).toHaveText('Orders1')
    await expect(app.views.item('Everybody waiting')).toHaveText('Everybody waiting4')
  })

  await test.step('a number opens it, and it follows what customers write', async () => {
    await app.press('g', 'i')
    await expect(app.inbox.title).toHaveText('Inbox')
    await app.press('g', '1')
    await expect(app.inbox.title).toHaveText('Orders')
    await expect(app.inbox.rows).toHaveCount(1)
    customerSays(x.world, 'benito', 'And my order 99?')
    await expect(app.inbox.rows).toHaveCount(2)
    await expect(app.views.item('Orders')).toHaveText('Orders2')
  })

  await test.step('the palette has it by its name, with its key', async () => {
    await app.press('g', 'i')
    await expect(app.inbox.title).toHaveText('Inbox')
    await app.palette.open()
    await expect(app.palette.field).toBeFocused()
    await app.page.keyboard.type('everybody')
    await expect(app.palette.group('Saved views')).toHaveText([/^Everybody waiting.*is:waiting/])
    await expect(app.palette.chosen).toContainText('2')
    await app.press('Enter')
    await expect(app.inbox.title).toHaveText('Everybody waiting')
  })

  await test.step('all that it finds is chosen in one go', async () => {
    await expect(app.inbox.rows).toHaveCount(4)
    await app.press('j', 'x')
    await expect(app.inbox.selectionBar).toContainText('1 selected')
    await app.inbox.selectionBar.getByRole('button', { name: 'All 4' }).click()
    await expect(app.inbox.selectionBar).toContainText('4 selected')
    await app.press('Escape')
    await expect(app.inbox.chosen).toHaveCount(0)
  })

  await test.step('the order changes by keyboard and by mouse, for queues, too', async () => {
    await app.views.item('Everybody waiting').focus()
    await app.press('Alt+ArrowUp')
    await expect(app.views.items).toHaveText([/^Everybody waiting/, /^Orders/])
    await expect(app.views.item('Everybody waiting')).toBeFocused()
    await app.views.item('Orders').dragTo(app.views.item('Everybody waiting'))
    await expect(app.views.items).toHaveText([/^Orders/, /^Everybody waiting/])
    await app.inbox.queue('Unread').focus()
    await app.press('Alt+ArrowUp')
    await expect(app.views.queues.nth(3)).toHaveText(/^Unread/)
  })

  await test.step('offline it lists what is here', async () => {
    await x.goDown()
    await app.press('g', '2')
    await expect(app.inbox.title).toHaveText('Everybody waiting')
    await expect(app.inbox.rows).toHaveCount(4)
    await x.comeBack()
  })

  await test.step('a view whose name in its search is gone says so, and one key mends it', async () => {
    await saveSearch('in:orders is:unread', 'Unread orders')
    await expect(app.inbox.rows).not.toHaveCount(0)
    await app.views.item('Orders').focus()
    await app.press('Delete')
    await expect(app.page.getByText('The saved view “orders” was removed.', { exact: false })).toBeVisible()
    await expectAccessible(app.page)
    await app.press('Shift+V')
    await expect(app.inbox.rows.first()).toBeVisible()
    await expect(app.page.getByRole('button', { name: 'Search again: is:unread' })).toBeVisible()
    await app.press('q')
    await expect(app.views.query).toHaveValue('is:unread')
    await app.views.remove.click()
    await expect(app.inbox.title).not.toHaveText('Unread orders')
    await expect(app.views.item('Unread orders')).toHaveCount(0)
    await app.press('z')
    await expect(app.views.item('Unread orders')).toBeVisible()
    await app.press('z')
    await expect(app.views.item('Orders')).toBeVisible()
    await app.views.item('Unread orders').focus()
    await app.press('Delete')
    await expect(app.views.items).toHaveCount(2)
  })

  await test.step('deleted, and back by one key', async () => {
    await app.views.item('Orders').focus()
    await app.press('Delete')
    await expect(app.views.items).toHaveCount(1)
    await app.press('Shift+Z')
    const newest = app.page.getByRole('dialog', { name: 'Undo history' }).getByRole('option').first()
    await expect(newest).toContainText('Deleted the view “Orders”')
    await expect(newest).not.toContainText('conversation')
    await app.press('Escape', 'z')
    await expect(app.views.items).toHaveCount(2)
  })

  await test.step('all of it is there after a restart, the view that was open, too', async () => {
    await app.views.item('Everybody waiting').click()
    await expect(app.inbox.title).toHaveText('Everybody waiting')
    await desk.kill()
    const page = await desk.start()
    await expect(app.inbox.title).toHaveText('Everybody waiting')
    await expect(app.inbox.rows).toHaveCount(4)
    await expect(page.getByRole('list', { name: 'Saved views' }).getByRole('button')).toHaveText([
      /^Orders2/,
      /^Everybody waiting4/
    ])
    await expect(page.getByRole('list', { name: 'Queues' }).getByRole('button').nth(3)).toHaveText(/^Unread/)
  })
})
