import open from 'open'
import { redactText } from '../host/redact.ts'
import type { CliIo } from './io.ts'

export interface ProcessIo extends CliIo {
  /** Ends the process once everything written has left it. */
  end(exitCode: number): void
}

/** The real streams. The second Ctrl+C ends at once, for a program that hangs on its way out. */
export function processIo(): ProcessIo {
  const interrupt = new AbortController()
  const stop = (): void => {
    if (interrupt.signal.aborted) process.exit(130)
    interrupt.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  // `backchannel export | head` closes the pipe early; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  process.stderr.on('error', () => undefined)
  const faultListeners: ((error: unknown) => void)[] = []
  // After an error that nobody expected nothing in memory can be relied on; what is committed can.
  process.on('uncaughtException', (error) => {
    for (const listener of faultListeners) listener(error)
    process.stderr.write(
      'Backchannel met a fault in itself and had to stop. Nothing that was saved is lost; start it again.\n'
    )
    if (process.argv.includes('--debug')) process.stderr.write(`${redactText(error.stack ?? '')}\n`)
    process.exit(1)
  })
  return {
    stdout: process.stdout,
    stderr: process.stderr,
    interrupted: interrupt.signal,
    openInBrowser: async (url) => {
      const child = await open(url)
      child.on('error', () => undefined)
      child.unref()
    },
    onFault: (listener) => void faultListeners.push(listener),
    end: (exitCode) => {
      process.stdout.write('', () => process.exit(exitCode))
    }
  }
}
