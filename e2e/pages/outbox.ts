import type { Page } from '@playwright/test'

/** What has not reached X yet. */
export function outboxPage(page: Page) {
  const region = page.getByRole('region', { name: 'Outbox' })
  return {
    region,
    items: region.getByRole('listitem'),
    /** The replies, without what is listed inside them. */
    replies: region.getByRole('list', { name: 'What has not left yet' }).locator('> li'),
    selected: region.locator('li[aria-current=true]'),
    open: async (): Promise<void> => {
      await page.keyboard.press('g')
      await page.keyboard.press('o')
    }
  }
}
