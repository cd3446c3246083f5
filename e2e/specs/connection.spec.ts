import { expect, test } from '../fixtures.ts'
import { consolePage } from '../pages/console.ts'
import { runCli } from '../support/run-cli.ts'

test('a page whose server died says so, keeps what is typed, and goes on when it is back', async ({ browserDesk }) => {
  const app = consolePage(await browserDesk.start())
  await expect(app.inbox.rows).toHaveCount(4)
  await app.press('j')
  await app.composer.write('Typed while ')
  await expect(app.composer.field).toHaveValue('Typed while ')
  await browserDesk.kill()
  await app.page.keyboard.insertText('nobody listened')
  await expect(app.connectionBar).toContainText('The connection to Backchannel is lost')
  await app.press('Escape', 'j')
  await expect(app.inbox.selected).toHaveAccessibleName(/^Ben Ito/)

  await browserDesk.startBehindPage()
  await expect(app.connectionBar).toBeHidden()
  await app.press('k')
  await expect(app.composer.field).toHaveValue('Typed while nobody listened')
  await app.reload()
  await app.press('Home')
  await expect(app.composer.field).toHaveValue('Typed while nobody listened')
})

test('a second start on the same data folder says who holds it', async ({ app, dataDir }) => {
  await expect(app.inbox.rows).toHaveCount(4)
  const second = await runCli(['serve', '--no-open', '--data', dataDir])
  expect(second.exitCode).toBe(5)
  expect(second.stderr).toContain(`The data folder ${dataDir} is in use by process `)
  expect(second.stderr).toContain('Close it first')
  await app.press('j')
  await expect(app.thread.with('Ana Silva')).toBeVisible()
})

test('the host ends when asked, and leaves the folder free', async ({ browserDesk, dataDir }) => {
  const app = consolePage(await browserDesk.start())
  await expect(app.inbox.rows).toHaveCount(4)
  expect(await browserDesk.server.stop()).toBe(0)
  const found = await runCli(['search', 'flickers', '--data', dataDir, '--json'])
  expect(JSON.parse(found.stdout)).toMatchObject({ hits: [{ snippet: expect.stringContaining('flickers') }] })
})

test('two tabs on the same desk show the same', async ({ browserDesk }) => {
  const first = consolePage(await browserDesk.start())
  await expect(first.inbox.rows).toHaveCount(4)
  const page = await first.page.context().newPage()
  await page.goto(browserDesk.server.origin)
  const second = consolePage(page)
  await second.inbox.row('Ben Ito').click()
  await second.composer.reply('Seen in both')
  await expect(first.inbox.row('Ben Ito')).toContainText('You: Seen in both')
  await first.inbox.row('Ana Silva').click()
  await first.thread.resolve.click()
  await expect(second.inbox.rows).toHaveCount(3)
})
