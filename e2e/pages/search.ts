import type { Page } from '@playwright/test'

/** Search over customers and messages. */
export function searchPage(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Search' })
  return {
    dialog,
    field: dialog.getByRole('combobox'),
    customers: dialog.getByRole('group', { name: 'Customers' }).getByRole('option'),
    messages: dialog.getByRole('group', { name: 'Messages' }).getByRole('option'),
    chosen: dialog.getByRole('option', { selected: true }),
    marks: dialog.locator('mark'),
    open: async (): Promise<void> => page.keyboard.press('/')
  }
}
