import type { Command } from 'commander'
import type { CommonOptions, Context } from './context.ts'

/** What a command does. @returns the exit code, nothing for 0. @throws {AppError} */
export type Work<Options> = (
  context: Context,
  options: CommonOptions & Options,
  args: readonly string[]
) => Promise<number | void>

/** Turns the work of a command into what commander calls. */
export type Run = <Options>(work: Work<Options>) => (...given: unknown[]) => Promise<void>

/** Adds what every command takes. */
export function withCommonOptions(command: Command): Command {
  return command
    .option('--data <dir>', 'data folder (default: this system’s usual place)')
    .option('--json', 'print one JSON object as the last line')
    .option('--debug', 'print the log, and where an error came from, to stderr')
}
