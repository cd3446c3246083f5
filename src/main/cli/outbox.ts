import type { Command } from 'commander'
import { AppError } from '../../shared/contract/errors.ts'
import type { OutboxRow } from '../../shared/contract/rows.ts'
import { splitConversationKey } from '../../shared/domain/ids.ts'
import { type Context, withCore } from './context.ts'
import { type Run, withCommonOptions } from './register.ts'
import { oneLine, table } from './table.ts'

export function registerOutbox(program: Command, run: Run): void {
  const outbox = program.command('outbox').description('replies on their way to X')
  withCommonOptions(outbox.command('list')).description('list them, with where they stand').action(run<object>(list))
  withCommonOptions(outbox.command('retry'))
    .description('try a failed reply again at the next sync')
    .argument('<id>', 'id of the reply')
    .action(run<object>((context, _options, args) => change(context, 'outbox.retry', args[0] ?? '')))
  withCommonOptions(outbox.command('discard'))
    .description('give a reply up')
    .argument('<id>', 'id of the reply')
    .action(run<object>((context, _options, args) => change(context, 'outbox.discard', args[0] ?? '')))
}

async function list(context: Context): Promise<void> {
  printOutbox(context, await withCore(context, (client) => client.ask('outbox.list', { open: false })))
}

async function change(context: Context, command: 'outbox.retry' | 'outbox.discard', outboxId: string): Promise<void> {
  if (outboxId === '' || outboxId.length > 100) throw new AppError('invalid-input', 'That is no id of a reply.')
  const rows = await withCore(context, async (client) => {
    await client.run(command, { outboxId })
    return client.ask('outbox.list', { open: false })
  })
  printOutbox(context, rows)
}

function printOutbox(context: Context, rows: readonly OutboxRow[]): void {
  context.print(
    {
      outbox: rows.map((row) => ({
        id: row.id,
        conversation_id: splitConversationKey(row.conversation).conversationId,
        text: row.text,
        state: row.state,
        event_id: row.eventId,
        reason: row.reason,
        ...(row.scheduledAt === null ? {} : { scheduled_at: new Date(row.scheduledAt).toISOString() })
      }))
    },
    rows.length === 0
      ? 'The outbox is empty.'
      : table(
          rows.map((row) => [
            row.id,
            row.state,
            oneLine(row.title, 24),
            `${row.scheduledAt === null ? '' : `at ${new Date(row.scheduledAt).toISOString()}: `}${oneLine(row.text, 60)}${row.reason === null ? '' : ` (${oneLine(row.reason, 120)})`}`
          ])
        )
  )
}
