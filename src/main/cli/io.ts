import type { Writable } from 'node:stream'

/** The outside of a command: streams, the interrupt, the browser. Tests bring their own. */
export interface CliIo {
  /** Results. */
  readonly stdout: Writable
  /** Progress and errors. */
  readonly stderr: Writable
  /** Aborted by Ctrl+C or by a request to end. */
  readonly interrupted: AbortSignal
  openInBrowser(url: string): Promise<void>
  /** Told about an error that nobody caught, just before it ends the process. */
  onFault(listener: (error: unknown) => void): void
}
