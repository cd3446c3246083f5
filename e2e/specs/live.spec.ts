import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { expectAccessible } from '../support/accessible.ts'
import { customerSays } from '../support/worlds.ts'

test.use({ live: true })

test('a message arrives without a poll, typing shows before it, and nothing moves', async ({ app, x }) => {
  await expect(app.status).toContainText('Online · live')
  await app.press('j', 'Enter')
  await expect(app.thread.with('Ana Silva')).toBeVisible()
  const ana = x.world.userByUsername('anas')
  if (!ana) throw new Error('no Ana')
  const place = await app.composer.field.boundingBox()
  const rowPlace = await app.inbox.row('Ben Ito').boundingBox()
  x.world.signal({ kind: 'typing', fromUserId: ana.id, toUserId: x.world.brand.id })
  await expect(app.thread.typing).toHaveText('Ana Silva is typing…')
  await expect(app.inbox.row('Ana Silva')).toContainText('typing…')
  expect(await app.composer.field.boundingBox()).toEqual(place)
  expect(await app.inbox.row('Ben Ito').boundingBox()).toEqual(rowPlace)
  await expectAccessible(app.page)

  const polls = (): number => x.requests.filter((request) => request.startsWith('GET /2/dm_')).length
  const before = polls()
  customerSays(x.world, 'anas', 'It is order 1234')
  await expect(app.thread.message('It is order 1234')).toBeVisible()
  await expect(app.thread.typing).toBeHidden()
  expect(polls()).toBe(before)
})

test('typing that is not repeated ends by itself', async ({ app, x }) => {
  await expect(app.status).toContainText('live')
  const ana = x.world.userByUsername('anas')
  x.world.signal({ kind: 'typing', fromUserId: ana?.id ?? '', toUserId: x.world.brand.id })
  await expect(app.inbox.row('Ana Silva')).toContainText('typing…')
  await expect(app.inbox.row('Ana Silva')).not.toContainText('typing…', { timeout: 9_000 })
})

test('seen stands under the last message that was read, and is there after a restart', async ({ app, desk, x }) => {
  await expect(app.status).toContainText('live')
  await app.press('j', 'Enter')
  await app.composer.reply('It leaves today.')
  await expect.poll(() => x.sentTexts()).toEqual(['It leaves today.'])
  const message = app.thread.message('It leaves today.')
  await expect(message).toContainText('Sent')
  await expect(message).not.toContainText('Seen')
  const [event] = x.world.sent
  const ana = x.world.userByUsername('anas')
  x.world.signal({ kind: 'read', readerId: ana?.id ?? '', otherId: x.world.brand.id, eventId: event?.id ?? '' })
  await expect(message).toContainText(/Sent .*· Seen /)
  await desk.kill()
  const again = consolePage(await desk.start())
  await again.inbox.row('Ana Silva').click()
  await expect(again.thread.message('It leaves today.')).toContainText('Seen')
})

test('encrypted X Chat: a card in the conversation or above the list’s end, with keys, kept until it is dismissed', async ({
  app,
  desk,
  x
}) => {
  await expect(app.status).toContainText('live')
  const chat = (username: string): void => {
    const user = x.world.userByUsername(username) ?? x.world.addUser({ username, name: 'Nora Stein' })
    x.world.signal({ kind: 'encrypted-chat', fromUserId: user.id, toUserId: x.world.brand.id })
  }
  chat('anas')
  chat('nora')
  await expect(app.inbox.row('Ana Silva')).toContainText('X Chat')
  await expect(app.thread.encryptedChat).toHaveCount(1)
  await app.press('j', 'Enter')
  await expect(app.thread.encryptedChat).toHaveCount(2)
  const card = app.thread.encryptedChat.filter({ hasText: 'Ana Silva' })
  await expect(card).toContainText('An encrypted X Chat message waits, from Ana Silva.')
  await expect(card.getByRole('link', { name: 'Open X' })).toHaveAttribute('href', 'https://x.com/messages')
  await expectAccessible(app.page)

  await desk.kill()
  const again = consolePage(await desk.start())
  await again.inbox.row('Ana Silva').click()
  await expect(again.thread.encryptedChat).toHaveCount(2)
  // The key is for the one in the conversation; the other has a button.
  await again.press('Shift+X')
  await expect(again.thread.encryptedChat).toHaveCount(1)
  await expect(again.inbox.row('Ana Silva')).not.toContainText('X Chat')
  await again.thread.encryptedChat.getByRole('button', { name: 'Dismiss' }).click()
  await expect(again.thread.encryptedChat).toHaveCount(0)
})

test('refused for want of credits: polling goes on and says why; the token is replaced and removed in the settings', async ({
  app,
  x
}) => {
  await expect(app.status).toContainText('live')
  x.faults.add({ kind: 'out-of-credits' }, { path: '/2/activity/stream', times: 1_000 })
  x.activity.drop()
  await expect(app.status).toContainText('polling, live refused')
  await expect(app.status).toContainText('X credits are used up')
  customerSays(x.world, 'benito', 'Still there?')
  await expect(app.inbox.row('Ben Ito')).toContainText('Still there?')

  x.faults.clear()
  await app.settings.open()
  const open = app.settings.account('acme_help').getByRole('button', { name: 'Live connection…' })
  await open.click()
  const dialog = app.settings.live('acme_help')
  await expect(dialog).toContainText('X credits are used up')
  await expectAccessible(app.page)
  await app.press('Enter')
  await expect(dialog).toContainText('Paste the token first.')
  await expect(dialog.getByLabel(/app bearer token/i)).toBeFocused()
  await app.page.keyboard.insertText(x.appBearer)
  await app.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(app.status).toContainText('Online · live')

  await open.click()
  await dialog.getByRole('button', { name: 'Remove the token' }).click()
  await expect(dialog).toBeHidden()
  await expect(app.settings.account('acme_help')).toContainText('polling')
  expect(x.activity.subscriptions).toEqual([])
})
