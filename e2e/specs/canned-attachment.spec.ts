import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../fixtures.ts'
import { consolePage, type ConsolePage } from '../pages/console.ts'
import { expectAccessible } from '../support/accessible.ts'
import { dragFile, gif, pasteFile, picture, pretender, type TestFile } from '../support/files.ts'
import type { TestX } from '../support/test-x.ts'

/** What the brand sent, with the media as bytes. */
function sent(x: TestX): { text: string; bytes: Buffer | null }[] {
  return x.world.sent.map(({ text, media }) => ({
    text: text.replace(/\s*https:\/\/t\.co\/\w+$/, ''),
    bytes: media?.recipe.kind === 'bytes' ? Buffer.from(media.recipe.base64, 'base64') : null
  }))
}

async function chooseByKey({ page, press }: ConsolePage, file: TestFile): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await press('ControlOrMeta+Shift+a')
  await (await chooser).setFiles(file)
}

const MUG_TEXT = 'Order 1234 broke on its way, Ana: its tracking ends here.'

/** A reply with a picture, written and approved by key; the focus is in the list afterwards. */
async function addMugReply(app: ConsolePage): Promise<void> {
  const { library } = app
  await library.open()
  await library.write({
    title: 'Broken mug',
    shortcut: 'mug',
    text: 'Order 1234 broke on its way, {{ customer.first_name }}: its tracking ends here.'
  })
  await chooseByKey(app, picture)
  await expect(library.attachment).toHaveAccessibleName('Attachment: broken mug.png')
  await expect(library.body).toBeFocused()
  await library.approve()
  await app.press('Escape')
  await expect(library.list).toBeFocused()
}

async function beginReply(app: ConsolePage): Promise<void> {
  await app.press('g', 'i', 'j')
  await expect(app.thread.with('Ana Silva')).toBeVisible()
  await app.composer.write('')
  await expect(app.composer.field).toBeFocused()
}

async function callMug(app: ConsolePage): Promise<void> {
  await app.page.keyboard.type('/mug')
  await expect(app.canned.marked).toContainText('Broken mug')
}

test('a lead adds a picture and approves; an agent inserts by key, and the customer receives text and picture', async ({
  app,
  x
}) => {
  const { canned, composer, library, page } = app
  await addMugReply(app)
  await expect(library.preview.getByRole('group', { name: 'Attachment: broken mug.png' })).toContainText('320 × 240')
  await expect(library.row('Broken mug').getByLabel('With broken mug.png')).toBeVisible()
  await expectAccessible(page)

  await beginReply(app)
  await callMug(app)
  await expect(canned.marked.getByLabel('With broken mug.png')).toBeVisible()
  await expect(page.getByRole('group', { name: 'Attachment: broken mug.png' })).toContainText('Picture, 320 × 240')
  await expectAccessible(page)
  await app.press('Enter')
  await expect(composer.field).toHaveValue('Order 1234 broke on its way, Ana: its tracking ends here.')
  await expect(composer.attachment).toHaveAccessibleName('Attachment: broken mug.png')
  await app.press('ControlOrMeta+Enter')
  await expect(app.thread.message('Order 1234 broke on its way, Ana: its tracking ends here.')).toContainText('Sent')
  await expect(composer.attachment).toBeHidden()
  expect(sent(x)).toEqual([
    { text: 'Order 1234 broke on its way, Ana: its tracking ends here.', bytes: picture.buffer }
  ])
  await app.press('Escape')
  await expect(composer.field).not.toBeFocused()
  await library.open()
  await expect(library.row('Broken mug')).toContainText(/1\s*uses/)
})

test('one undo takes text and picture back, one redo brings them; what is attached already stays, and it is said', async ({
  app
}) => {
  const { composer, page } = app
  await addMugReply(app)
  await beginReply(app)
  await callMug(app)
  await app.press('Enter')
  await expect(composer.attachment).toBeVisible()
  await app.press('ControlOrMeta+z')
  await expect(composer.field).toHaveValue('/mug')
  await expect(composer.attachment).toBeHidden()
  await app.press('ControlOrMeta+Shift+z')
  await expect(composer.field).toHaveValue('Order 1234 broke on its way, Ana: its tracking ends here.')
  await expect(composer.attachment).toHaveAccessibleName('Attachment: broken mug.png')
  // Taken out by hand it stays out, whatever is undone.
  await composer.detach.click()
  await expect(composer.attachment).toBeHidden()
  await composer.field.focus()
  await pasteFile(page, gif)
  await expect(composer.attachment).toHaveAccessibleName('Attachment: teapot.gif')
  await app.press('ControlOrMeta+a', 'Delete')
  await callMug(app)
  await app.press('Enter')
  await expect(composer.field).toHaveValue('Order 1234 broke on its way, Ana: its tracking ends here.')
  await expect(app.notice('teapot.gif stays, and broken mug.png was not added')).toBeVisible()
  await expect(composer.attachment).toHaveAccessibleName('Attachment: teapot.gif')
})

