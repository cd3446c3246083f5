import { expect, test } from '../fixtures.ts'

const always = { times: 1_000 }

test('tokens that X refuses: sign in again, with the reason, and the reply waits', async ({ app, x }) => {
  await expect(app.inbox.rows).toHaveCount(4)
  x.faults.add({ kind: 'token-refused' }, { path: '/2/dm*', ...always })
  await app.press('j', 'Enter')
  await app.composer.reply('This waits for the sign-in.')
  await expect(app.troubleBar).toContainText('X asks @acme_help to sign in again.')
  await expect(app.troubleBar).toContainText('X does not accept this sign-in any more.')
  await expect(app.status).toContainText('Signed out')
  await expect(app.thread.message('This waits for the sign-in.')).toContainText('Waiting to be sent')
  x.faults.clear()
  // The app and its addresses are known: nothing is asked but X's own page.
  await app.troubleBar.getByRole('button', { name: 'Sign in again' }).click()
  await expect(app.signIn.again('acme_help')).toBeVisible()
  await app.signIn.authorize()
  await expect(app.signIn.again('acme_help')).toContainText('Signed in @acme_help')
  await app.signIn.done.click()
  await expect(app.troubleBar).toBeHidden()
  await expect(app.status).toContainText('Online')
  await expect.poll(() => x.sentTexts()).toEqual(['This waits for the sign-in.'])
})

test('without credits polling pauses, and reading goes on', async ({ app, x }) => {
  await expect(app.inbox.rows).toHaveCount(4)
  x.faults.add({ kind: 'out-of-credits' }, { path: '/2/dm*', ...always })
  await expect(app.troubleBar).toContainText('The X credits of @acme_help are used up.')
  await app.press('j', 'j', 'Enter')
  await expect(app.thread.message('The lamp flickers')).toBeVisible()
  const polls = x.requests.length
  await app.composer.reply('Once there is money again')
  await expect(app.thread.message('Once there is money again')).toContainText('Waiting to be sent')
  expect(x.requests.length).toBe(polls)

  x.faults.clear()
  await app.troubleBar.getByRole('button', { name: 'Try again' }).click()
  await expect(app.thread.message('Once there is money again')).toContainText('Sent')
})

test('web pages, cut answers and broken JSON in place of data: offline, then on as before', async ({ app, x }) => {
  await expect(app.inbox.rows).toHaveCount(4)
  const lists = { method: 'GET', path: '/2/dm_events' } as const
  x.faults.add({ kind: 'html' }, lists)
  await expect(app.status).toContainText('Offline')
  for (const kind of ['truncated', 'malformed'] as const) {
    const fault = x.faults.add({ kind }, lists)
    await app.status.getByRole('button', { name: 'Try now' }).click()
    await fault.hit
    await expect(app.status).toContainText('Offline')
  }
  await app.status.getByRole('button', { name: 'Try now' }).click()
  await expect(app.status).toContainText('Online')
  await expect(app.inbox.rows).toHaveCount(4)
})
