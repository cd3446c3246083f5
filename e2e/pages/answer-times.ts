import type { Locator, Page } from '@playwright/test'

/** The dialog in which answer times are promised. */
export function answerTimesPage(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Answer times' })
  return {
    dialog,
    start: dialog.getByRole('button', { name: 'Start with these times' }),
    save: dialog.getByRole('button', { name: 'Save', exact: true }),
    discard: dialog.getByRole('button', { name: 'Discard changes' }),
    problem: dialog.getByRole('status'),
    policies: dialog.getByRole('list', { name: 'Policies' }).getByRole('listitem'),
    day: (name: string): Locator => dialog.getByRole('textbox', { name, exact: true }),
    preview: dialog.getByRole('list', { name: 'Would be due' })
  }
}