test('the send key pressed right behind the insert waits for the picture', async ({ app, x }) => {
  await addMugReply(app)
  await beginReply(app)
  await callMug(app)
  await app.press('Enter', 'ControlOrMeta+Enter')
  await expect(app.thread.own.last()).toContainText('Sent')
  await expect(app.composer.field).toHaveValue('')
  await expect(app.composer.attachment).toBeHidden()
  expect(sent(x).map(({ text, bytes }) => [text, bytes?.length])).toEqual([[MUG_TEXT, picture.buffer.length]])
})

test('pasted, dropped, replaced and removed; versions show what changed, and one goes back', async ({ app }) => {
  const { library, page } = app
  await addMugReply(app)
  await library.body.focus()
  await pasteFile(page, pretender)
  await expect(app.notice('Not attached')).toContainText('X takes one picture (JPG, PNG or WEBP')
  await dragFile(page, '[data-drop=canned]', gif, false)
  await expect(page.getByText('Drop to attach to this canned reply')).toBeVisible()
  await dragFile(page, '[data-drop=canned]', gif)
  await expect(library.attachment).toHaveAccessibleName('Attachment: teapot.gif')
  await expect(app.notice('broken mug.png was replaced')).toBeVisible()
  await expect(library.stage).toContainText('Not saved yet')
  await library.body.focus()
  await app.press('ControlOrMeta+s')
  await expect(library.stage).toHaveText('Approved, newer draft')
  await app.press('ControlOrMeta+Shift+Backspace')
  await expect(library.attachment).toBeHidden()
  await app.notice('teapot.gif removed').getByRole('button', { name: 'Undo' }).click()
  await expect(library.attachment).toHaveAccessibleName('Attachment: teapot.gif')
  await expect(library.stage).toHaveText('Approved, newer draft')
  await library.body.focus()
  await app.press('ControlOrMeta+Shift+h')
  await expect(library.versions.locator('ins')).toContainText(['teapot.gif'])
  await expect(library.versions.locator('del')).toContainText(['broken mug.png'])
  await expectAccessible(page)
  await app.press('ArrowDown')
  await library.versions.getByRole('button', { name: 'Make version 1 the draft' }).click()
  await expect(library.versions).toBeHidden()
  await expect(library.attachment).toHaveAccessibleName('Attachment: broken mug.png')
})

test('offline, over a crash and a restart: the reply keeps its picture, unsaved or saved', async ({ app, desk, x }) => {
  await expect(app.inbox.rows).toHaveCount(4)
  await x.goDown()
  await app.library.open()
  await app.library.write({ title: 'Half a thought', text: 'Order 1234 is here, its tracking has not moved.' })
  await chooseByKey(app, picture)
  await expect(app.library.attachment).toBeVisible()
  await expect(app.library.row('Half a thought').getByLabel('With broken mug.png')).toBeVisible()
  await app.press('Escape', 'g', 'i')
  await expect(app.library.region).toBeHidden()
  // What is listed when one comes back is what the core has: from then on it outlives a crash.
  await app.library.open()
  await expect(app.library.row('Half a thought').getByLabel('With broken mug.png')).toBeVisible()
  await desk.kill()
  const again = consolePage(await desk.start())
  await expect(again.inbox.rows.first()).toBeVisible()
  await again.library.open()
  await again.library.row('Half a thought').click()
  await expect(again.library.attachment).toContainText('Picture, 320 × 240')
  await again.library.body.focus()
  await again.library.approve()
  await again.press('Escape')
  await expect(again.library.list).toBeFocused()
  await beginReply(again)
  await again.page.keyboard.type('/half')
  await expect(again.canned.marked).toContainText('Half a thought')
  await again.press('Enter')
  await expect(again.composer.attachment).toHaveAccessibleName('Attachment: broken mug.png')
  await again.press('ControlOrMeta+Enter')
  await expect(again.thread.own.last()).toContainText('Waiting to be sent')
  await x.comeBack()
  await again.status.getByRole('button', { name: 'Try now' }).click()
  await expect(again.thread.own.last()).toContainText('Sent')
  expect(sent(x)).toEqual([{ text: 'Order 1234 is here, its tracking has not moved.', bytes: picture.buffer }])
})

test('a table says which files it does not hold; everything holds them', async ({ app, desk, dataDir }) => {
  const { library, libraryFiles: files, page } = app
  await addMugReply(app)
  await app.press('Shift+W')
  await files.what(/^A table/).click()
  await desk.chooseExport(path.join(dataDir, 'out.csv'))
  await expect(app.notice('One attachment is not in it')).toContainText('Broken mug: broken mug.png')
  await expectAccessible(page)
  await library.list.focus()
  await app.press('Shift+W')
  const out = path.join(dataDir, 'out.json')
  await desk.chooseExport(out)
  await expect(files.exporting).toBeHidden()
  expect(await readFile(out, 'utf8')).toContain(picture.buffer.toString('base64'))
})

test.describe('in the dark', () => {
  test.use({ settings: { 'outbox.undoSeconds': 0, 'appearance.scheme': 'dark' } })

  test('the attachment is as readable, in the library and beside the list', async ({ app }) => {
    await addMugReply(app)
    await expectAccessible(app.page)
    await beginReply(app)
    await callMug(app)
    await expectAccessible(app.page)
  })
})
