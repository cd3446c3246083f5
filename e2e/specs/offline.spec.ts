import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { expectSentOnce } from '../support/expectations.ts'
import { customerSays } from '../support/worlds.ts'

test('a reply written offline waits, survives a crash, and leaves once when X is back', async ({ app, desk, x }) => {
  await expect(app.inbox.rows).toHaveCount(4)
  await x.goDown()
  await app.press('j', 'Enter')
  await app.composer.reply('I checked: it is on the van.')
  await expect(app.thread.message('it is on the van')).toContainText('Waiting to be sent')
  await expect(app.status).toContainText('Offline')
  await expect(app.status).toContainText('1 in outbox')
  await expect(app.inbox.row('Ana Silva')).toContainText('Unsent')

  await desk.kill()
  const again = consolePage(await desk.start())
  await expect(again.inbox.rows).toHaveCount(4)
  await expect(again.status).toContainText('Offline')
  await again.outbox.open()
  await expect(again.outbox.items).toHaveCount(1)
  await expect(again.outbox.items).toContainText('I checked: it is on the van.')

  await x.comeBack()
  await again.status.getByRole('button', { name: 'Try now' }).click()
  await expect(again.outbox.region).toContainText('Everything is sent')
  await expectSentOnce(x, ['I checked: it is on the van.'])
  await expect(again.status).toContainText('Online')
})

test('a reply that was being sent when the host died is looked for, not sent again', async ({ app, desk, x }) => {
  const fault = x.faults.add({ kind: 'hang', when: 'after' }, { method: 'POST' })
  await app.press('j', 'Enter')
  await app.composer.reply('Cut off in the middle')
  await fault.hit
  await desk.kill()
  fault.release()
  const again = consolePage(await desk.start())
  await expect(again.inbox.rows).not.toHaveCount(0)
  await again.press('Home', 'Enter')
  await expect(again.thread.message('Cut off in the middle')).toContainText('Sent')
  await expectSentOnce(x, ['Cut off in the middle'])
  await expect(again.thread.message('Cut off in the middle')).toHaveCount(1)
})

test('everything but sending works offline', async ({ app, x }) => {
  await expect(app.inbox.rows).toHaveCount(4)
  await x.goDown()
  await app.press('j', 'j')
  await expect(app.thread.with('Ben Ito')).toBeVisible()
  await app.press('e')
  await expect(app.inbox.rows).toHaveCount(3)
  await app.search.open()
  await app.page.keyboard.insertText('flickers')
  await expect(app.search.messages).toHaveCount(1)
})

test('it comes back by itself', async ({ app, x }) => {
  await expect(app.inbox.rows).toHaveCount(4)
  await x.goDown()
  await expect(app.status).toContainText('Offline')
  await x.comeBack()
  customerSays(x.world, 'benito', 'It works again')
  await expect(app.inbox.rows.first()).toHaveAccessibleName(/^Ben Ito.*It works again/)
  await expect(app.status).toContainText('Online')
})

test('a reply that waited while the customer wrote again asks for a look before it leaves', async ({ app, x }) => {
  await expect(app.inbox.rows).toHaveCount(4)
  await x.goDown()
  await app.press('j', 'Enter')
  await app.composer.reply('You get a new one.')
  await expect(app.status).toContainText('Offline')
  customerSays(x.world, 'anas', 'Never mind, it came!')
  await x.comeBack()
  await app.status.getByRole('button', { name: 'Try now' }).click()
  const reply = app.thread.message('You get a new one.')
  await expect(reply).toContainText('Needs your eye. Ana Silva wrote again')
  await expect(app.thread.message('Never mind, it came!').first()).toBeVisible()
  expect(x.sentTexts()).toEqual([])
  await reply.getByRole('button', { name: 'Send anyway' }).click()
  await expect(reply).toContainText('Sent')
  expect(x.sentTexts()).toEqual(['You get a new one.'])
})
