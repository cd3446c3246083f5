import { randomUUID } from 'node:crypto'
import { CoreClient } from '../../shared/core-client.ts'
import type { Core } from '../core/core-interface.ts'
import type { Log, SecretStore } from '../core/deps.ts'
import { openCore } from '../host/open-core.ts'
import { openPractice } from '../host/open-practice.ts'
import { practiceDataDir } from '../host/practice-data-dir.ts'
import { portPair } from '../host/port-pair.ts'
import { builtRendererDir } from '../host/project-root.ts'
import { fileSecretStore } from '../host/secret-file.ts'
import { hostPractice, wantsPractice } from '../practice-host.ts'
import { type RunningConsole, startConsole } from './start-console.ts'

export interface ServeOptions {
  readonly dataDir: string
  /** Null: the port of the last time if it is free, else any. */
  readonly port: number | null
  /** Practise even when the data folder has real accounts: in `DATA/practice` then. */
  readonly practice: boolean
  readonly log: Log
  readonly rendererDir?: string
}

/**
 * The browser host: core, practice workspace and console over loopback, until `close`.
 * @throws {AppError} data-folder-in-use, newer-database, wrong-key
 */
export async function startServe(options: ServeOptions): Promise<RunningConsole> {
  const { log } = options
  const { core, secrets, dataDir } = await openWanted(options)
  const practice = hostPractice({ core, open: () => openPractice(dataDir, log), log })
  const end = async (): Promise<void> => {
    // In this order: a core that loses the simulated X in the middle of a request would try it again and again.
    await core.close()
    await practice.close()
  }
  try {
    const running = await startConsole({
      core,
      secrets,
      rendererDir: options.rendererDir ?? builtRendererDir(import.meta.dirname),
      port: options.port,
      log
    })
    return {
      ...running,
      close: async () => {
        await running.close()
        await end()
      }
    }
  } catch (error) {
    await end()
    throw error
  }
}

interface OpenedFolder {
  readonly core: Core
  readonly secrets: SecretStore
  readonly dataDir: string
}

async function openWanted(options: ServeOptions): Promise<OpenedFolder> {
  const { dataDir, log } = options
  const first = await openFolder(dataDir, log, !options.practice)
  if (!options.practice) return first
  const [mine, theirs] = portPair()
  const client = new CoreClient(randomUUID)
  first.core.connect(theirs)
  client.attach(mine)
  const accounts = await client.ask('accounts.list', {}).finally(() => client.close())
  await first.core.close()
  return openFolder(wantsPractice(accounts) ? dataDir : practiceDataDir(dataDir), log, true)
}

/** One store for the core and for the host, so that neither undoes what the other keeps in the same file. */
async function openFolder(dataDir: string, log: Log, background: boolean): Promise<OpenedFolder> {
  const secrets = fileSecretStore(dataDir, log)
  return { core: await openCore({ dataDir, log, background, secrets }), secrets, dataDir }
}
