import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { connectAccount } from '../support/data-folder.ts'
import { addCustomer } from '../support/worlds.ts'

test.describe('the first account', () => {
  test.use({ seed: null })

  test('connects through X’s page: bad input, all callback addresses, the keyboard, the token of the app', async ({
    app,
    x
  }) => {
    addCustomer(x.world, { name: 'Ana Silva', username: 'anas' }, 4, ['Where is my order?'])
    await app.practiceBanner.getByRole('button', { name: 'Connect your X account' }).click()
    await expect(app.signIn.addresses).toHaveText([8787, 8788, 8789, 41173, 41174].map(callback))
    await expect(app.signIn.clientId).toBeFocused()
    await app.press('Enter')
    await expect(app.signIn.dialog).toContainText('The client id is missing')

    await expect(app.signIn.clientId).toBeFocused()
    await app.page.keyboard.type(x.clientId)
    await app.press('Tab')
    await expect(app.signIn.appBearer).toBeFocused()
    await app.signIn.appBearer.fill('two words')
    await app.signIn.otherServer(x.url)
    await app.signIn.dialog.getByRole('button', { name: 'Go on to X' }).click()
    await expect(app.signIn.dialog).toContainText('may not hold spaces')
    await app.signIn.appBearer.fill(x.appBearer)
    await expect(app.signIn.appBearer).toHaveAttribute('type', 'password')
    await app.signIn.dialog.getByRole('button', { name: 'Go on to X' }).click()
    await app.signIn.authorize()
    await expect(app.signIn.dialog).toContainText('Connected @acme_help')
    await app.signIn.done.click()
    await expect(app.practiceBanner).toBeHidden()
    await expect(app.inbox.row('Ana Silva')).toBeVisible()
    await expect(app.status).toContainText('Online · live')
  })

  test('where the browser cannot come back, its address is pasted', async ({ app, x }) => {
    await app.practiceBanner.getByRole('button', { name: 'Connect your X account' }).click()
    await app.signIn.clientId.fill(x.clientId)
    await app.signIn.otherServer(x.url)
    await app.press('Enter')
    const address = await app.signIn.openX.getAttribute('href')
    if (address === null) throw new Error('no address of X’s page')
    await app.signIn.pasted.fill('https://x.com/home')
    await app.press('Enter')
    await expect(app.signIn.dialog).toContainText('This is not the address that X led to')
    await app.signIn.dialog.getByRole('button', { name: 'Begin again' }).click()

    await app.signIn.clientId.fill(x.clientId)
    await app.signIn.otherServer(x.url)
    await app.press('Enter')
    const fresh = await app.signIn.openX.getAttribute('href')
    const form = new URL(fresh ?? '').searchParams
    form.set('decision', 'approve')
    const answer = await fetch(`${x.url}/i/oauth2/authorize`, { method: 'POST', body: form, redirect: 'manual' })
    await app.signIn.pasted.fill(answer.headers.get('location') ?? '')
    await app.press('Enter')
    await expect(app.signIn.dialog).toContainText('Connected @acme_help')
  })
})

test('signing in again from the settings asks for nothing but X’s page', async ({ app, x }) => {
  await app.settings.open()
  const account = app.settings.account('acme_help')
  await account.getByRole('button', { name: 'Sign in again' }).click()
  await expect(app.signIn.again('acme_help')).toBeVisible()
  await expect(app.signIn.clientId).toHaveCount(0)
  await app.signIn.dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(app.signIn.dialog).toBeHidden()

  await account.getByRole('button', { name: 'Sign in again' }).click()
  const before = x.requests.filter((request) => request === 'POST /2/oauth2/token').length
  await app.signIn.authorize()
  await expect(app.signIn.dialog).toContainText('Signed in @acme_help')
  await app.signIn.done.click()
  expect(x.requests.filter((request) => request === 'POST /2/oauth2/token').length).toBe(before + 1)
  await expect(app.status).toContainText('Online')
})

test('two accounts: both in the rail, each by itself or together, with the mouse and the keyboard', async ({
  dataDir,
  desk,
  x
}) => {
  const second = x.world.addUser({ username: 'second_shop', name: 'Second Shop' })
  const dora = x.world.addUser({ username: 'dora', name: 'Dora Lang' })
  x.world.say(dora.id, second.id, 'To the second shop')
  // The host that runs owns the folder.
  await desk.start()
  await desk.kill()
  await connectAccount(dataDir, x, { userId: second.id })
  const app = consolePage(await desk.start())
  const rail = app.page.getByRole('group', { name: 'Accounts' })
  await expect(rail.getByRole('button')).toHaveCount(2)
  await expect(app.inbox.rows).toHaveCount(5)
  await app.press('g', 'n')
  await expect(app.inbox.rows).toHaveCount(4)
  await app.press('g', 'n')
  await expect(app.inbox.rows).toHaveCount(1)
  await expect(app.inbox.row('Dora Lang')).toBeVisible()
  await expect(rail.getByRole('button', { name: /Second Shop/ })).toHaveAttribute('aria-pressed', 'true')
  await app.press('g', 'n')
  await expect(app.inbox.rows).toHaveCount(5)
  await rail.getByRole('button', { name: /Acme Help/ }).click()
  await expect(app.inbox.rows).toHaveCount(4)
  await rail.getByRole('button', { name: /Acme Help/ }).click()
  await expect(app.inbox.rows).toHaveCount(5)
})

function callback(port: number): string {
  return `http://127.0.0.1:${port}/callback`
}
