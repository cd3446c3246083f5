import type { Locator, Page } from '@playwright/test'

/** The dialog that asks when a reply is to leave, by its title. */
export function schedulePage(page: Page) {
  return (title: string) => {
    const box = page.getByRole('dialog', { name: title })
    const options = box.getByRole('option')
    return {
      box,
      words: box.getByRole('combobox', { name: 'When' }),
      options,
      option: (label: string): Locator => options.filter({ hasText: label }),
      exact: box.getByLabel('Date and time'),
      submit: box.getByRole('button', { name: 'Schedule' })
    }
  }
}
