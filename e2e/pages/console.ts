import { expect, type Page } from '@playwright/test'
import { composerPage } from './composer.ts'
import { importDialogPage } from './import-dialog.ts'
import { inboxPage } from './inbox.ts'
import { outboxPage } from './outbox.ts'
import { searchPage } from './search.ts'
import { settingsPage } from './settings.ts'
import { threadPage } from './thread.ts'

/** The console as a user sees it: locators and what can be done, place by place. */
export function consolePage(page: Page) {
  const inbox = inboxPage(page)
  return {
    page,
    inbox,
    thread: threadPage(page),
    composer: composerPage(page),
    search: searchPage(page),
    outbox: outboxPage(page),
    settings: settingsPage(page),
    importDialog: importDialogPage(page),
    help: page.getByRole('dialog', { name: 'Keyboard' }),
    connectDialog: page.getByRole('dialog', { name: 'Connect your X account' }),
    practiceBanner: page.getByRole('region', { name: 'Practice' }),
    status: page.getByRole('contentinfo', { name: 'Status' }),
    connectionBar: page.getByRole('status').filter({ hasText: /^(The connection to )?Backchannel/ }),
    /** What only a person can mend. */
    troubleBar: page.getByRole('status').filter({ hasText: /to sign in again|are used up/ }),
    /** A notice at the edge of the window. */
    notice: (text: string | RegExp) => page.getByRole('alert').filter({ hasText: text }),
    /** Loads the page again and waits for the conversations. */
    reload: async (): Promise<void> => {
      await page.reload()
      await expect(inbox.rows.first()).toBeVisible()
    },
    press: async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key)
    }
  }
}

export type ConsolePage = ReturnType<typeof consolePage>
