import type { Core } from '../core/core-interface.ts'
import type { Log, SecretStore } from '../core/deps.ts'
import { createConsoleServer, listen } from './http-server.ts'
import { openPairing } from './pairing.ts'
import { serveSockets } from './socket.ts'

export interface RunningConsole {
  /** One-time address; whoever opens it is paired. */
  readonly url: string
  readonly port: number
  /** Another one-time address, for another browser. */
  newUrl(): string
  close(): Promise<void>
}

/**
 * Serves the console on loopback.
 * @param options.port null takes the port of the last time if it is free, else any.
 * @throws NodeJS.ErrnoException `EADDRINUSE` when a given port is taken
 */
export async function startConsole(options: {
  readonly core: Core
  readonly secrets: SecretStore
  readonly rendererDir: string
  readonly port: number | null
  readonly log: Log
}): Promise<RunningConsole> {
  const { core, rendererDir, log } = options
  const pairing = await openPairing(options.secrets)
  const server = createConsoleServer({ core, pairing, rendererDir, log })
  const port =
    options.port === null
      ? await listen(server, pairing.rememberedPort).catch(() => listen(server, 0))
      : await listen(server, options.port)
  await pairing.rememberPort(port)
  const closeSockets = serveSockets(server, { core, pairing, log })
  const newUrl = (): string => `http://127.0.0.1:${port}/pair?token=${pairing.newToken()}`
  return {
    url: newUrl(),
    port,
    newUrl,
    close: () =>
      new Promise((resolve) => {
        closeSockets()
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
