import type { Locator, Page } from '@playwright/test'

/** Settings → Keyboard: which key does what. */
export function keySettingsPage(page: Page) {
  const region = page.getByRole('region', { name: 'Settings' })
  const search = region.getByRole('textbox', { name: 'Find an action or a key' })
  const recorder = region.getByRole('textbox', { name: /^Press the key for / })
  const row = (title: string): Locator => region.getByRole('listitem').filter({ hasText: title })
  return {
    search,
    row,
    recorder,
    add: (title: string): Locator => region.getByRole('button', { name: `Add a key for ${title}`, exact: true }),
    reset: (title: string): Locator => region.getByRole('button', { name: `Reset the keys of ${title}`, exact: true }),
    remove: (key: string, title: string): Locator =>
      region.getByRole('button', { name: `Remove ${key} from ${title}`, exact: true }),
    resetAll: region.getByRole('button', { name: 'Reset all keys' }),
    instead: region.getByRole('button', { name: 'Use it here instead' })
  }
}
