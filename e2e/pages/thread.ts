import type { Locator, Page } from '@playwright/test'

/** The open conversation. */
export function threadPage(page: Page) {
  const log = page.getByRole('log')
  const messages = log.getByRole('article')
  return {
    log,
    messages,
    /** The conversation with somebody: there while it is open. */
    with: (name: string): Locator => page.getByRole('log', { name: `Messages with ${name}` }),
    message: (text: string | RegExp): Locator => messages.filter({ hasText: text }),
    own: log.getByRole('article', { name: /^You, / }),
    resolve: page.getByRole('button', { name: 'Resolve', exact: true }),
    reopen: page.getByRole('button', { name: 'Reopen', exact: true })
  }
}
