import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { chromium, expect, type Page } from '@playwright/test'
import { findChromium } from '../chromium.ts'
import { startServeProcess } from '../hosts/serve-process.ts'
import { type ConsolePage, consolePage } from '../pages/console.ts'
import { makeDataFolder, removeFolder } from '../support/data-folder.ts'

/** Takes the README's pictures: `node e2e/tools/screenshots.ts`, in the practice workspace, after a build. */

const DOCS = path.resolve(import.meta.dirname, '../../docs')
const CUSTOMER = 'Tamsin Grove'

/** A conversation in the middle of its life: pictures, an answer that was sent, and one that is being written. */
async function playConversation({ page, inbox, thread, composer }: ConsolePage): Promise<void> {
  await inbox.row(CUSTOMER).click()
  await expect(thread.with(CUSTOMER)).toBeVisible()
  await composer.reply('Oh no, Tamsin, I am so sorry! Could you send us a picture of the box as well?')
  // Customers of the practice workspace take up to half a minute to answer.
  await expect(thread.message('Here is the box from outside')).toBeVisible({ timeout: 60_000 })
  await composer.write('Thank you, that helps. A new mug leaves')
  await expect(inbox.row(CUSTOMER)).not.toHaveAccessibleName(/unread/)
  // Nothing is lit up by a pointer that only stands there.
  await page.mouse.move(700, 15)
  await picturesLoaded(page)
}

function picturesLoaded(page: Page): Promise<void> {
  const loaded = (): Promise<boolean> =>
    page.evaluate(() => [...document.images].every((image) => image.complete && image.naturalWidth > 0))
  return expect.poll(loaded, 'pictures are loaded').toBe(true)
}

const dataDir = await makeDataFolder({ 'outbox.undoSeconds': 0 })
const server = await startServeProcess(dataDir)
const browser = await chromium.launch((await findChromium()).launchOptions)
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' })
  await page.goto(server.pairingUrl)
  await playConversation(consolePage(page))
  await mkdir(DOCS, { recursive: true })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    await page.screenshot({ path: path.join(DOCS, `screenshot-${colorScheme}.png`), caret: 'initial' })
  }
} finally {
  await browser.close()
  await server.stop()
  await removeFolder(dataDir)
}
