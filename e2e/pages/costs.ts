import type { Page } from '@playwright/test'

/** What X allows and charges, and how far back it is read. */
export function costsPage(page: Page) {
  return {
    dialog: page.getByRole('dialog', { name: 'Limits and costs' }),
    ceilingBar: page.getByRole('status').filter({ hasText: /ceiling of/ }),
    backfillBar: page.getByRole('status').filter({ hasText: /There is more to read/ }),
    backfillDialog: page.getByRole('dialog', { name: 'Older messages' })
  }
}
