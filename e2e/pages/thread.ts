import type { Locator, Page } from '@playwright/test'

/** The open conversation. */
export function threadPage(page: Page) {
  const log = page.getByRole('log')
  const messages = log.getByRole('article')
  return {
    log,
    messages,
    heading: page.getByRole('main').locator('header').getByRole('heading', { level: 2 }).last(),
    message: (text: string | RegExp): Locator => messages.filter({ hasText: text }),
    own: log.getByRole('article', { name: /^You, / }),
    resolve: page.getByRole('button', { name: 'Resolve', exact: true }),
    reopen: page.getByRole('button', { name: 'Reopen', exact: true })
  }
}
