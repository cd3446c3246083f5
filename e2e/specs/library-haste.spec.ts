import { expect, test } from '../fixtures.ts'

test('Enter pressed before the core has answered takes what was typed, once', async ({ app, desk }) => {
  test.skip(desk.host !== 'browser', 'only a socket can be made slow')
  const { canned, composer, library, page } = app
  const LATE = 300
  let slow = false
  await page.routeWebSocket(/\/core$/, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) => {
      if (slow) setTimeout(() => socket.send(message), LATE)
      else socket.send(message)
    })
  })
  await app.reload()
  await library.open()
  for (const [title, text] of [
    ['Tracking', 'Order 1234: tracking has not moved.'],
    ['Goodbye', 'Goodbye.']
  ] as const) {
    await library.write({ title, text })
    await library.approve()
    await app.press('Escape')
    await expect(library.list).toBeFocused()
  }
  await app.press('g', 'i', 'j')
  await expect(app.thread.with('Ana Silva')).toBeVisible()
  await app.press('ControlOrMeta+/')
  await expect(canned.field).toBeFocused()
  await expect(canned.marked).toContainText('Tracking')
  slow = true
  await page.keyboard.insertText('goodb')
  await app.press('Enter', 'Enter')
  await expect(canned.dialog).toBeHidden()
  await expect(composer.field).toHaveValue('Goodbye.')
})

test('a fragment that replies rest on is not deleted, and stays open', async ({ app }) => {
  const { library } = app
  await library.open()
  await library.write({ title: 'Signature', shortcut: 'sign', text: 'Your team', fragment: true })
  await library.approve()
  await app.press('Escape')
  await expect(library.list).toBeFocused()
  await library.write({ title: 'Hours', text: 'We are open. {{ fragment "sign" }}' })
  await library.approve()
  await app.press('Escape')
  await expect(library.list).toBeFocused()
  await library.row('Signature').click()
  await expect(library.title).toHaveValue('Signature')
  await library.list.focus()
  await app.press('Delete')
  await expect(app.notice('That did not work')).toBeVisible()
  await expect(library.title).toHaveValue('Signature')
  await expect(library.rows).toHaveCount(2)
})
