import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { expectAccessible } from '../support/accessible.ts'

test('what warns asks once, what was fixed is gone, and what is sent anyway is sent', async ({ app, x }) => {
  const { composer, sendCheck } = app
  await app.press('j')
  await expect(app.thread.with('Ana Silva')).toBeVisible()
  await composer.write('Hi Ana, see http://example.com/a and tell {{agent}}.')
  await expect(sendCheck.chip).toHaveAccessibleName(/2 findings\. The link is not encrypted/)
  await expect(sendCheck.list).toBeHidden()
  await app.press('ControlOrMeta+Enter')
  await expect(sendCheck.list).toContainText('Not sent yet')
  await expect(sendCheck.findings).toHaveCount(2)
  await expect(composer.field).toBeFocused()
  await expectAccessible(app.page)

  // By key: the next finding is selected, and its suggestion applied; the field's own undo takes it back.
  await app.press('ControlOrMeta+.')
  const selected = (): Promise<string> =>
    composer.field.evaluate((field: HTMLTextAreaElement) => field.value.slice(field.selectionStart, field.selectionEnd))
  await expect.poll(selected).toBe('http://example.com/a')
  await app.press('ControlOrMeta+Shift+F')
  await expect(composer.field).toHaveValue('Hi Ana, see https://example.com/a and tell {{agent}}.')
  await expect(sendCheck.findings).toHaveCount(1)
  await app.press('ControlOrMeta+z')
  await expect(composer.field).toHaveValue(/see http:/)
  await sendCheck.finding('not encrypted').getByRole('button', { name: 'Use https' }).click()
  await expect(sendCheck.findings).toHaveCount(1)

  // Something new is asked about again; then the same key sends.
  await app.press('End')
  await app.page.keyboard.insertText(' REALLY LOUD WORDS HERE')
  await expect(sendCheck.findings).toHaveCount(2)
  await app.press('ControlOrMeta+Enter')
  expect(x.sentTexts()).toEqual([])
  await app.press('ControlOrMeta+Enter')
  await expect(composer.field).toHaveValue('')
  // X shortens links.
  await expect.poll(() => x.sentTexts().join('\n')).toMatch(/tell \{\{agent\}\}\. REALLY LOUD WORDS HERE$/)
  await expect(sendCheck.list).toBeHidden()

  // Ignored, it asks no more; Escape closes the list before it leaves the field.
  await composer.write('[NAME] called')
  await sendCheck.chip.click()
  await expect(sendCheck.list).toBeVisible()
  await composer.field.focus()
  await app.press('Escape')
  await expect(sendCheck.list).toBeHidden()
  await expect(composer.field).toBeFocused()
  await app.press('ControlOrMeta+Shift+X')
  await expect(sendCheck.chip).toBeHidden()
  await app.press('ControlOrMeta+Enter')
  await expect.poll(() => x.sentTexts()).toContain('[NAME] called')
})

test('the lead decides what blocks and which words are off, offline and for good', async ({ app, desk, x }) => {
  await x.goDown()
  await app.settings.open()
  await app.sendCheck.choose('Unfilled placeholder', 'Block')
  await app.sendCheck.choose('Shouting', 'Off')
  await app.sendCheck.addWord.click()
  const form = app.sendCheck.words.getByRole('form', { name: 'New word' })
  await expect(form.getByRole('textbox', { name: 'Word' })).toBeFocused()
  await app.page.keyboard.insertText('parcel')
  await form.getByRole('textbox', { name: 'Say instead' }).fill('package')
  await form.getByRole('textbox', { name: 'Why' }).fill('One word for it.')
  await app.press('Enter')
  await expect(app.sendCheck.words).toContainText('parcel')
  await expect(app.sendCheck.addWord).toBeFocused()
  await app.press('Enter')
  await app.page.keyboard.insertText('PARCEL')
  await app.press('Enter')
  await expect(app.sendCheck.words).toContainText('is on the list already')
  await app.press('Escape')
  await expectAccessible(app.page)

  await desk.kill()
  const again = consolePage(await desk.start())
  await expect(again.inbox.rows.first()).toBeVisible()
  await again.press('j')
  await expect(again.thread.with('Ana Silva')).toBeVisible()
  await again.composer.write('THE PARCEL IS ALREADY COMING for {{name}}')
  await expect(again.sendCheck.chip).toHaveAccessibleName(/2 findings/)
  await again.press('ControlOrMeta+Enter', 'ControlOrMeta+Enter', 'ControlOrMeta+Enter')
  await expect(again.sendCheck.list).toContainText('cannot be sent until it is changed')
  await expect(again.sendCheck.finding('not filled in').getByRole('button', { name: 'Ignore' })).toHaveCount(0)
  await again.sendCheck.finding('not how we speak').getByRole('button', { name: 'Say “package”' }).click()
  await expect(again.composer.field).toHaveValue('THE package IS ALREADY COMING for {{name}}')
  await again.sendCheck
    .finding('not filled in')
    .getByRole('button', { name: /is not filled in/ })
    .click()
  await again.page.keyboard.insertText('Ana')
  await expect(again.sendCheck.chip).toBeHidden()
  await again.press('ControlOrMeta+Enter')
  await expect(again.thread.message('THE package IS ALREADY COMING for Ana')).toBeVisible()
  await expect(again.composer.field).toHaveValue('')
})

test('replies are written and sent also without the part that knows languages', async ({ app, desk, x }) => {
  const part = /\/assets\/detect-language-/
  await desk.page.route(part, (route) => route.abort())
  await app.reload()
  await expect(app.inbox.rows.first()).toBeVisible()
  const gone = desk.page.waitForEvent('requestfailed', (request) => part.test(request.url()))
  await app.press('j')
  await gone
  await app.composer.write('Das ist für Sie, http://example.com')
  await expect(app.sendCheck.findings).toHaveCount(0)
  await expect(app.sendCheck.chip).toHaveAccessibleName(/The link is not encrypted/)
  await app.press('ControlOrMeta+Enter', 'ControlOrMeta+Enter')
  await expect.poll(() => x.sentTexts()).toEqual([expect.stringContaining('Das ist für Sie')])
})
