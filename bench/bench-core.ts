import { v7 as uuidv7 } from 'uuid'
import { createCore } from '../src/main/core/core.ts'
import type { Core } from '../src/main/core/core-interface.ts'
import type { DatabaseProbe } from '../src/main/core/db/database.ts'
import type { Log } from '../src/main/core/deps.ts'
import { portPair } from '../src/main/host/port-pair.ts'
import { fileSecretStore } from '../src/main/host/secret-file.ts'
import { fileSettingsStore } from '../src/main/host/settings-file.ts'
import { systemClock } from '../src/main/host/system-clock.ts'
import { CoreClient } from '../src/shared/core-client.ts'
import type { XReady } from './x-process.ts'

export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (message, fields) => console.error(message, fields?.['error'] ?? '')
}

export interface BenchCore {
  readonly core: Core
  readonly client: CoreClient
  connect(): CoreClient
  close(): Promise<void>
}

/** The product's core on a data folder, in this process, driven by hand. */
export async function openBenchCore(dataDir: string, probe?: DatabaseProbe): Promise<BenchCore> {
  const core = await createCore({
    dataDir,
    clock: systemClock(),
    log: silentLog,
    fetch: globalThis.fetch,
    random: Math.random,
    secrets: fileSecretStore(dataDir, silentLog),
    settings: fileSettingsStore(dataDir, silentLog),
    listenForRedirect: () => Promise.reject(new Error('nobody signs in by hand here')),
    background: false,
    ...(probe ? { probe } : {})
  })
  const connect = (): CoreClient => {
    const [ours, theirs] = portPair()
    core.connect(theirs)
    const client = new CoreClient(() => uuidv7())
    client.attach(ours)
    return client
  }
  return { core, client: connect(), connect, close: () => core.close() }
}

/** Signs the data folder in to the simulated X, or tells it the new address and tokens. */
export async function signIn(client: CoreClient, x: XReady): Promise<void> {
  await client.run('accounts.add', {
    api: x.url,
    auth: x.url,
    clientId: x.clientId,
    accessToken: x.accessToken,
    refreshToken: x.refreshToken,
    appBearer: x.appBearer
  })
}
