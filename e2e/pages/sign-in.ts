import { expect, type Page } from '@playwright/test'

/** Connecting an account, or signing in again, and X's own page of it. */
export function signInPage(page: Page) {
  const dialog = page.getByRole('dialog', { name: /^(Connect your X account|Sign in to @)/ })
  const openX = dialog.getByRole('link', { name: 'Open X' })
  return {
    dialog,
    again: (handle: string) => page.getByRole('dialog', { name: `Sign in to @${handle} again` }),
    clientId: dialog.getByRole('textbox', { name: 'Client id' }),
    appBearer: dialog.getByRole('textbox', { name: 'App bearer token (optional)' }),
    addresses: dialog.getByText(/^http:\/\/127\.0\.0\.1:\d+\/callback$/),
    pasted: dialog.getByRole('textbox', { name: 'Address of the page the browser ended on' }),
    done: dialog.getByRole('button', { name: 'Open the inbox' }),
    openX,
    /** Names the simulated X in place of X. */
    otherServer: async (url: string): Promise<void> => {
      await dialog.getByRole('button', { name: 'Another server than X…' }).click()
      await dialog.getByRole('textbox', { name: 'Address of X’s API' }).fill(url)
      await dialog.getByRole('textbox', { name: 'Address of X’s sign-in' }).fill(url)
    },
    /** Presses “Authorize app” on X's page, which opens beside the console, and comes back. */
    authorize: async (): Promise<void> => {
      const opens = page.context().waitForEvent('page')
      await openX.click()
      const x = await opens
      await x.getByRole('button', { name: 'Authorize app' }).click()
      await expect(x.getByRole('heading', { name: 'You are signed in' })).toBeVisible()
      await x.close()
    }
  }
}
