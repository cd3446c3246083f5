import type { World } from '../../src/main/practice/world.ts'
import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { expectAccessible } from '../support/accessible.ts'
import { expectSentOnce } from '../support/expectations.ts'
import { fourCustomers } from '../support/worlds.ts'

const lookUps = (requests: readonly string[]): number =>
  requests.filter((request) => request.includes('/2/users/by/username/')).length

test.use({
  seed: {
    fill(world: World) {
      fourCustomers.fill(world)
      world.addUser({ username: 'newcomer', name: 'Nadia Newcomer', description: 'Tea, mostly.' })
      world.addUser({ username: 'closed', name: 'Closed Door', acceptsDms: false, protected: true })
    }
  }
})

test('by key: a handle is looked up, the profile says whether it takes messages, and the draft outlives a restart', async ({
  app,
  desk,
  x
}) => {
  await app.press('w')
  await expect(app.newMessage.field).toBeFocused()
  await app.page.keyboard.insertText('https://x.com/NewComer?s=20')
  await expect(app.newMessage.choices).toHaveCount(1)
  await expect(app.newMessage.chosen).toContainText('Look up @NewComer at X')
  await expect(app.newMessage.chosen).toContainText('Costs $0.010')
  await app.press('Enter')
  await expect(app.newMessage.dialog).toContainText('Accepts your direct messages')
  await expect(app.newMessage.dialog).toContainText('Tea, mostly.')
  await expect(app.newMessage.write).toBeFocused()
  await app.press('Enter')
  await expect(app.newMessage.dialog).toBeHidden()
  await expect(app.composer.field).toBeFocused()
  await expect(app.thread.log).toContainText('No messages yet')
  await app.page.keyboard.insertText('Welcome to our shop')
  await expect(app.inbox.row('Nadia Newcomer')).toContainText('Draft')

  await desk.kill()
  const again = consolePage(await desk.start())
  await again.inbox.row('Nadia Newcomer').click()
  await expect(again.composer.field).toHaveValue('Welcome to our shop')
  await again.press('r', 'ControlOrMeta+Enter')
  await expectSentOnce(x, ['Welcome to our shop'])
  expect(lookUps(x.requests)).toBe(1)
})

test('by mouse: somebody known is picked without a look-up, and the conversation there is opened', async ({
  app,
  x
}) => {
  await app.page.getByRole('button', { name: 'New message' }).click()
  await expect(app.newMessage.choices).toHaveCount(4)
  await app.newMessage.field.fill('ben')
  await expect(app.newMessage.choices).toHaveCount(2)
  await app.newMessage.choices.filter({ hasText: 'Ben Ito' }).click()
  await expect(app.newMessage.dialog).toContainText('You have a conversation with them already.')
  await app.newMessage.write.click()
  await expect(app.thread.with('Ben Ito')).toBeVisible()
  await expect(app.thread.message('The lamp flickers')).toBeVisible()
  expect(lookUps(x.requests)).toBe(0)
})

test('who takes no messages is told before writing; Esc goes back, and again closes', async ({ app }) => {
  await app.press('w')
  await expect(app.newMessage.field).toBeFocused()
  await app.page.keyboard.insertText('@closed')
  await app.press('Enter')
  await expect(app.newMessage.dialog).toContainText('Does not accept direct messages from you')
  await expect(app.newMessage.write).toHaveText('Write anyway')
  await app.press('Escape')
  await expect(app.newMessage.field).toBeFocused()
  await expect(app.newMessage.field).toHaveValue('@closed')
  await app.press('Escape')
  await expect(app.newMessage.dialog).toBeHidden()
})

test('what cannot be: an impossible handle, nobody, oneself, no connection, no credits', async ({ app, x }) => {
  await app.press('w')
  const { field, error, dialog, choices } = app.newMessage
  await field.fill('not a handle!')
  await expect(dialog).toContainText('it can be no handle')
  await expect(choices).toHaveCount(0)
  await field.fill('nobody_at_all')
  await app.press('Enter')
  await expect(error).toHaveText('X knows nobody called @nobody_at_all. Check the spelling.')
  await field.fill('@acme_help')
  await expect(error).toBeHidden()
  await app.press('Enter')
  await expect(error).toContainText('cannot write to itself')
  x.faults.add({ kind: 'out-of-credits' }, { path: '/2/users/by/username/*' })
  await field.fill('newcomer')
  await app.press('Enter')
  await expect(error).toContainText('X credits are used up')
  x.faults.add({ kind: 'rate-limited', rateHeaders: true }, { path: '/2/users/by/username/*' })
  await field.fill('newcome')
  await field.fill('newcomer')
  await app.press('Enter')
  await expect(error).toContainText('X allows no more look-ups')
})

test('offline: people known here can be written to, a look-up says why it does not work', async ({ app, x }) => {
  await x.goDown()
  await expect(app.status).toContainText('Offline')
  await app.press('w')
  await app.newMessage.field.fill('newcomer')
  await expect(app.newMessage.choices).toHaveCount(1)
  await expect(app.newMessage.choices).toContainText('X cannot be reached at the moment')
  await app.press('Enter')
  await expect(app.newMessage.error).toContainText('X cannot be reached, so nobody can be looked up now')
  await app.newMessage.field.fill('ana')
  await expect(app.newMessage.chosen).toContainText('Ana Silva')
  await app.press('Enter')
  await expect(app.newMessage.write).toBeFocused()
  await app.press('Enter')
  await expect(app.thread.with('Ana Silva')).toBeVisible()
  await expect(app.composer.field).toBeFocused()
})

for (const [colorScheme, width] of [
  ['light', 1280],
  ['dark', 900]
] as const) {
  test(`axe finds nothing in the dialog, ${colorScheme} and ${width} px wide`, async ({ app, desk }) => {
    await app.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await desk.resize(width, 800)
    await app.press('w')
    await app.newMessage.field.fill('ana')
    await expect(app.newMessage.choices).toHaveCount(2)
    await expectAccessible(app.page)
    await app.newMessage.field.fill('nobody_at_all')
    await app.press('Enter')
    await expect(app.newMessage.error).toBeVisible()
    await expectAccessible(app.page)
    await app.newMessage.field.fill('@closed')
    await app.press('Enter')
    await expect(app.newMessage.write).toBeFocused()
    await expectAccessible(app.page)
  })
}
