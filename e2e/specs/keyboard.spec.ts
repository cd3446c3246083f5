import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { expectFocusKept } from '../support/expectations.ts'

test('keys are chosen in the settings, hold at once in every window, and are shown where keys are shown', async ({
  app,
  desk
}) => {
  test.skip(desk.host !== 'browser', 'a second tab is one of the browser host')
  const { page, inbox, keySettings } = app
  const other = consolePage(await page.context().newPage())
  await other.page.goto(new URL(page.url()).origin)
  await expect(other.inbox.rows).toHaveCount(4)

  await app.settings.open()
  await expect(app.settings.region).toBeFocused()
  await keySettings.search.fill('resolve')

  await test.step('a single key', async () => {
    await keySettings.add('Resolve, or reopen').click()
    await expect(keySettings.recorder).toBeFocused()
    await app.press('F8')
    await expect(keySettings.row('Resolve, or reopen')).toContainText('F8')
    await expect(keySettings.add('Resolve, or reopen')).toBeFocused()
  })

  await test.step('a sequence', async () => {
    await app.press('Enter')
    await expect(keySettings.recorder).toBeFocused()
    await app.press('d', 'd')
    await expect(keySettings.remove('D then D', 'Resolve, or reopen')).toBeVisible()
  })

  await test.step('a key of something else is explained, and can be taken', async () => {
    await keySettings.add('Resolve, or reopen').click()
    await app.press('u')
    await expect(page.getByText('U is in use for “Mark unread”.')).toBeVisible()
    await keySettings.instead.click()
    await expect(keySettings.remove('U', 'Resolve, or reopen')).toBeVisible()
    await keySettings.search.fill('mark unread')
    await expect(keySettings.row('Mark unread')).toContainText('No key')
  })

  await test.step('a key that never arrives is refused with the reason', async () => {
    await keySettings.add('Mark unread').click()
    await app.press('Tab')
    await expect(keySettings.recorder).toBeHidden()
    await keySettings.add('Mark unread').click()
    await keySettings.recorder.dispatchEvent('keydown', { key: 'w', code: 'KeyW', ctrlKey: true, metaKey: false })
    await expect(page.getByText('Ctrl+W never arrives here: the browser takes it. Try another key.')).toBeVisible()
    await app.press('Escape')
    await expect(keySettings.add('Mark unread')).toBeFocused()
  })

  await test.step('the other window has them already', async () => {
    await other.press('j')
    await expect(other.thread.with('Ana Silva')).toBeVisible()
    await expect(other.thread.resolve).toHaveAttribute('aria-keyshortcuts', 'e F8 u')
    await other.press('u')
    await expect(other.inbox.rows).toHaveCount(3)
    await other.press('d', 'd')
    await expect(other.inbox.rows).toHaveCount(2)
    await other.press('F8')
    await expect(other.inbox.rows).toHaveCount(1)
    await other.press('?')
    await other.help.getByRole('textbox').fill('mark unread')
    await expect(other.help.getByRole('term')).toHaveText(['Mark unread'])
    await other.help.getByRole('textbox').fill('resolve, or')
    await expect(other.help.getByRole('definition')).toHaveText('EF8DDU')
  })

  await test.step('one is reset, then all', async () => {
    await keySettings.reset('Mark unread').click()
    await expect(keySettings.row('Mark unread')).toContainText('U')
    await expectFocusKept(page)
    await keySettings.resetAll.click()
    await expect(app.notice('All keys are the usual ones again')).toBeVisible()
    await keySettings.search.fill('resolve, or')
    await expect(keySettings.row('Resolve, or reopen')).not.toContainText('F8')
    await app.notice('All keys are the usual ones again').getByRole('button', { name: /^Undo/ }).click()
    await expect(keySettings.row('Resolve, or reopen')).toContainText('F8')
  })

  await app.press('g', 'i')
  await expect(inbox.rows).toHaveCount(1)
})

test.describe('with nonsense in the stored keys', () => {
  test.use({
    settings: {
      'keyboard.keys': { 'conversation.next': ['Hyper+x'], 'no.such.action': ['q'], 'window.undo': 7, 'go.all': ['j'] }
    }
  })

  test('what makes no sense is named, and the keyboard lives', async ({ app }) => {
    await app.press('ArrowDown')
    await expect(app.thread.with('Ana Silva')).toBeVisible()
    await app.press('j')
    await expect(app.inbox.title).toHaveText('All')
    await app.settings.open()
    await expect(app.settings.region).toContainText('“Hyper+x” is no key. It was chosen for “Next conversation”.')
    await expect(app.settings.region).toContainText('which this version does not know')
    await expect(app.settings.region).toContainText('“Next conversation” has lost J to “All conversations”.')
  })
})

test.describe('on a German keyboard', () => {
  test('keys are those that write the character', async ({ app }) => {
    const { page } = app
    await app.press('j')
    await expect(app.thread.with('Ana Silva')).toBeVisible()
    const press = (key: string, code: string, held: { shiftKey?: boolean; ctrlKey?: boolean; altKey?: boolean }) =>
      page.evaluate(
        ([name, place, modifiers]) => {
          document.activeElement?.dispatchEvent(
            new KeyboardEvent('keydown', {
              key: name,
              code: place,
              ...modifiers,
              modifierAltGraph: modifiers.altKey === true,
              bubbles: true,
              cancelable: true
            })
          )
        },
        [key, code, held] as const
      )
    await press('[', 'Digit8', { ctrlKey: true, altKey: true })
    await expect(page.getByRole('navigation', { name: 'Queues' })).toBeHidden()
    await press('ü', 'BracketLeft', {})
    await press('[', 'Digit8', { ctrlKey: true, altKey: true })
    await expect(page.getByRole('navigation', { name: 'Queues' })).toBeVisible()
    await press('/', 'Digit7', { shiftKey: true })
    await expect(app.search.field).toBeFocused()
    await app.press('Escape')
    await press('?', 'Minus', { shiftKey: true })
    await expect(app.help).toBeVisible()
  })
})

test('keys pressed before the conversation has come wait for it, and letters become text', async ({ app, desk }) => {
  test.skip(desk.host !== 'browser', 'only a socket can be made slow')
  const { page, composer, inbox, thread } = app
  const LATE = 400
  await page.routeWebSocket(/\/core$/, (socket) => {
    const server = socket.connectToServer()
    server.onMessage((message) => setTimeout(() => socket.send(message), LATE))
  })
  await app.reload()

  await test.step('a reply', async () => {
    await app.press('j')
    await page.keyboard.type('rjuez')
    await expect(composer.field).toBeFocused()
    await expect(composer.field).toHaveValue('juez')
    await expect(thread.with('Ana Silva')).toBeVisible()
    await expect(inbox.rows).toHaveCount(4)
  })

  await test.step('a note that is added before the core has said what was noted there', async () => {
    await app.press('Escape', 'n')
    await expect(composer.note).toBeFocused()
    await page.keyboard.insertText('Called twice')
    await app.press('ControlOrMeta+Enter')
    await expect(thread.notes).toContainText('Called twice')
    await expect(composer.note).toHaveValue('')
    await app.press('Escape')
  })

  await test.step('a block, and on with the next', async () => {
    await app.press('Escape', 'End', 'b', 'k')
    await expect(thread.with('Chloé Dubois')).toBeVisible()
    await expect(inbox.row('山田太郎')).toContainText('Blocked')
  })
})
