import { expect, type Page } from '@playwright/test'

/** The command palette. */
export function palettePage(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Command palette' })
  const field = dialog.getByRole('combobox')
  return {
    dialog,
    field,
    items: dialog.getByRole('option'),
    group: (name: string) => dialog.getByRole('group', { name }).getByRole('option'),
    chosen: dialog.getByRole('option', { selected: true }),
    marks: dialog.locator('mark'),
    /** Opens it by its key, ready for letters. */
    open: async (): Promise<void> => {
      await page.keyboard.press('ControlOrMeta+k')
      await expect(field).toBeFocused()
    }
  }
}
