import { expect, test } from '../fixtures.ts'
import { expectAccessible } from '../support/accessible.ts'
import { mediaOfEachKind } from '../support/worlds.ts'

test.use({ seed: mediaOfEachKind })

test('the settings say what pictures take on the disk, clear them, and keep the ceiling', async ({ app }) => {
  await app.press('j', 'Enter')
  const picture = app.thread.log.getByRole('img', { name: 'A broken mug' })
  const width = (): Promise<number> => picture.evaluate((element) => (element as HTMLImageElement).naturalWidth)
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(width).toBe(640)
  await app.press('Escape')
  await app.settings.open()
  await expect(app.settings.region).toContainText(/[1-9]\d* KB used/)
  await expectAccessible(app.page)
  await app.settings.clearMedia.click()
  await expect(app.settings.region).toContainText('There is nothing to clear.')
  await app.settings.mediaRoom.getByText('10 GB').click()
  await app.page.reload()
  await expect(app.inbox.rows.first()).toBeVisible()
  await app.settings.open()
  await expect(app.settings.mediaRoom.getByRole('radio', { name: '10 GB' })).toBeChecked()
  // What was cleared is fetched again when somebody looks.
  await app.press('g', 'i', 'j', 'Enter')
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(width).toBe(640)
})
