import { type CommandName, commands } from '../../../shared/contract/commands.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { Database } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import type { CommandDefinition, CommandDefinitions } from './command-definition.ts'
import { findReceipt, keepReceipt, usedBefore } from './receipts.ts'

/** Runs commands, each id once: a repeated id gets the recorded result, also while the first is still running. */
export interface Dispatcher {
  run(name: string, commandId: string, input: unknown): Promise<unknown>
  /** Resolves when no task is running. */
  idle(): Promise<void>
}

export function createDispatcher(db: Database, clock: Clock, definitions: CommandDefinitions): Dispatcher {
  const running = new Map<string, { readonly command: CommandName; readonly result: Promise<unknown> }>()
  return {
    async run(name, commandId, input) {
      if (!Object.hasOwn(commands, name)) throw new AppError('protocol', 'There is no command “{name}”.', { name })
      const command = name as CommandName
      const parsed = commands[command].safeParse(input)
      if (!parsed.success) {
        throw new AppError('invalid-input', parsed.error.issues[0]?.message ?? 'The input does not fit.')
      }
      const receipt = findReceipt(db, commandId, command)
      if (receipt) return receipt.result
      const underWay = running.get(commandId)
      if (underWay) {
        if (underWay.command !== command) throw usedBefore(commandId, underWay.command)
        return underWay.result
      }
      // The map above ties each name to its own input and result; TypeScript cannot follow that through an index.
      const definition = definitions[command] as CommandDefinition<'thread.saveDraft'>
      if (definition.kind === 'transaction') {
        // What a person did cannot be fetched again.
        return db.writeDurably((tx) => {
          const result = definition.run(tx, parsed.data as never)
          keepReceipt(tx, commandId, command, result, clock.now())
          return result
        })
      }
      const task = definition.run(parsed.data as never).then((result) => {
        db.write((tx) => keepReceipt(tx, commandId, command, result, clock.now()))
        return result
      })
      const settled = task.finally(() => running.delete(commandId))
      running.set(commandId, { command, result: settled })
      return settled
    },
    async idle() {
      await Promise.allSettled([...running.values()].map(({ result }) => result))
    }
  }
}
