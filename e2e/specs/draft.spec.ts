import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'

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
  await app.press('j')
  await expect(app.composer.field).toHaveValue(`${TEXT} order`)

  await desk.kill()
  const again = consolePage(await desk.start())
  await expect(again.inbox.row('Ana Silva')).toContainText('Draft')
  await again.press('j')
  await expect(again.composer.field).toHaveValue(`${TEXT} order`)
})
