import { createCore } from '../core/core.ts'
import type { Core } from '../core/core-interface.ts'
import type { Log, SecretStore, SettingsStore } from '../core/deps.ts'
import { createOpenWeb } from './open-web.ts'
import { listenForRedirect } from './redirect-listener.ts'
import { claimsFolder, refreshClaims } from './refresh-claims.ts'
import { fileSecretStore } from './secret-file.ts'
import { fileSettingsStore } from './settings-file.ts'
import { systemClock } from './system-clock.ts'

/**
 * The core with this computer's clock, network and loopback ports. Secrets and settings are files of the data folder
 * unless the host brings better ones.
 * @throws {AppError} data-folder-in-use, newer-database, wrong-key
 */
export function openCore(options: {
  readonly dataDir: string
  readonly log: Log
  readonly background: boolean
  readonly secrets?: SecretStore
  readonly settings?: SettingsStore
}): Promise<Core> {
  const { dataDir, log, background } = options
  return createCore({
    dataDir,
    clock: systemClock(),
    log,
    fetch: globalThis.fetch,
    web: createOpenWeb(),
    random: Math.random,
    secrets: options.secrets ?? fileSecretStore(dataDir, log),
    settings: options.settings ?? fileSettingsStore(dataDir, log),
    listenForRedirect: () => listenForRedirect(),
    claimRefreshToken: refreshClaims(claimsFolder(), dataDir, log),
    background
  })
}
