import type { Page } from '@playwright/test'

export type HostName = 'browser' | 'electron'

/** The console of one data folder, open in one of the hosts. */
export interface Desk {
  readonly host: HostName
  /** The window as it is now: after `kill` and `start` Electron has another one. */
  readonly page: Page
  /** Starts the host and opens the console; after `kill`, on the same data folder again. */
  start(): Promise<Page>
  /** Ends the host at once, as a power cut would. */
  kill(): Promise<void>
  resize(width: number, height: number): Promise<void>
  /** Answers the question for the archive's file, in the import dialog. */
  chooseArchive(file: string): Promise<void>
  /** Answers the question for a file with canned replies. */
  chooseReplies(file: string): Promise<void>
  /** Answers the question where canned replies are written to. */
  chooseExport(file: string): Promise<void>
  close(): Promise<void>
}

/** Until the console is drawn, there is nothing that a key could mean. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('#root > *').first().waitFor({ state: 'attached' })
}
