import { expect, type Page } from '@playwright/test'

/** Where the reply to the open conversation is written. */
export function composerPage(page: Page) {
  const field = page.getByRole('textbox', { name: /^Reply to / })
  const note = page.getByRole('textbox', { name: /^Internal note about / })
  const history = page.getByRole('dialog', { name: 'Earlier versions' })

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
    /** What the reply takes along. */
    attachment: page.getByRole('group', { name: /^Attachment: / }),
    attach: page.getByRole('button', { name: 'Attach a file' }),
    detach: page.getByRole('button', { name: 'Remove the attachment' }),
    /** The field of an internal note. */
    note,
    mode: (name: 'Reply' | 'Note') =>
      page.getByRole('group', { name: 'What you write' }).getByRole('button', { name: new RegExp(`^${name}`) }),
    historyButton: page.getByRole('button', { name: 'Earlier versions' }),
    history,
    versions: history.getByRole('button'),
    /** Two windows have written different texts. */
    suggestions: page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option'),
    emojiButton: page.getByRole('button', { name: 'Insert an emoji' }),
    emoji: page.getByRole('dialog', { name: 'Insert an emoji' }),
    conflict: page.getByRole('alert').filter({ hasText: 'Another window has changed this draft' }),
    write,
    reply: async (text: string): Promise<void> => {
      await write(text)
      await page.keyboard.press('ControlOrMeta+Enter')
    }
  }
}
