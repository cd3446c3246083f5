import { expect, type Page } from '@playwright/test'

/** What customers say of the product: tagging it, and the board that counts it. */
export function feedbackBoardPage(page: Page) {
  const region = page.getByRole('region', { name: 'Feedback', exact: true })
  const tagging = page.getByRole('dialog', { name: 'Tag feedback' })
  const themes = region.getByRole('listbox', { name: 'Themes' })
  const quotes = region.getByRole('listbox', { name: 'Quotes' })
  return {
    region,
    themes,
    /** Each with its counts, the most frequent first; before them all themes together. */
    theme: (name: string | RegExp) => themes.getByRole('option', { name }),
    quotes,
    quote: (text: string) => quotes.getByRole('option').filter({ hasText: text }),
    dialog: (name: string | RegExp) => page.getByRole('dialog', { name }),
    /** By key, and waits until it is there. */
    async open(): Promise<void> {
      await page.keyboard.press('g')
      await page.keyboard.press('Shift+F')
      await expect(region.getByRole('heading', { name: 'Feedback', exact: true })).toBeVisible()
    },
    /** Tags the newest message of the open conversation as a whole, with a new theme. */
    async tagNewest(parts: { readonly theme: string; readonly product: string; readonly keys: readonly string[] }) {
      await page.keyboard.press('m')
      await expect(page.getByRole('article').last()).toBeFocused()
      await page.keyboard.press('l')
      await expect(page.getByRole('status').filter({ hasText: /words? of/ })).toBeVisible()
      await page.keyboard.press('a')
      await expect(tagging.getByRole('combobox', { name: 'Theme' })).toBeFocused()
      await page.keyboard.insertText(parts.theme)
      await expect(tagging.getByRole('option', { name: `New theme “${parts.theme}”` })).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(tagging.getByRole('list', { name: 'Themes' })).toHaveText(parts.theme)
      for (const key of parts.keys) await page.keyboard.press(key)
      await tagging.getByRole('combobox', { name: 'Product' }).fill(parts.product)
      await page.keyboard.press('ControlOrMeta+Enter')
      await expect(tagging).toBeHidden()
    }
  }
}
