import type { World } from '../../src/main/practice/world.ts'
import { expect, test } from '../fixtures.ts'
import { expectSentOnce } from '../support/expectations.ts'
import { addCustomer } from '../support/worlds.ts'

test.describe('with a moment to take it back', () => {
  test.use({ settings: { 'outbox.undoSeconds': 3 } })

  test('a reply is held with a countdown, then sent, exactly once', async ({ app, x }) => {
    await app.press('j', 'Enter')
    await app.composer.reply('Your parcel left this morning.')
    const reply = app.thread.message('Your parcel left this morning.')
    await expect(reply).toContainText(/Sending in [123] s/)
    expect(x.sentTexts()).toEqual([])
    await expect(reply).toContainText('Sent')
    await expectSentOnce(x, ['Your parcel left this morning.'])
    await expect(reply).toHaveCount(1)
  })
})

test.describe('with a long time to take it back', () => {
  test.use({ settings: { 'outbox.undoSeconds': 10 } })

  test('undo puts the text back into the composer', async ({ app, x }) => {
    await app.press('j', 'Enter')
    await app.composer.reply('Sent too early')
    await expect(app.thread.message('Sent too early')).toContainText('Sending in')
    await app.press('Escape', 'z')
    await expect(app.composer.field).toHaveValue('Sent too early')
    await expect(app.composer.field).toBeFocused()
    await expect(app.thread.message('Sent too early')).toHaveCount(0)
    expect(x.sentTexts()).toEqual([])
  })

  test('undo after send and resolve takes both back', async ({ app, x }) => {
    await expect(app.inbox.rows).toHaveCount(4)
    await app.press('j')
    await app.composer.write('Done and dusted')
    await app.press('ControlOrMeta+Shift+Enter')
    await expect(app.inbox.rows).toHaveCount(3)
    await expect(app.thread.with('Ben Ito')).toBeVisible()
    await app.press('z')
    await expect(app.thread.with('Ana Silva')).toBeVisible()
    await expect(app.composer.field).toHaveValue('Done and dusted')
    await expect(app.inbox.rows).toHaveCount(4)
    expect(x.sentTexts()).toEqual([])
  })

  test('a reply that need not wait is sent now', async ({ app, x }) => {
    await app.press('j', 'Enter')
    await app.composer.reply('Right away')
    await app.thread.message('Right away').getByRole('button', { name: 'Send now' }).click()
    await expect(app.thread.message('Right away')).toContainText('Sent')
    expect(x.sentTexts()).toEqual(['Right away'])
  })
})

test('a reply whose answer was lost is looked for, not sent again', async ({ app, x }) => {
  await app.press('j', 'Enter')
  const fault = x.faults.add({ kind: 'reset', when: 'after' }, { method: 'POST' })
  await app.composer.reply('Did this arrive?')
  await fault.hit
  const reply = app.thread.message('Did this arrive?')
  await expect(reply).toContainText('Checking with X whether it arrived')
  await expect(reply).toContainText('Sent')
  await expectSentOnce(x, ['Did this arrive?'])
  await expect(reply).toHaveCount(1)
})

test.describe('to somebody who takes no messages', () => {
  test.use({
    seed: {
      fill(world: World) {
        const id = addCustomer(world, { name: 'Closed Door', username: 'closed' }, 5, ['Hello?'])
        world.addUser({ ...world.user(id), acceptsDms: false })
      }
    }
  })

  test('a refused reply says why, and its text can be edited', async ({ app }) => {
    await app.press('j', 'Enter')
    await app.composer.reply('Can you hear me?')
    const reply = app.thread.message('Can you hear me?')
    await expect(reply).toContainText('Not sent. This person cannot be written to')
    await expect(app.inbox.row('Closed Door')).toContainText('Needs your eye')
    await expect(app.status).toContainText('1 in outbox, 1 needs your eye')
    await reply.getByRole('button', { name: 'Edit' }).click()
    await expect(app.composer.field).toHaveValue('Can you hear me?')
    await expect(app.composer.field).toBeFocused()
    await expect(reply).toHaveCount(0)
  })
})
