import type { Page } from '@playwright/test'

/** Importing an X archive. */
export function importDialogPage(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Import an X archive' })
  return {
    dialog,
    result: dialog.getByRole('status'),
    import: dialog.getByRole('button', { name: 'Import', exact: true }),
    /** After an import: to what it brought. */
    showConversations: dialog.getByRole('button', { name: 'Show the conversations' }),
    done: dialog.getByRole('button', { name: 'Done' })
  }
}
