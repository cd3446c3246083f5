import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const SERVE = path.resolve(import.meta.dirname, '../../out/main/serve.js')
const PAIRING_URL = /http:\/\/127\.0\.0\.1:\d+\/pair\?token=\S+/

/** `backchannel serve` as a process of its own. */
export interface ServeProcess {
  /** One-time address. */
  readonly pairingUrl: string
  /** `http://127.0.0.1:PORT` */
  readonly origin: string
  readonly pid: number
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>
  /** Asks it to end. Resolves with its exit code. */
  stop(): Promise<number | null>
}

/** Starts on a free port, or on the one the data folder had the last time. @throws when it ends before it is open. */
export async function startServeProcess(
  dataDir: string,
  more: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {}
): Promise<ServeProcess> {
  const child = spawn(process.execPath, [SERVE, '--data', dataDir, '--no-open', ...more], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment }
  })
  const ended = once(child, 'exit')
  let printed = ''
  const pairingUrl = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString()
      const found = PAIRING_URL.exec(printed)?.[0]
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`serve ended with ${code}: ${printed}`)))
  })
  return {
    pairingUrl,
    origin: new URL(pairingUrl).origin,
    pid: child.pid ?? 0,
    kill: async () => {
      child.kill('SIGKILL')
      await ended
    },
    stop: async () => {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      await ended
      return child.exitCode
    }
  }
}
