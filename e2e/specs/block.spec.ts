import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { expectAccessible } from '../support/accessible.ts'
import { customerSays } from '../support/worlds.ts'

test('by key and by mouse: blocked everywhere at once, closed to writing, and taken back', async ({ app, x }) => {
  const ana = x.world.userByUsername('anas')?.id ?? ''
  await app.press('j', 'Enter')
  await expect(app.thread.with('Ana Silva')).toBeVisible()
  await app.press('b')
  await expect(app.inbox.row('Ana Silva')).toContainText('Blocked')
  await expect(app.page.getByText('You blocked messages of Ana Silva. Unblock to write.')).toBeVisible()
  await expect.poll(() => x.world.isBlocked(x.world.brand.id, ana)).toBe(true)
  await expectAccessible(app.page)
  await app.press('z')
  await expect(app.composer.field).toBeVisible()
  await expect.poll(() => x.world.isBlocked(x.world.brand.id, ana)).toBe(false)
  await app.page.getByRole('button', { name: 'Block messages of Ana Silva' }).click()
  await expect(app.page.getByRole('complementary', { name: 'Customer' })).toContainText('Messages blocked')
  await app.page.getByRole('button', { name: 'Unblock', exact: true }).click()
  await expect(app.composer.field).toBeVisible()
  await expect.poll(() => x.world.isBlocked(x.world.brand.id, ana)).toBe(false)
  customerSays(x.world, 'anas', 'Are you still there?')
  await expect(app.thread.message('Are you still there?')).toBeVisible({ timeout: 20_000 })
})

test('offline: it waits in the outbox, outlives a crash, and the last wish alone reaches X', async ({
  app,
  desk,
  x
}) => {
  const asked = (): string[] => x.requests.flatMap((request) => /\/dm\/(block|unblock)$/.exec(request)?.[1] ?? [])
  await x.goDown()
  await app.press('j', 'Enter')
  await expect(app.thread.messages.first()).toBeVisible()
  await app.press('b')
  await expect(app.inbox.row('Ana Silva')).toContainText('Blocked')
  await app.press('b')
  await expect(app.inbox.row('Ana Silva')).not.toContainText('Blocked')
  await app.press('b')
  await expect(app.inbox.row('Ana Silva')).toContainText('Blocked')
  await expect(app.status).toContainText('1 in outbox')

  await desk.kill()
  const again = consolePage(await desk.start())
  await expect(again.inbox.row('Ana Silva')).toContainText('Blocked')
  await again.outbox.open()
  await expect(again.outbox.items).toContainText('Block their messages')
  await x.comeBack()
  await again.status.getByRole('button', { name: 'Try now' }).click()
  await expect(again.outbox.region).toContainText('Everything is sent')
  expect(asked()).toEqual(['block'])
})

test('a refusal is seen in the outbox, with what still stands', async ({ app, x }) => {
  x.faults.add({ kind: 'status', status: 403 }, { path: /\/dm\/block$/ })
  await app.press('j', 'Enter')
  await expect(app.thread.messages.first()).toBeVisible()
  await app.press('b')
  await expect(app.status).toContainText('1 needs your eye')
  await app.outbox.open()
  await expect(app.outbox.items).toContainText('They are not blocked.')
  await app.outbox.items.getByRole('button', { name: 'Try again' }).click()
  await expect(app.outbox.region).toContainText('Everything is sent')
})
