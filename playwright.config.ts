import { defineConfig } from '@playwright/test'
import { findChromium } from './e2e/chromium.ts'
import type { ConsoleOptions } from './e2e/fixtures.ts'

const { launchOptions } = await findChromium()

// The specs are the same for both hosts; e2e/fixtures.ts opens the console in the one that the project names.
export default defineConfig<ConsoleOptions>({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './e2e/global-setup.ts',
  outputDir: 'test-results',
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  retries: 0,
  workers: 2,
  reporter: 'list',
  use: {
    launchOptions,
    viewport: { width: 1280, height: 800 },
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure'
  },
  projects: [
    { name: 'browser', use: { host: 'browser' } },
    { name: 'electron', use: { host: 'electron' } }
  ]
})
