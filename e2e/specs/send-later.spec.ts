import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { expectAccessible } from '../support/accessible.ts'
import { expectSentOnce } from '../support/expectations.ts'
import { customerSays } from '../support/worlds.ts'

test.describe('with the keyboard', () => {
  test('a reply is written for a time in words, stands in thread, list and outbox, and can be moved and sent now', async ({
    app,
    x
  }) => {
    await app.press('j', 'Enter')
    await app.composer.write('Good morning, it arrived at the shop.')
    await app.press('ControlOrMeta+Alt+Enter')
    const dialog = app.schedule('Send later')
    await expect(dialog.words).toBeFocused()
    await expectAccessible(app.page)
    await app.page.keyboard.insertText('tomorrow 9:15')
    await expect(dialog.options).toHaveCount(1)
    await expect(dialog.options).toContainText('tomorrow at 09:15')
    await app.press('Enter')
    await expect(dialog.box).toHaveCount(0)
    await expect(app.composer.field).toBeFocused()
    await expect(app.composer.field).toHaveValue('')

    const reply = app.thread.message('Good morning, it arrived')
    await expect(reply).toContainText('Leaves tomorrow at 09:15')
    await expect(app.inbox.row('Ana Silva')).toContainText('Scheduled')
    await app.press('Escape')
    await app.outbox.open()
    await expect(app.outbox.items).toContainText('Leaves tomorrow at 09:15')

    await app.press('Shift+T')
    const change = app.schedule('Change the time')
    await expect(change.words).toBeFocused()
    await app.page.keyboard.insertText('fri 14:30')
    await expect(change.options).toHaveText(/14:30/)
    await app.press('Enter')
    await expect(app.outbox.items).toContainText('at 14:30')

    await app.press('Shift+S')
    await expect(app.outbox.region).toContainText('Everything is sent')
    await expectSentOnce(x, ['Good morning, it arrived at the shop.'])
  })

  test('choices are walked through with the arrows; Escape keeps the text', async ({ app }) => {
    await app.press('j', 'Enter')
    await app.composer.write('Not now')
    await app.press('ControlOrMeta+Alt+Enter')
    const dialog = app.schedule('Send later')
    await expect(dialog.options.first()).toHaveAttribute('aria-selected', 'true')
    await app.press('ArrowDown')
    await expect(dialog.options.nth(1)).toHaveAttribute('aria-selected', 'true')
    await app.press('Escape')
    await expect(dialog.box).toHaveCount(0)
    await expect(app.composer.field).toHaveValue('Not now')
    await expect(app.composer.field).toBeFocused()
  })

  test('what makes no sense is told, and nothing is scheduled', async ({ app }) => {
    await app.press('j', 'Enter')
    await app.composer.write('Later')
    await app.press('ControlOrMeta+Alt+Enter')
    const dialog = app.schedule('Send later')
    await expect(dialog.words).toBeFocused()
    await app.page.keyboard.insertText('whenever you like')
    await expect(dialog.options).toHaveCount(0)
    await app.press('Enter')
    await expect(dialog.box).toContainText('Say a day and a time')
    await dialog.words.fill('2020-01-01 9:00')
    await app.press('Enter')
    await expect(dialog.box).toContainText('That time is over. Choose one in the future.')
    await app.press('Escape')
    await expect(app.composer.field).toHaveValue('Later')
  })
})

test('with the mouse: a choice, the exact field, edit and discard', async ({ app }) => {
  await app.inbox.row('Ana Silva').click()
  await app.composer.write('First')
  await app.page.getByRole('button', { name: 'Send later' }).click()
  await app.schedule('Send later').option('Tomorrow morning').click()
  const first = app.thread.message('First')
  await expect(first).toContainText('Leaves tomorrow at 09:00')

  await first.getByRole('button', { name: 'Change time' }).click()
  const change = app.schedule('Change the time')
  await expect(change.exact).toHaveValue(/T09:00$/)
  await change.exact.fill('2020-01-01T09:00')
  await change.submit.click()
  await expect(change.box).toContainText('That time is over.')
  await change.exact.fill(tomorrowAt('16:45'))
  await change.submit.click()
  await expect(first).toContainText('Leaves tomorrow at 16:45')

  await first.getByRole('button', { name: 'Edit' }).click()
  await expect(app.composer.field).toHaveValue('First')
  await expect(first).toHaveCount(0)

  await app.page.getByRole('button', { name: 'Send later' }).click()
  await app.schedule('Send later').option('In 3 hours').click()
  await app.thread.message('First').getByRole('button', { name: 'Discard' }).click()
  await expect(app.thread.message('First')).toHaveCount(0)
  await app.notice('discarded').getByRole('button', { name: 'Undo' }).click()
  await expect(app.composer.field).toHaveValue('First')
})

test('it waits through a crash, offline, and holds back nothing', async ({ app, desk, x }) => {
  await expect(app.inbox.rows).toHaveCount(4)
  await app.press('j', 'Enter')
  await x.goDown()
  await app.composer.write('See you tomorrow')
  await app.press('ControlOrMeta+Alt+Enter')
  await expect(app.schedule('Send later').words).toBeFocused()
  await app.page.keyboard.insertText('tomorrow 8')
  await expect(app.schedule('Send later').options).toHaveText(/08:00/)
  await app.press('Enter')
  await expect(app.thread.message('See you tomorrow')).toContainText('Leaves tomorrow at 08:00')
  await desk.kill()
  await x.comeBack()
  const again = consolePage(await desk.start())
  await expect(again.inbox.rows).toHaveCount(4)
  await again.press('Home', 'Enter')
  await expect(again.thread.message('See you tomorrow')).toContainText('Leaves tomorrow at 08:00')
  await again.composer.reply('This first')
  await expect(again.thread.message('This first')).toContainText('Sent')
  expect(x.sentTexts()).toEqual(['This first'])
})

test('when the customer wrote meanwhile, the agent is shown what', async ({ app, x }) => {
  await expect(app.inbox.rows).toHaveCount(4)
  await app.press('j', 'Enter')
  await app.composer.write('Has it come?')
  await app.press('ControlOrMeta+Alt+Enter')
  await expect(app.schedule('Send later').words).toBeFocused()
  await app.page.keyboard.insertText('tomorrow')
  await expect(app.schedule('Send later').options.first()).toContainText(/tomorrow/i)
  await app.press('Enter')
  await expect(app.thread.message('Has it come?')).toContainText('Leaves tomorrow')
  customerSays(x.world, 'anas', 'It came!')
  customerSays(x.world, 'anas', 'Thank you')
  await expect(app.thread.message('Thank you')).toBeVisible({ timeout: 20_000 })
  await app.press('Escape', 'Shift+S')
  const reply = app.thread.own.filter({ hasText: 'Has it come?' })
  await expect(reply).toContainText('Needs your eye. Ana Silva wrote 2 messages after this was written:')
  await expect(reply.getByRole('list', { name: 'What changed' }).getByRole('listitem')).toHaveText([
    /^Ana Silva.*It came!/,
    /^Ana Silva.*Thank you/
  ])
  await expectAccessible(app.page)
  await app.press('Shift+E')
  await expect(app.composer.field).toHaveValue('Has it come?')
  expect(x.sentTexts()).toEqual([])
})

function tomorrowAt(clock: string): string {
  const day = new Date()
  day.setDate(day.getDate() + 1)
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}T${clock}`
}
