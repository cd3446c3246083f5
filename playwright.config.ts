import { defineConfig } from '@playwright/test'
import { findChromium } from './e2e/chromium.ts'
import type { ConsoleOptions } from './e2e/fixtures.ts'

const { launchOptions } = await findChromium()

// The specs are the same for both hosts; e2e/fixtures.ts opens the console in the one that the project names.
export default defineConfig<ConsoleOptions>({
  testDir: 'e2e',
  tsconfig: 'e2e/loader.tsconfig.json',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/global-setup.ts',
  outputDir: 'test-results',
  // Generous, for machines with other work: what does not come is found by the time limit of each expectation.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  // On a machine of others a spec gets a second attempt; npm test names each that needed it. At the desk none is hidden.
  retries: process.env['CI'] === undefined ? 0 : 1,
  // A spec waits a lot: two at a time on two cores take a third less.
  workers: 2,
  reporter: 'list',
  use: {
    launchOptions,
    viewport: { width: 1280, height: 800 },
    // Pictures and copies of the page at each step cost a fifth of the time of all specs.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure'
  },
  projects: [
    { name: 'browser', use: { host: 'browser' } },
    // Windows of the same desktop take the focus from each other.
    { name: 'electron', workers: 1, use: { host: 'electron' } }
  ]
})
