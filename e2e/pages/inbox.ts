import type { Locator, Page } from '@playwright/test'

/** The conversations of the open queue, and the queues beside them. */
export function inboxPage(page: Page) {
  const list = page.getByRole('region', { name: /^Conversations: / }).getByRole('listbox')
  const rows = list.getByRole('option')
  return {
    list,
    rows,
    /** The row of a customer, by the name it begins with. */
    row: (name: string): Locator => list.getByRole('option', { name: startsWith(name) }),
    /** Chosen to be worked on together. */
    chosen: list.locator('[role=option][aria-checked=true]'),
    selectionBar: page.getByRole('toolbar', { name: 'Selected conversations' }),
    selected: list.getByRole('option', { selected: true }),
    queue: (title: string): Locator =>
      page.getByRole('navigation', { name: 'Queues' }).getByRole('button', { name: startsWith(title) }),
    title: page.getByRole('region', { name: /^Conversations: / }).getByRole('heading')
  }
}

function startsWith(text: string): RegExp {
  return new RegExp(`^${RegExp.escape(text)}`)
}
