import { expect, type Page } from '@playwright/test'
import { type ConsolePage, consolePage } from './console.ts'

/** What `open` does brings a window of its own; in the browser host. */
export async function openedWindow(page: Page, open: () => Promise<void>): Promise<ConsolePage> {
  const popup = page.waitForEvent('popup')
  await open()
  const opened = consolePage(await popup)
  await expect(opened.thread.log).toBeVisible()
  return opened
}
