import type { Page } from '@playwright/test'

/** What the send check says about a reply, and what the lead decides about it. */
export function sendCheckPage(page: Page) {
  const list = page.getByRole('group', { name: 'Send check' })
  const words = page.getByRole('region', { name: 'Words off our voice' })
  return {
    /** The first finding, in the bar of the composer. */
    chip: page.getByRole('button', { name: /^Send check: / }),
    list,
    findings: list.getByRole('listitem'),
    finding: (text: string | RegExp) => list.getByRole('listitem').filter({ hasText: text }),
    level: (rule: string) => page.getByRole('radiogroup', { name: rule, exact: true }),
    choose: (rule: string, level: 'Off' | 'Warn' | 'Block') =>
      page.getByRole('radiogroup', { name: rule, exact: true }).getByText(level, { exact: true }).click(),
    words,
    addWord: words.getByRole('button', { name: 'Add a word' })
  }
}
