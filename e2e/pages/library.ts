import { expect, type Locator, type Page } from '@playwright/test'

/** The library of canned replies. */
export function libraryPage(page: Page) {
  const region = page.getByRole('region', { name: 'Library', exact: true })
  const list = region.getByRole('listbox', { name: 'Canned replies' })
  const pane = region.getByRole('region', { name: 'Canned reply' })
  const body = pane.getByRole('textbox', { name: 'Text of the reply' })
  const title = pane.getByRole('textbox', { name: 'Title' })
  const shortcut = pane.getByRole('textbox', { name: 'Shortcut' })

  /** Begins a reply by key and writes it. The focus is in its text afterwards. */
  async function write(reply: {
    readonly title: string
    readonly shortcut?: string
    readonly text: string
    readonly fragment?: boolean
  }): Promise<void> {
    await expect(list.or(region.getByText('No canned replies yet'))).toBeVisible()
    await page.keyboard.press(reply.fragment === true ? 'Shift+N' : 'n')
    await expect(title).toBeFocused()
    await page.keyboard.insertText(reply.title)
    await expect(title).toHaveValue(reply.title)
    if (reply.shortcut !== undefined) await shortcut.fill(reply.shortcut)
    await body.focus()
    await expect(body).toBeFocused()
    await page.keyboard.insertText(reply.text)
    await expect(body).toHaveValue(reply.text)
  }

  return {
    region,
    list,
    rows: list.getByRole('option'),
    row: (name: string): Locator => list.getByRole('option').filter({ hasText: name }),
    chosen: list.locator('[role=option][aria-checked=true]'),
    selected: list.getByRole('option', { selected: true }),
    selectionBar: region.getByRole('toolbar', { name: 'Selected replies' }),
    filter: region.getByRole('textbox', { name: 'Filter the library' }),
    folders: region.getByRole('tree', { name: 'Folders' }).getByRole('treeitem'),
    pane,
    stage: pane.getByRole('heading', { level: 3 }),
    title,
    shortcut,
    body,
    preview: pane.getByRole('region', { name: 'Preview' }),
    /** What goes along, where it is written; in the preview it shows once more. */
    attachment: pane.getByRole('group', { name: /^Attachment: / }).first(),
    attach: pane.getByRole('button', { name: 'Attach a file' }),
    detach: pane.getByRole('button', { name: 'Remove the attachment' }),
    mistakes: pane.getByRole('list', { name: 'Mistakes' }).getByRole('listitem'),
    button: (name: string): Locator => pane.getByRole('button', { name, exact: true }),
    versions: page.getByRole('dialog', { name: /^Versions of / }),
    outcome: page.getByRole('dialog', { name: /^What became of / }),
    fixes: page.getByRole('dialog', { name: 'What agents keep changing' }),
    guide: page.getByRole('dialog', { name: 'Guide to placeholders' }),
    picker: (name: string): Locator => page.getByRole('dialog', { name }),
    write,
    /** Opened by key from wherever one is, but not from within a text. */
    open: async (): Promise<void> => {
      await page.keyboard.press('g')
      await page.keyboard.press('/')
      await expect(region).toBeVisible()
    },
    /** Saves and approves what is being written. */
    approve: async (): Promise<void> => {
      await page.keyboard.press('ControlOrMeta+Enter')
      await expect(pane.getByRole('heading', { level: 3 })).toHaveText(/^Approved(Fragment)?$/)
    }
  }
}
