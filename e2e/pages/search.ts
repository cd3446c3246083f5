import { expect, type Locator, type Page } from '@playwright/test'

/** Search over customers and messages. */
export function searchPage(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Search' })
  const group = (name: string): Locator => dialog.getByRole('group', { name, exact: true }).getByRole('option')
  const field = dialog.getByRole('combobox')
  return {
    dialog,
    field,
    suggestions: group('Suggestions'),
    recent: group('Recent searches'),
    customers: group('Customers'),
    messages: group('Messages'),
    chosen: dialog.getByRole('option', { selected: true }),
    marks: dialog.locator('mark'),
    /** What is wrong in the search. */
    problem: dialog
      .getByRole('status')
      .filter({ hasText: /no operator|does not take|There is no|needs a value|no date/ }),
    /** Opens it by its key, ready for letters. */
    open: async (): Promise<void> => {
      await page.keyboard.press('/')
      await expect(field).toBeFocused()
    }
  }
}
