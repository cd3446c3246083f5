import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/contract/errors.ts'
import { CoreClient } from '../../shared/core-client.ts'
import type { Core } from '../core/core-interface.ts'
import type { Log } from '../core/deps.ts'
import { openCore } from '../host/open-core.ts'
import { portPair } from '../host/port-pair.ts'
import type { CliIo } from './io.ts'

/** What every command takes. */
export interface CommonOptions {
  readonly data?: string
  readonly json?: boolean
  readonly debug?: boolean
}

/** What a command works with. */
export interface Context {
  readonly io: CliIo
  readonly dataDir: string
  readonly json: boolean
  readonly log: Log
  /** Prints the result: the object on one line with --json, else the text for people. */
  print(result: object, text: string): void
  /** Progress and remarks, to stderr. */
  note(text: string): void
}

/**
 * Runs `work` with a client of the core of the context's data folder. Nothing runs in the background: the command
 * drives sync and outbox. An interrupt ends what is under way; what has arrived by then is kept.
 * @throws {AppError}
 */
export async function withCore<T>(context: Context, work: (client: CoreClient) => Promise<T>): Promise<T> {
  const core = await openCore({ dataDir: context.dataDir, log: context.log, background: false })
  return withClient(core, context.io.interrupted, work).finally(() => core.close())
}

async function withClient<T>(
  core: Pick<Core, 'connect'>,
  interrupted: AbortSignal,
  work: (client: CoreClient) => Promise<T>
): Promise<T> {
  const client = new CoreClient(randomUUID)
  const [mine, theirs] = portPair()
  core.connect(theirs)
  client.attach(mine)
  const stopped = Promise.withResolvers<never>()
  const stop = (): void => stopped.reject(new AppError('closed', 'Stopped. What had arrived by then is kept.'))
  interrupted.addEventListener('abort', stop, { once: true })
  if (interrupted.aborted) stop()
  try {
    return await Promise.race([work(client), stopped.promise])
  } finally {
    interrupted.removeEventListener('abort', stop)
    client.close()
  }
}

/** Waits for `milliseconds` or for the interrupt, whichever comes first. */
export function pause(milliseconds: number, interrupted: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (interrupted.aborted) return resolve()
    const done = (): void => {
      clearTimeout(timer)
      interrupted.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, Math.min(milliseconds, 2 ** 31 - 1))
    interrupted.addEventListener('abort', done)
  })
}

/** Resolves at the interrupt. */
export function untilInterrupted(interrupted: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (interrupted.aborted) resolve()
    else interrupted.addEventListener('abort', () => resolve(), { once: true })
  })
}
