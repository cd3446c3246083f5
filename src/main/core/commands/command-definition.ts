import type { CommandName, CommandResults, ParsedCommandInput } from '../../../shared/contract/commands.ts'
import type { WriteDb } from '../db/database.ts'

/** `transaction`: one synchronous transaction with its receipt. `task`: takes its time, and commits by itself along the way. */
export type CommandDefinition<N extends CommandName> =
  | { readonly kind: 'transaction'; run(db: WriteDb, input: ParsedCommandInput<N>): CommandResults[N] }
  | { readonly kind: 'task'; run(input: ParsedCommandInput<N>): Promise<CommandResults[N]> }

export type CommandDefinitions = { readonly [N in CommandName]: CommandDefinition<N> }
