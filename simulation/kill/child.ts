import { createCore } from '../../src/main/core/core.ts'
import type { Log } from '../../src/main/core/deps.ts'
import { portPair } from '../../src/main/host/port-pair.ts'
import { fileSecretStore } from '../../src/main/host/secret-file.ts'
import { fileSettingsStore } from '../../src/main/host/settings-file.ts'
import type { CommandInput, CommandName } from '../../src/shared/contract/commands.ts'
import { CoreClient } from '../../src/shared/core-client.ts'
import { v7 as uuidv7 } from 'uuid'
import { fastClock } from './fast-clock.ts'

/** What the parent wants done. The same `commandId` comes again after a death. */
export interface Order {
  readonly commandId: string
  readonly name: CommandName
  readonly input: CommandInput<CommandName>
}

export type ChildMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly commandId: string; readonly result: unknown }
  | { readonly kind: 'refused'; readonly commandId: string; readonly message: string }
  | { readonly kind: 'status'; readonly open: number; readonly phase: string; readonly lastSyncAt: number | null }

const silent: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined }
const [dataDir = '', epoch = '0'] = process.argv.slice(2)

/** The core as the hosts open it, with files for secrets and settings, only on a clock that runs faster. */
async function run(): Promise<void> {
  const core = await createCore({
    dataDir,
    clock: fastClock(Number(epoch)),
    log: silent,
    fetch: globalThis.fetch,
    random: Math.random,
    secrets: fileSecretStore(dataDir, silent),
    settings: fileSettingsStore(dataDir, silent),
    listenForRedirect: () => Promise.reject(new Error('nobody signs in by hand here')),
    background: true
  })
  const [ours, theirs] = portPair()
  core.connect(theirs)
  const client = new CoreClient(() => uuidv7())
  client.attach(ours)
  const tell = (message: ChildMessage): void => void process.send?.(message)
  process.on('message', (order: Order | 'status' | 'close') => {
    if (order === 'close') {
      void core.close().then(() => process.disconnect())
    } else if (order === 'status') {
      void status(client).then(tell)
    } else {
      const { commandId, name, input } = order
      client.run(name, input, commandId).then(
        (result) => tell({ kind: 'done', commandId, result }),
        (error: unknown) =>
          tell({ kind: 'refused', commandId, message: error instanceof Error ? error.message : 'unknown' })
      )
    }
  })
  tell({ kind: 'ready' })
}

async function status(client: CoreClient): Promise<ChildMessage> {
  const [account] = await client.ask('sync.status', {})
  const rows = await client.ask('outbox.list', { open: true })
  const open = rows.filter((row) => row.state !== 'failed' && row.state !== 'needs-attention').length
  return { kind: 'status', open, phase: account?.phase ?? 'none', lastSyncAt: account?.lastSyncAt ?? null }
}

await run()
