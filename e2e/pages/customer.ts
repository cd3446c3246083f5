import type { Locator, Page } from '@playwright/test'

/** The customer panel, as a column or as a drawer. */
export function customerPage(page: Page) {
  const panel = page.getByRole('group', { name: 'About the customer' })
  return {
    panel,
    attributes: panel.getByRole('region', { name: 'Attributes' }),
    /** The button of an attribute, by its name; its own name tells the value. */
    attribute: (name: string): Locator => panel.getByRole('button', { name: new RegExp(`^${name}: .*Change$`) }),
    tags: panel.getByRole('region', { name: 'Tags' }),
    promises: panel.getByRole('region', { name: 'Promised' }),
    notes: panel.getByRole('region', { name: 'Notes' }),
    noteField: panel.getByRole('textbox', { name: 'Note about the customer' }),
    merge: panel.getByRole('button', { name: /^Merge / }),
    split: (name: string): Locator => panel.getByRole('button', { name: `Split off ${name}` }),
    others: panel.getByRole('region', { name: 'Other conversations' }),
    mergeDialog: page.getByRole('dialog', { name: /^Merge / })
  }
}
