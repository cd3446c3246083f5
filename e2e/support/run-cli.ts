import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { main } from '../../src/main/cli/main.ts'

export interface CliResult {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs the command line of the sources in this process. */
export async function runCli(argv: readonly string[]): Promise<CliResult> {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const printed = Promise.all([text(stdout), text(stderr)])
  const exitCode = await main(argv, {
    stdout,
    stderr,
    interrupted: new AbortController().signal,
    openInBrowser: async () => undefined,
    onFault: () => undefined
  })
  stdout.end()
  stderr.end()
  const [out, errors] = await printed
  return { exitCode, stdout: out, stderr: errors }
}
