import type { Page } from '@playwright/test'

/** Canned replies where a reply is written. */
export function cannedPage(page: Page) {
  const list = page.getByRole('listbox', { name: 'Canned replies' })
  const form = page.getByRole('form', { name: /^Questions of / })
  const dialog = page.getByRole('dialog', { name: 'Insert a canned reply' })
  return {
    list,
    options: list.getByRole('option'),
    marked: list.getByRole('option', { selected: true }),
    /** The questions that come before a reply goes into the text. */
    form,
    question: (label: string) => form.getByLabel(label),
    /** What is done when the reply is sent. */
    actions: page.getByRole('group', { name: 'Done when it is sent' }).getByRole('listitem'),
    /** What fits the customer who waits. */
    suggestions: page.getByRole('group', { name: 'Suggested replies' }).getByRole('button'),
    dialog,
    field: dialog.getByRole('combobox', { name: 'Canned reply' }),
    button: page.getByRole('button', { name: 'Insert canned reply…' })
  }
}
