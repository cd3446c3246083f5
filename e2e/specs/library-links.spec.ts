import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '../fixtures.ts'
import { openBrowserDesk } from '../hosts/browser.ts'
import { consolePage, type ConsolePage } from '../pages/console.ts'
import { expectAccessible } from '../support/accessible.ts'
import type { FakeAnswers } from '../support/fake-web.ts'

const FAKE_WEB = pathToFileURL(path.resolve(import.meta.dirname, '../support/fake-web.ts')).href

async function write(app: ConsolePage, title: string, text: string): Promise<void> {
  await app.library.write({ title, text })
  await app.library.approve()
  await app.press('Escape')
  await expect(app.library.list).toBeFocused()
}

test('the links of the library are asked on request, and dead ones are worth a look', async ({
  context,
  dataDir,
  host
}, testInfo) => {
  test.skip(host !== 'browser', 'the internet is replaced in the browser host')
  const file = testInfo.outputPath('web.json')
  const web = (given: FakeAnswers): void => writeFileSync(file, JSON.stringify(given))
  const asked = (): string[] => readFileSync(`${file}.asked`, 'utf8').trim().split('\n')
  writeFileSync(`${file}.asked`, '')
  web({ answers: { 'https://shop.org/returns': 404, 'https://shop.org/new': 200, 'https://status.shop.org/': 503 } })

  const desk = await openBrowserDesk(context, dataDir, {
    NODE_OPTIONS: `--import=${FAKE_WEB}`,
    BACKCHANNEL_FAKE_WEB: file
  })
  const page = await desk.start()
  let app = consolePage(page)
  await expect(app.inbox.rows.first()).toBeVisible()
  const dialog = page.getByRole('dialog', { name: 'Check links' })
  const kinds = app.library.region.getByRole('group', { name: 'Worth a look' }).getByRole('button')
  const section = (name: string) => dialog.getByRole('region', { name }).getByRole('listitem')

  await test.step('nothing is asked before somebody wants it', async () => {
    await app.library.open()
    await app.press('Shift+h')
    await expect(dialog).toContainText('No reply that is approved or in review has a link in it.')
    await app.press('Escape')
    await expect(dialog).toBeHidden()
    await write(app, 'Returns', 'How to return: https://shop.org/returns')
    await write(app, 'News', 'See https://shop.org/new, https://gone.shop.org/ and https://status.shop.org/')
    await write(app, 'Order', 'Your order: https://shop.org/o/{{ customer.username }} or http://shop.org/')
    expect(asked()).toEqual([''])
  })

  await test.step('a check by key says what came of each link', async () => {
    await app.press('Shift+h')
    const button = dialog.getByRole('button', { name: 'Check 4 links' })
    await expect(button).toBeFocused()
    await expectAccessible(page)
    await app.press('Enter')
    await expect(dialog.getByRole('status')).toHaveText('4 links asked · 2 are dead · 1 could not be told')
    await expect(section('Dead')).toHaveText([
      /https:\/\/gone\.shop\.org\/Its host does not exist, seen on .*News/,
      /https:\/\/shop\.org\/returnsAnswered 404 on .*Returns/
    ])
    await expect(section('Could not be told')).toHaveText([/https:\/\/status\.shop\.org\/Answered 503/])
    await expect(section('Never asked')).toHaveText([
      /http:\/\/shop\.org\/It is not a safe one/,
      /https:\/\/shop\.org\/o\/\{\{…\}\}It has a placeholder in it/
    ])
    await expectAccessible(page)
    expect(asked().every((line) => line.includes('Backchannel link check'))).toBe(true)
    expect(asked().join()).not.toMatch(/cookie|authorization|referer/i)
  })

  await test.step('the reply is one step away, and says what is the matter with it', async () => {
    await section('Dead').getByRole('button', { name: 'Returns' }).click()
    await expect(dialog).toBeHidden()
    const notes = app.library.pane.getByRole('note', { name: 'Worth a look' })
    await expect(notes).toContainText(/https:\/\/shop\.org\/returns answered 404 on \w/)
    await expect(kinds).toHaveText([/Dead links\s*2/, /Broken or unsafe links\s*1/])
  })

  await test.step('without a network it says so, and what was known stays', async () => {
    web({ offline: true, answers: {} })
    await app.press('Shift+h')
    await expect(dialog.getByRole('button', { name: 'Check 4 links' })).toBeFocused()
    await app.press('Enter')
    await expect(dialog.getByRole('status')).toContainText('This computer has no network.')
    await expect(section('Dead')).toHaveCount(2)
    await expect(dialog.getByRole('button', { name: 'Check 4 links' })).toBeFocused()
    await app.press('Escape')
    await expect(dialog).toBeHidden()
  })

  await test.step('what was found is there after a restart, and goes when the link lives', async () => {
    await desk.kill()
    app = consolePage(await desk.start())
    await expect(app.inbox.rows.first()).toBeVisible()
    await app.library.open()
    await expect(kinds).toHaveText([/Dead links\s*2/, /Broken or unsafe links\s*1/])
    web({
      answers: { 'https://shop.org/returns': 200, 'https://shop.org/new': 200, 'https://status.shop.org/': 'slow' }
    })
    await app.press('Shift+h')
    await expect(dialog).toContainText('asked last')
    await dialog.getByRole('button', { name: 'Check 4 links' }).click()
    // Nothing to be seen of it while it stands at 0.
    await expect(dialog.getByRole('progressbar')).toBeAttached()
    const stop = dialog.getByRole('button', { name: 'Stop' })
    await expect(stop).toBeFocused()
    await expect(section('Dead')).toHaveText([/gone\.shop\.org/])
    await app.press('Enter')
    await expect(dialog.getByRole('status')).toContainText('Stopped: 3 links asked')
    await app.press('Escape')
    await expect(kinds).toHaveText([/Dead links\s*1/, /Broken or unsafe links\s*1/])
  })

  await test.step('that it is meant so is believed', async () => {
    await kinds.filter({ hasText: 'Dead links' }).click()
    await expect(app.library.rows).toHaveText([/News.*https:\/\/gone\.shop\.org\/: its host does not exist/])
    await app.library.row('News').click()
    await expect(app.library.list).toBeFocused()
    await app.press('Shift+m')
    await expect(app.library.region).toContainText('No reply fits the filter')
    await app.press('z')
    await expect(app.library.rows).toHaveText([/News/])
  })
  await desk.close()
})
