import { expect, type Locator, type Page } from '@playwright/test'

/** What the team decides about a conversation: the line above its messages, and the pickers. */
export function triagePage(page: Page) {
  const line = page.getByRole('group', { name: 'What the team decided' })
  const picker = (title: string) => {
    const dialog = page.getByRole('dialog', { name: title })
    return {
      dialog,
      field: dialog.getByRole('combobox'),
      options: dialog.getByRole('option'),
      option: (name: string): Locator => dialog.getByRole('option', { name }),
      marked: dialog.getByRole('option', { selected: true }),
      problem: dialog.getByRole('alert')
    }
  }

  /** Presses the key of a picker, types, and takes what is found. */
  async function choose(key: string, title: string, typed: string): Promise<void> {
    await page.keyboard.press(key)
    await expect(picker(title).field).toBeFocused()
    await page.keyboard.insertText(typed)
    await expect(picker(title).marked).toBeVisible()
    await page.keyboard.press('Enter')
  }

  return { line, picker, choose }
}
