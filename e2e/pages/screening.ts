import type { Locator, Page } from '@playwright/test'

/** Who reaches the inbox: the settings, and the bar of a conversation that waits. */
export function screeningPage(page: Page) {
  const bar = page.getByRole('region', { name: /^(Request|Spam)$/ })
  return {
    bar,
    step: (label: string): Locator => bar.getByRole('button', { name: new RegExp(`^${label}: `) }),
    audience: (name: RegExp): Locator => page.getByRole('radio', { name }),
    chosen: (name: string): Locator => page.getByRole('checkbox', { name }),
    addKeyword: page.getByRole('button', { name: 'Add a keyword' }),
    keyword: (position: number): Locator => page.getByRole('textbox', { name: `Keyword ${position}` }),
    leads: (position: number): Locator => page.getByRole('radiogroup', { name: `Where keyword ${position} leads` }),
    preview: page.getByRole('status').filter({ hasText: /would move|Being applied/ }),
    apply: page.getByRole('button', { name: 'Apply', exact: true }),
    handles: (list: 'get in' | 'wait'): Locator =>
      page.getByRole('textbox', { name: `Handles of those who always ${list}` }),
    add: (list: 'get in' | 'wait'): Locator => page.getByRole('button', { name: `Add to those who always ${list}` })
  }
}
