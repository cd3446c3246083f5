import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { expectSentOnce } from '../support/expectations.ts'
import { customerSays } from '../support/worlds.ts'

test.describe('in its undo window', () => {
  test.use({ settings: { 'outbox.undoSeconds': 10 } })

  test('the send key pressed once more sends it now', async ({ app, x }) => {
    await app.press('j', 'Enter')
    await app.composer.reply('Right away')
    const reply = app.thread.message('Right away')
    await expect(reply).toContainText(/Sending in \d+ s/)
    await expect(app.composer.field).toBeFocused()
    await app.press('ControlOrMeta+Enter')
    await expect(reply).toContainText('Sent')
    await expectSentOnce(x, ['Right away'])
  })

  test('with something typed, the send key sends that and leaves the other in its window', async ({ app, x }) => {
    await app.press('j', 'Enter')
    await app.composer.reply('One')
    await app.composer.reply('Two')
    await expect(app.thread.message('One')).toContainText('Sending in')
    await expect(app.thread.message('Two')).toContainText('Sending in')
    expect(x.sentTexts()).toEqual([])
    await app.press('ControlOrMeta+Enter')
    await expectSentOnce(x, ['One', 'Two'])
  })

  test('the window goes on after a crash, and the reply can still be taken back', async ({ app, desk, x }) => {
    await expect(app.inbox.rows).toHaveCount(4)
    await app.press('j', 'Enter')
    await app.composer.reply('Too early')
    await expect(app.thread.message('Too early')).toContainText(/Sending in \d+ s/)
    await desk.kill()
    // The conversation is open again by itself; each second of the window counts here.
    const again = consolePage(await desk.start())
    await expect(again.thread.message('Too early')).toContainText(/Sending in \d+ s/)
    await again.thread.message('Too early').getByRole('button', { name: 'Undo' }).click()
    await expect(again.composer.field).toHaveValue('Too early')
    expect(x.sentTexts()).toEqual([])
  })
})

test('what needs an eye is settled in the outbox with the keyboard: sent anyway, edited, discarded', async ({
  app,
  x
}) => {
  await expect(app.inbox.rows).toHaveCount(4)
  await x.goDown()
  await app.press('j', 'Enter')
  await app.composer.reply('To Ana, one')
  await app.composer.reply('To Ana, two')
  await app.composer.reply('To Ana, three')
  await expect(app.status).toContainText('Offline')
  customerSays(x.world, 'anas', 'Wait a moment')
  await x.comeBack()
  await app.status.getByRole('button', { name: 'Try now' }).click()
  await expect(app.thread.message('To Ana, three')).toContainText('Needs your eye')
  await app.press('Escape')
  await app.outbox.open()
  await expect(app.outbox.replies.filter({ hasText: 'Needs your eye. Ana Silva wrote again' })).toHaveCount(3)
  await expect(app.outbox.selected).toContainText('To Ana, one')

  await app.press('Shift+S')
  await expect(app.outbox.replies).toHaveCount(2)
  await app.press('j')
  await expect(app.outbox.selected).toContainText('To Ana, three')
  await app.press('Shift+D')
  await expect(app.outbox.replies).toHaveCount(1)
  await expect(app.outbox.selected).toContainText('To Ana, two')
  await app.press('Shift+E')
  await expect(app.composer.field).toHaveValue('To Ana, two')
  await expectSentOnce(x, ['To Ana, one'])
})
