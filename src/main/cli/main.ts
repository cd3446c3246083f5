import { Command } from 'commander'
import { appVersion } from '../host/app-version.ts'
import { resolveDataDir } from '../host/data-dir.ts'
import { fileLog, streamLog } from '../host/log.ts'
import { redactText } from '../host/redact.ts'
import { registerAccounts } from './accounts.ts'
import type { CommonOptions, Context } from './context.ts'
import { registerDoctor } from './doctor.ts'
import { describeFailure, EXIT } from './exit-code.ts'
import { registerExport } from './export.ts'
import { registerImport } from './import.ts'
import type { CliIo } from './io.ts'
import { registerLibrary } from './library.ts'
import { registerPromos } from './promos.ts'
import { registerOutbox } from './outbox.ts'
import { registerPractice } from './practice.ts'
import type { Work } from './register.ts'
import { registerReply } from './reply.ts'
import { registerReport } from './report.ts'
import { registerSearch } from './search.ts'
import { registerServe } from './serve.ts'
import { registerSync } from './sync.ts'

const commands = [
  registerAccounts,
  registerSync,
  registerImport,
  registerExport,
  registerLibrary,
  registerPromos,
  registerReply,
  registerOutbox,
  registerReport,
  registerSearch,
  registerServe,
  registerPractice,
  registerDoctor
] as const

/**
 * The command line (DESIGN.md section 6).
 * @param argv what follows the program's name.
 * @returns the exit code. Never throws.
 */
export async function main(argv: readonly string[], io: CliIo): Promise<number> {
  let exitCode: number = EXIT.done
  const program = new Command('backchannel')
    .description('Answers customers in X direct messages: the same core as the console, without a window.')
    .version(appVersion(import.meta.dirname))
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.stdout.write(text), writeErr: () => undefined })
  const run =
    <Options>(work: Work<Options>) =>
    async (...given: unknown[]): Promise<void> => {
      const command = given.at(-1) as Command
      const options = command.opts<CommonOptions & Options>()
      exitCode = (await work(contextOf(options, io), options, command.args)) ?? EXIT.done
    }
  for (const register of commands) register(program, run)
  try {
    await program.parseAsync(argv, { from: 'user' })
    return exitCode
  } catch (error) {
    return reportFailure(error, argv, io)
  }
}

function contextOf(options: CommonOptions, io: CliIo): Context {
  const dataDir = resolveDataDir(options.data)
  const json = options.json === true
  const log = options.debug === true ? streamLog(io.stderr) : fileLog(dataDir)
  io.onFault((error) => log.error('a fault ended the program', { error }))
  return {
    io,
    dataDir,
    json,
    log,
    print: (result, text) => void io.stdout.write(`${json ? JSON.stringify(result) : text}\n`),
    note: (text) => void io.stderr.write(`${text}\n`)
  }
}

function reportFailure(error: unknown, argv: readonly string[], io: CliIo): number {
  const { exitCode, code, message } = describeFailure(error)
  if (message !== '') {
    io.stderr.write(`${message}\n`)
    if (argv.includes('--json')) io.stdout.write(`${JSON.stringify({ error: { code, message } })}\n`)
  }
  if (argv.includes('--debug') && error instanceof Error) io.stderr.write(`${redactText(error.stack ?? '')}\n`)
  return exitCode
}
