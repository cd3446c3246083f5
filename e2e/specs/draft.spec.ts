import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { expectAccessible } from '../support/accessible.ts'

const TEXT = 'Half a sentence about your'

test('what was typed survives switching, reloading and a crash', async ({ app, desk }) => {
  await app.press('j')
  await app.composer.write(TEXT)
  await app.press('Escape', 'j')
  await expect(app.thread.with('Ben Ito')).toBeVisible()
  await expect(app.composer.field).toHaveValue('')
  await expect(app.inbox.row('Ana Silva')).toContainText('Draft')
  await app.press('k')
  await expect(app.composer.field).toHaveValue(TEXT)

  await app.composer.write(' order')
  await app.reload()
  await app.press('Home')
  await expect(app.composer.field).toHaveValue(`${TEXT} order`)

  await desk.kill()
  const again = consolePage(await desk.start())
  await expect(again.inbox.row('Ana Silva')).toContainText('Draft')
  await again.press('Home')
  await expect(again.composer.field).toHaveValue(`${TEXT} order`)
})

test('what was typed a second before a power cut is there after it, as a reply and as a note', async ({
  app,
  desk
}) => {
  await app.press('j')
  await app.composer.write('Dear Ana, ')
  await app.press('ControlOrMeta+i')
  await expect(app.composer.note).toBeFocused()
  await app.page.keyboard.insertText('She called twice ')
  // Typing never pauses for longer than a key takes: saving must not wait for a pause.
  const started = Date.now()
  let typed = ''
  while (Date.now() - started < 1_500) {
    await app.page.keyboard.type('x')
    typed += 'x'
  }
  const safe = Date.now()
  await app.page.keyboard.type('y')
  await expect.poll(() => Date.now() - safe).toBeGreaterThan(1_000)
  await desk.kill()

  const again = consolePage(await desk.start())
  await expect(again.inbox.row('Ana Silva')).toContainText('Draft')
  // The note is what was being written.
  await again.press('Home')
  await expect(again.composer.note).toHaveValue(`She called twice ${typed}y`)
  await again.composer.mode('Reply').click()
  await expect(again.composer.field).toHaveValue('Dear Ana, ')
})

test('leaving the field saves at once', async ({ app }) => {
  await app.press('j', 'r')
  await expect(app.composer.field).toBeFocused()
  // What was there before has arrived; from here on no timer of the page fires: only the blur can save.
  await expect(app.thread.messages.first()).toBeVisible()
  await app.page.clock.install()
  await app.page.clock.pauseAt(Date.now() + 60_000)
  await app.page.keyboard.insertText('Half a thought')
  await expect(app.composer.field).toHaveValue('Half a thought')
  await expect(app.inbox.row('Ana Silva')).not.toContainText('Draft')
  await app.composer.historyButton.focus()
  await expect(app.inbox.row('Ana Silva')).toContainText('Draft')
})

test('letters typed at once after a reload are not lost, and a text far too long is kept', async ({ app }) => {
  const long = 'Lorem ipsum. '.repeat(1_600)
  await app.press('j')
  await app.composer.write(long)
  await expect(app.page.getByText('10,800 characters too many')).toBeVisible()
  await app.press('ControlOrMeta+Enter')
  await app.reload()
  await app.press('Home', 'r')
  await expect(app.composer.field).toBeFocused()
  await app.page.keyboard.insertText('End')
  await expect(app.composer.field).toHaveValue(`${long}End`)
})

test('earlier versions: what was cleared and what was sent come back, with the keyboard', async ({ app, x }) => {
  await app.press('j')
  await app.composer.write('A long explanation of what went wrong with the parcel')
  await expect(app.inbox.row('Ana Silva')).toContainText('Draft')
  await app.composer.field.fill('')
  await expect(app.inbox.row('Ana Silva')).not.toContainText('Draft')
  await app.composer.reply('Short answer')
  await expect.poll(() => x.sentTexts()).toEqual(['Short answer'])

  await app.composer.write('In the middle of')
  await app.press('ControlOrMeta+Shift+h')
  await expect(app.composer.versions).toHaveText([/Sent.*Short answer/, /Cleared.*A long explanation/])
  await expectAccessible(app.page)
  await expect(app.composer.versions.first()).toBeFocused()
  await app.press('ArrowDown', 'Enter')
  await expect(app.composer.history).toBeHidden()
  await expect(app.composer.field).toBeFocused()
  await expect(app.composer.field).toHaveValue('A long explanation of what went wrong with the parcel')

  // What the version took the place of is one of them now.
  await app.composer.historyButton.click()
  await expect(app.composer.versions.first()).toHaveText(/Replaced.*In the middle of/)
  await app.composer.versions.first().click()
  await expect(app.composer.field).toHaveValue('In the middle of')
  await app.press('ControlOrMeta+Shift+h')
  await expect(app.composer.history).toBeVisible()
  await app.press('Escape')
  await expect(app.composer.field).toBeFocused()
  await app.reload()
  await app.press('Home')
  await expect(app.composer.field).toHaveValue('In the middle of')
})

test('two windows: neither takes the other’s text away', async ({ app, host }) => {
  test.skip(host !== 'browser', 'the desktop has one window')
  const page = await app.page.context().newPage()
  await page.goto(new URL('/', app.page.url()).href)
  const second = consolePage(page)
  await expect(second.inbox.rows.first()).toBeVisible()
  await second.press('j')
  await app.page.bringToFront()
  await app.press('j')
  await app.composer.write('Dear Ana')
  await expect(second.composer.field).toHaveValue('Dear Ana')

  // Both go on before either has heard of the other.
  await Promise.all([
    app.composer.field.pressSequentially(', from the first window'),
    second.composer.field.pressSequentially(' and from the second')
  ])
  const loser = await Promise.race([
    app.composer.conflict.waitFor().then(() => app),
    second.composer.conflict.waitFor().then(() => second)
  ])
  await expect(loser.composer.conflict).toContainText('Both texts are kept')
  await expectAccessible(loser.page)
  const kept = await loser.composer.field.inputValue()
  await loser.composer.conflict.getByRole('button', { name: 'Keep this text' }).click()
  await expect(loser.composer.conflict).toBeHidden()
  const winner = loser === app ? second : app
  await expect(winner.composer.field).toHaveValue(kept)
  await winner.composer.historyButton.click()
  await expect(winner.composer.versions.filter({ hasText: 'From another window' })).not.toHaveCount(0)
})
