import type { Page } from '@playwright/test'

/** Everything that can be set. */
export function settingsPage(page: Page) {
  const region = page.getByRole('region', { name: 'Settings' })
  return {
    region,
    mediaRoom: region.getByRole('radiogroup', { name: 'Room for pictures and clips' }),
    clearMedia: region.getByRole('button', { name: 'Clear', exact: true }),
    account: (handle: string) => region.getByRole('listitem').filter({ hasText: `@${handle}` }),
    live: (handle: string) => page.getByRole('dialog', { name: `Live connection of @${handle}` }),
    importArchive: region.getByRole('button', { name: 'Import an X archive' }),
    connect: region.getByRole('button', { name: 'Connect an X account' }),
    open: async (): Promise<void> => {
      await page.keyboard.press('g')
      await page.keyboard.press('s')
    }
  }
}
