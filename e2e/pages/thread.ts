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
    notes: log.getByRole('article', { name: /^Internal note, / }),
    own: log.getByRole('article', { name: /^You, / }),
    /** Who is writing at this moment. */
    typing: page.getByRole('status').filter({ hasText: 'typing…' }),
    encryptedChat: page.getByRole('region', { name: /^Encrypted X Chat/ }),
    resolve: page.getByRole('button', { name: 'Resolve', exact: true }),
    reopen: page.getByRole('button', { name: 'Reopen', exact: true })
  }
}
