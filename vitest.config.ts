import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'bench/**/*.test.ts', 'simulation/**/*.test.ts', 'e2e/**/*.test.ts'],
    // One SQLite file, one loopback server, one process per test file: nothing is shared, nothing leaks.
    pool: 'forks',
    setupFiles: ['vitest.setup.ts'],
    // The tests never wait for time to pass; one that takes this long hangs.
    testTimeout: 20_000,
    hookTimeout: 20_000
  }
})
