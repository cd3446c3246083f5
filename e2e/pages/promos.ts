import { expect, type Page } from '@playwright/test'

/** The campaigns, and giving codes of them. */
export function promosPage(page: Page) {
  const region = page.getByRole('region', { name: 'Promo codes', exact: true })
  const campaigns = region.getByRole('listbox', { name: 'Campaigns' })
  const dialog = (name: string) => page.getByRole('dialog', { name })

  return {
    region,
    campaigns,
    dialog,
    /** What is offered for `%`. */
    options: page.getByRole('listbox', { name: 'Promo codes' }).getByRole('option'),
    chips: page.getByRole('group', { name: 'Promo codes in this reply' }).getByRole('listitem'),
    /** Of the customer who is open. */
    ofCustomer: page.getByRole('complementary', { name: 'Customer' }).getByRole('region', { name: 'Promo codes' }),
    async open(): Promise<void> {
      await page.keyboard.press('g')
      await page.keyboard.press('Shift+P')
      await expect(region).toBeVisible()
    },
    /** Reads a file through an open dialog up to what would come of it. */
    async lookInto(title: string, path: string): Promise<void> {
      const field = dialog(title).getByRole('textbox', { name: 'Path of the file on this machine' })
      await expect(field).toBeFocused()
      await page.keyboard.insertText(path)
      await expect(field).toHaveValue(path)
      await page.keyboard.press('Enter')
      await expect(dialog(title).getByRole('button', { name: 'Import', exact: true })).toBeFocused()
    },
    /** Brings in what was looked into, and closes. */
    async bringIn(title: string): Promise<void> {
      await page.keyboard.press('Enter')
      await expect(dialog(title).getByRole('button', { name: 'Close', exact: true }).last()).toBeFocused()
    }
  }
}
