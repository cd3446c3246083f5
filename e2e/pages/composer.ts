import { expect, type Page } from '@playwright/test'

/** Where the reply to the open conversation is written. */
export function composerPage(page: Page) {
  const field = page.getByRole('textbox', { name: /^Reply to / })
  return {
    field,
    send: page.getByRole('button', { name: 'Send', exact: true }),
    /** Writes and sends with the keyboard, wherever the focus is in the conversation. */
    reply: async (text: string): Promise<void> => {
      await page.keyboard.press('r')
      await expect(field).toBeFocused()
      await page.keyboard.insertText(text)
      await page.keyboard.press('ControlOrMeta+Enter')
    }
  }
}
