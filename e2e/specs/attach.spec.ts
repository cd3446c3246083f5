import type { Locator } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { consolePage, type ConsolePage } from '../pages/console.ts'
import { expectAccessible } from '../support/accessible.ts'
import { clip, dragFile, gif, pasteFile, picture, pretender, sound, type TestFile } from '../support/files.ts'
import type { TestX } from '../support/test-x.ts'

async function chooseByKey(app: ConsolePage, file: TestFile): Promise<void> {
  await expect(app.composer.field).toBeFocused()
  const chooser = app.page.waitForEvent('filechooser')
  await app.press('ControlOrMeta+Shift+a')
  await (await chooser).setFiles(file)
}

async function chooseByMouse(app: ConsolePage, file: TestFile): Promise<void> {
  const chooser = app.page.waitForEvent('filechooser')
  await app.composer.attach.click()
  await (await chooser).setFiles(file)
}

/** What the brand sent, with the media as bytes. */
function sent(x: TestX): { text: string; bytes: Buffer | null }[] {
  return x.world.sent.map(({ text, media }) => ({
    text: text.replace(/\s*https:\/\/t\.co\/\w+$/, ''),
    bytes: media?.recipe.kind === 'bytes' ? Buffer.from(media.recipe.base64, 'base64') : null
  }))
}

function naturalWidth(image: Locator): Promise<number> {
  return image.evaluate((element) => (element as HTMLImageElement).naturalWidth)
}

test('a picture without words: chosen, seen, sent and shown, by keyboard alone', async ({ app, x }) => {
  await app.press('j', 'r')
  await chooseByKey(app, picture)
  await expect(app.composer.attachment).toHaveAccessibleName('Attachment: broken mug.png')
  await expect(app.composer.attachment).toContainText('Picture, 320 × 240')
  await expect.poll(() => naturalWidth(app.composer.attachment.locator('img'))).toBe(320)
  await expectAccessible(app.page)
  await app.press('ControlOrMeta+Enter')
  await expect(app.composer.attachment).toBeHidden()
  const own = app.thread.own.last()
  await expect(own).toContainText('Sent')
  await expect.poll(() => naturalWidth(own.getByRole('img'))).toBe(320)
  expect(sent(x)).toEqual([{ text: '', bytes: picture.buffer }])
  expect(x.world.uploads.all()).toMatchObject([{ category: 'dm_image', shared: false }])
})

test('by mouse: chosen, removed, taken back, sent with words', async ({ app, x }) => {
  await app.inbox.row('Ana Silva').click()
  await chooseByMouse(app, gif)
  await expect(app.composer.attachment).toContainText('teapot.gif')
  await app.composer.detach.click()
  await expect(app.composer.attachment).toBeHidden()
  await app.notice('teapot.gif removed').getByRole('button', { name: 'Undo' }).click()
  await expect(app.composer.attachment).toContainText('GIF, 120 × 90')
  await app.composer.write('Like this')
  x.world.uploads.processingMs = 0
  await app.page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(app.thread.message('Like this')).toContainText('Sent')
  expect(sent(x)).toEqual([{ text: 'Like this', bytes: gif.buffer }])
  expect(x.world.uploads.all()).toMatchObject([{ category: 'dm_gif' }])
})

test('pasted and dropped; another takes its place and can be undone; removed by key', async ({ app }) => {
  await app.press('j', 'r')
  await expect(app.composer.field).toBeFocused()
  await pasteFile(app.page, picture)
  await expect(app.composer.attachment).toContainText('broken mug.png')
  await dragFile(app.page, '[role=log]', clip, false)
  await expect(app.page.getByText('Drop to attach to this reply')).toBeVisible()
  await dragFile(app.page, '[role=log]', clip)
  await expect(app.composer.attachment).toContainText('how it works.webm')
  await expect(app.composer.attachment).toContainText('Video, 0:03')
  await app.notice('broken mug.png was replaced').getByRole('button', { name: 'Undo' }).click()
  await expect(app.composer.attachment).toContainText('broken mug.png')
  await app.press('ControlOrMeta+Shift+Backspace')
  await expect(app.composer.attachment).toBeHidden()
  // Beside the conversation a drop does nothing, and above all does not open the file in place of the console.
  expect(await dragFile(app.page, '[role=listbox]', picture)).toBe(true)
  await expect(app.composer.attachment).toBeHidden()
  await expect(app.thread.with('Ana Silva')).toBeVisible()
  await app.composer.mode('Note').click()
  expect(await dragFile(app.page, '[role=log]', picture)).toBe(true)
  await app.composer.mode('Reply').click()
  await expect(app.composer.attachment).toBeHidden()
})

