import type { World } from '../../src/main/practice/world.ts'
import { expect, test } from '../fixtures.ts'
import { expectAccessible } from '../support/accessible.ts'

test.use({
  seed: {
    fill(world: World) {
      const ana = world.addUser({ name: 'Ana Silva', username: 'anas' }).id
      const ben = world.addUser({ name: 'Ben Ito', username: 'benito', description: 'Lamps.' }).id
      const cy = world.addUser({ name: 'Cy Moreau', username: 'cymoreau' }).id
      const at = Date.now() - 20 * 60_000
      const { id } = world.createGroup([world.brand.id, ana, ben], at)
      world.say(ana, id, 'Hello everybody', { at: at + 60_000 })
      world.say(ben, id, 'Hello Ana', { at: at + 120_000 })
      world.join(id, [cy], { byUserId: ben, at: at + 180_000 })
      world.leave(id, [ana], { at: at + 240_000 })
    }
  }
})

test('a group shows who said what and who is in it; members can be looked at, blocked and written to', async ({
  app,
  x
}) => {
  await app.press('j', 'Enter')
  await expect(app.thread.with('Ben Ito, Cy Moreau')).toBeVisible()
  await expect(app.thread.message('Hello everybody')).toContainText('Ana Silva')
  await expect(app.thread.message('Hello Ana')).toContainText('Ben Ito')
  await expect(app.thread.log).toContainText('Ben Ito added Cy Moreau')
  await expect(app.thread.log).toContainText('Ana Silva left')
  await app.composer.reply('Welcome, Cy')
  const [group] = x.world.groups()
  await expect.poll(() => x.requests).toContain(`POST /2/dm_conversations/${group?.id}/messages`)

  const pane = app.page.getByRole('complementary', { name: 'Customer' })
  await pane.getByRole('button', { name: 'Ben Ito' }).click()
  await expect(pane).toContainText('Lamps.')
  await expectAccessible(app.page)
  await pane.getByRole('button', { name: 'Block messages of Ben Ito' }).click()
  await expect(pane).toContainText('Messages blocked')
  await pane.getByRole('button', { name: 'Unblock messages of Ben Ito' }).click()
  await pane.getByRole('button', { name: 'Write to Ben Ito alone' }).click()
  await expect(app.thread.with('Ben Ito')).toBeVisible()
  await expect(app.composer.field).toBeFocused()
})

test('a group that the account left says so in the composer’s place', async ({ app, x }) => {
  await app.press('j', 'Enter')
  await expect(app.composer.field).toBeVisible()
  const [group] = x.world.groups()
  x.world.leave(group?.id ?? '', [x.world.brand.id])
  await expect(app.page.getByText('This account is not in this group any more.')).toBeVisible({ timeout: 20_000 })
  await expect(app.composer.field).toHaveCount(0)
})
