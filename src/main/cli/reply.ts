import type { Command } from 'commander'
import { AppError } from '../../shared/contract/errors.ts'
import type { CoreClient } from '../../shared/core-client.ts'
import { ConversationKey, conversationKey, normaliseConversationId, XId } from '../../shared/domain/ids.ts'
import { type Context, withCore } from './context.ts'
import { isoTime, person } from './option-values.ts'
import { type Run, withCommonOptions } from './register.ts'

interface ReplyOptions {
  readonly conversation?: string
  readonly to?: string
  readonly text: string
  readonly at?: number
  readonly commandId?: string
}

export function registerReply(program: Command, run: Run): void {
  withCommonOptions(program.command('reply'))
    .description('put a reply into the outbox; the next sync sends it')
    .option('--conversation <id>', 'conversation to answer in')
    .option(
      '--to <user>',
      'X id or @handle of the customer to write to; finding a handle costs $0.010 once a day',
      person
    )
    .requiredOption('--text <text>', 'what to say')
    .option(
      '--at <time>',
      'ISO time at which it is to leave; a running console or the first sync after it sends it',
      isoTime
    )
    .option('--command-id <id>', 'the same id twice is one reply')
    .action(run<ReplyOptions>(reply))
}

async function reply(context: Context, options: ReplyOptions): Promise<void> {
  const { conversation, to, text, commandId } = options
  const sendAt = options.at ?? null
  if ((conversation === undefined) === (to === undefined)) {
    throw new AppError('invalid-input', 'Say either --conversation or --to.')
  }
  if (conversation !== undefined) checkShape(conversation)
  if (commandId !== undefined && (commandId === '' || commandId.length > 200)) {
    throw new AppError('invalid-input', 'A --command-id has 1 to 200 characters.')
  }
  const { outboxId, state } = await withCore(context, async (client) => {
    if (conversation === undefined) {
      const user = await findUser(client, to ?? '')
      return client.run('thread.replyTo', { account: null, user, text, hold: false, sendAt }, commandId)
    }
    const key = await findConversation(client, conversation)
    return client.run('thread.reply', { conversation: key, text, hold: false, sendAt }, commandId)
  })
  context.print({ outbox_id: outboxId, state }, `In the outbox as ${outboxId} (${state}).`)
}

async function findUser(client: Pick<CoreClient, 'run'>, given: string): Promise<string> {
  if (XId.safeParse(given).success) return given
  return (await client.run('customers.lookUp', { account: null, handle: given })).user
}

/** @throws {AppError} invalid-input */
function checkShape(given: string): void {
  if (ConversationKey.safeParse(given).success || normaliseConversationId(given) !== null) return
  throw new AppError(
    'invalid-input',
    `“${given}” is no conversation id. It looks like 12-34, or like 1578398451921985538 for a group.`
  )
}

/**
 * The key of a conversation that is named as X names it, or by its key.
 * @throws {AppError} not-found; invalid-input when several accounts take part in it
 */
async function findConversation(client: Pick<CoreClient, 'ask'>, given: string): Promise<ConversationKey> {
  const conversationId = normaliseConversationId(given)
  if (conversationId === null) return given
  const accounts = await client.ask('accounts.list', {})
  const found: ConversationKey[] = []
  for (const account of accounts) {
    const key = conversationKey(account.id, conversationId)
    const head = await client.ask('thread.head', { conversation: key })
    if (head.length > 0) found.push(key)
  }
  const [only, second] = found
  if (only === undefined) throw new AppError('not-found', `There is no conversation ${given} in this data folder.`)
  if (second !== undefined) {
    throw new AppError(
      'invalid-input',
      `More than one account takes part in ${given}. Say which one: ${found.join(' or ')}.`
    )
  }
  return only
}
