import type { Page } from '@playwright/test'

/** The dialog in which a conversation is begun. */
export function newMessagePage(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'New message' })
  return {
    dialog,
    field: dialog.getByRole('combobox', { name: 'Whom to write to' }),
    choices: dialog.getByRole('option'),
    chosen: dialog.getByRole('option', { selected: true }),
    error: dialog.getByRole('alert'),
    write: dialog.getByRole('button', { name: /^(Write|Write anyway|Open the conversation)$/ }),
    back: dialog.getByRole('button', { name: 'Somebody else' })
  }
}
