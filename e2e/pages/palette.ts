import type { Page } from '@playwright/test'

/** The command palette. */
export function palettePage(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Command palette' })
  return {
    dialog,
    field: dialog.getByRole('combobox'),
    items: dialog.getByRole('option'),
    group: (name: string) => dialog.getByRole('group', { name }).getByRole('option'),
    chosen: dialog.getByRole('option', { selected: true }),
    marks: dialog.locator('mark'),
    open: async (): Promise<void> => page.keyboard.press('ControlOrMeta+k')
  }
}
