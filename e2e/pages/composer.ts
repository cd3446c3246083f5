import { expect, type Page } from '@playwright/test'

/** Where the reply to the open conversation is written. */
export function composerPage(page: Page) {
  const field = page.getByRole('textbox', { name: /^Reply to / })

  /** Writes at the cursor, with the keyboard, from wherever the focus is. */
  async function write(text: string): Promise<void> {
    const here = await field.evaluate((element) => element === document.activeElement)
    if (!here) await page.keyboard.press('r')
    await expect(field).toBeFocused()
    await expect(field).toBeEditable()
    await page.keyboard.insertText(text)
  }

  return {
    field,
    write,
    reply: async (text: string): Promise<void> => {
      await write(text)
      await page.keyboard.press('ControlOrMeta+Enter')
    }
  }
}
