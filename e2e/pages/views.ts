import type { Locator, Page } from '@playwright/test'

/** Saved views in the sidebar, and the dialog that saves them. */
export function viewsPage(page: Page) {
  const list = page.getByRole('list', { name: 'Saved views' })
  const dialog = page.getByRole('dialog', { name: /^(Save the search as a view|Edit the saved view)$/ })
  return {
    items: list.getByRole('button'),
    item: (name: string): Locator => list.getByRole('button', { name: new RegExp(`^${RegExp.escape(name)}`) }),
    queues: page.getByRole('list', { name: 'Queues' }).getByRole('button'),
    dialog,
    name: dialog.getByRole('textbox', { name: 'Name' }),
    query: dialog.getByRole('textbox', { name: 'Search' }),
    shortcut: dialog.getByRole('combobox', { name: 'Shortcut' }),
    save: dialog.getByRole('button', { name: /^Save/ }),
    remove: dialog.getByRole('button', { name: 'Delete' })
  }
}