test('what X does not take is refused by its content, with what to do instead', async ({ app, x }) => {
  await app.press('j', 'r')
  await chooseByKey(app, pretender)
  await expect(app.notice('Not attached')).toContainText('X takes one picture (JPG, PNG or WEBP')
  await pasteFile(app.page, sound)
  await expect(app.notice('X takes no sound files')).toBeVisible()
  await expect(app.composer.attachment).toBeHidden()
  await expect(app.page.getByRole('button', { name: 'Send', exact: true })).toHaveAttribute('aria-disabled', 'true')
  expect(x.requests.filter((request) => request.includes('/media/upload'))).toEqual([])
})

test('attached offline it is a draft, survives a crash, waits in the outbox and leaves once', async ({
  app,
  desk,
  x
}) => {
  await expect(app.inbox.rows).toHaveCount(4)
  await x.goDown()
  await app.press('j', 'r')
  await chooseByKey(app, picture)
  await expect(app.composer.attachment).toBeVisible()
  await desk.kill()
  const again = consolePage(await desk.start())
  await expect(again.inbox.row('Ana Silva')).toContainText('Draft')
  await again.press('Home')
  await expect(again.composer.attachment).toContainText('broken mug.png')
  await again.press('r', 'ControlOrMeta+Enter')
  await expect(again.thread.own.last()).toContainText('Waiting to be sent')
  await desk.kill()
  const third = consolePage(await desk.start())
  await third.outbox.open()
  await expect(third.outbox.items).toContainText('broken mug.png')
  await expectAccessible(third.page)
  await x.comeBack()
  await third.status.getByRole('button', { name: 'Try now' }).click()
  await expect(third.outbox.region).toContainText('Everything is sent')
  expect(sent(x)).toEqual([{ text: '', bytes: picture.buffer }])
})

test('a video says how far it is', async ({ app, x }) => {
  x.world.uploads.processingMs = 6_000
  await app.press('j', 'r')
  await chooseByKey(app, clip)
  await expect(app.composer.attachment).toBeVisible()
  await app.press('ControlOrMeta+Enter')
  await expect(app.thread.own.last()).toContainText('X is processing it')
  await expect(app.thread.own.last()).toContainText('Sent')
  expect(sent(x)).toEqual([{ text: '', bytes: clip.buffer }])
})

test('X wants it shared: the agent is asked, and says yes', async ({ app, x }) => {
  x.world.uploads.demandShared = true
  await app.press('j', 'r')
  await chooseByKey(app, picture)
  await expect(app.composer.attachment).toBeVisible()
  await app.press('ControlOrMeta+Enter')
  const own = app.thread.own.last()
  await expect(own).toContainText('anybody who gets hold of its link could open it')
  await expectAccessible(app.page)
  await own.getByRole('button', { name: /^Allow sharing and send/ }).click()
  await expect(own).toContainText('Sent ')
  expect(x.world.uploads.all().map(({ shared }) => shared)).toEqual([false, true])
  expect(sent(x)).toEqual([{ text: '', bytes: picture.buffer }])
})

test.describe('in the dark', () => {
  test.use({ settings: { 'outbox.undoSeconds': 0, 'appearance.scheme': 'dark' } })

  test('the attachment is as readable', async ({ app }) => {
    await app.press('j', 'r')
    await chooseByKey(app, picture)
    await expect(app.composer.attachment).toBeVisible()
    await expectAccessible(app.page)
  })
})
