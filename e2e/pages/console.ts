import { expect, type Page } from '@playwright/test'
import { cannedPage } from './canned.ts'
import { composerPage } from './composer.ts'
import { costsPage } from './costs.ts'
import { customerPage } from './customer.ts'
import { importDialogPage } from './import-dialog.ts'
import { inboxPage } from './inbox.ts'
import { keySettingsPage } from './key-settings.ts'
import { libraryFilesPage } from './library-files.ts'
import { libraryPage } from './library.ts'
import { newMessagePage } from './new-message.ts'
import { outboxPage } from './outbox.ts'
import { palettePage } from './palette.ts'
import { reportsPage } from './reports.ts'
import { schedulePage } from './schedule.ts'
import { screeningPage } from './screening.ts'
import { searchPage } from './search.ts'
import { sendCheckPage } from './send-check.ts'
import { settingsPage } from './settings.ts'
import { signInPage } from './sign-in.ts'
import { threadPage } from './thread.ts'
import { surveysPage } from './surveys.ts'
import { triagePage } from './triage.ts'
import { viewsPage } from './views.ts'

/** The console as a user sees it: locators and what can be done, place by place. */
export function consolePage(page: Page) {
  const inbox = inboxPage(page)
  return {
    page,
    inbox,
    triage: triagePage(page),
    surveys: surveysPage(page),
    thread: threadPage(page),
    composer: composerPage(page),
    canned: cannedPage(page),
    library: libraryPage(page),
    libraryFiles: libraryFilesPage(page),
    search: searchPage(page),
    customer: customerPage(page),
    palette: palettePage(page),
    screening: screeningPage(page),
    views: viewsPage(page),
    newMessage: newMessagePage(page),
    outbox: outboxPage(page),
    reports: reportsPage(page),
    /** The dialog that asks when a reply is to leave. */
    schedule: schedulePage(page),
    sendCheck: sendCheckPage(page),
    settings: settingsPage(page),
    keySettings: keySettingsPage(page),
    costs: costsPage(page),
    importDialog: importDialogPage(page),
    help: page.getByRole('dialog', { name: 'Keyboard' }),
    /** How fast the console is. */
    performance: page.getByRole('dialog', { name: 'Performance' }),
    connectDialog: page.getByRole('dialog', { name: 'Connect your X account' }),
    signIn: signInPage(page),
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
