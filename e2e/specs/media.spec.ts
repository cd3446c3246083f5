import type { Locator } from '@playwright/test'
import { expect, test } from '../fixtures.ts'
import { clip } from '../support/files.ts'
import { mediaOfEachKind } from '../support/worlds.ts'

test.use({ seed: mediaOfEachKind })

/** Length in seconds, once the player has read it; NaN before. */
function duration(player: Locator): Promise<number> {
  return player.evaluate((element) => (element as HTMLMediaElement).duration)
}

async function play(player: Locator): Promise<void> {
  await player.evaluate((element) => (element as HTMLMediaElement).play())
  const played = (): Promise<number> => player.evaluate((element) => (element as HTMLMediaElement).currentTime)
  await expect.poll(played).toBeGreaterThan(0.1)
}

test('pictures are shown, voice and video play in the thread', async ({ app }) => {
  await app.press('j', 'Enter')
  const { log } = app.thread

  const picture = log.getByRole('img', { name: 'A broken mug' })
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(640)
  await expect(app.thread.message('It arrived like this')).not.toContainText('t.co')

  const voice = log.locator('audio')
  await expect.poll(() => duration(voice)).toBeCloseTo(2, 1)
  await play(voice)

  const video = log.locator('video')
  await play(video)
  expect(await duration(video)).toBeGreaterThan(2)
})

test('a picture opens in full and closes with Escape', async ({ app }) => {
  await app.press('j', 'Enter')
  await app.thread.log.getByRole('button', { name: 'Enlarge: A broken mug' }).click()
  const full = app.page.getByRole('dialog', { name: 'Photo' })
  await expect(full.getByRole('img', { name: 'A broken mug' })).toBeVisible()
  await app.press('Escape')
  await expect(full).toBeHidden()
  await expect(app.thread.with('Mia Okafor')).toBeVisible()
})

test('media stay readable when X is gone', async ({ app, x }) => {
  await app.press('j', 'Enter')
  const picture = app.thread.log.getByRole('img', { name: 'A broken mug' })
  const width = (): Promise<number> => picture.evaluate((element) => (element as HTMLImageElement).naturalWidth)
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(width).toBe(640)
  await x.goDown()
  await app.reload()
  await app.press('j', 'Enter')
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(width).toBe(640)
})

test('a GIF that X keeps as a film plays as well', async ({ app, x }) => {
  const mia = x.world.userByUsername('mia')
  const base64 = clip.buffer.toString('base64')
  x.world.say(mia?.id ?? '', x.world.brand.id, 'moving', {
    media: { kind: 'bytes', type: 'animated_gif', contentType: 'video/webm', base64, width: 320, height: 240 },
    altText: 'A teapot'
  })
  await app.press('j', 'Enter')
  const film = app.thread.message('moving').locator('video')
  await expect(film).toHaveAccessibleName('A teapot')
  await play(film)
})
