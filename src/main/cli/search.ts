import type { Command } from 'commander'
import { splitConversationKey } from '../../shared/domain/ids.ts'
import { type Context, withCore } from './context.ts'
import { wholeNumber } from './option-values.ts'
import { type Run, withCommonOptions } from './register.ts'
import { count, oneLine, table } from './table.ts'

interface SearchOptions {
  readonly limit: number
}

export function registerSearch(program: Command, run: Run): void {
  withCommonOptions(program.command('search'))
    .description('search all messages, newest first')
    .argument('<query...>', 'words; quotes keep a phrase together')
    .option('--limit <n>', 'at most this many hits', wholeNumber(1, 500), 50)
    .action(run<SearchOptions>(search))
}

async function search(context: Context, options: SearchOptions, args: readonly string[]): Promise<void> {
  const { hits, tookMs } = await withCore(context, async (client) => {
    const started = performance.now()
    const rows = await client.ask('search.messages', { text: args.join(' '), limit: options.limit })
    return { hits: rows, tookMs: performance.now() - started }
  })
  context.print(
    {
      hits: hits.map(({ id, conversation, snippet }) => ({
        message_id: id,
        conversation_id: splitConversationKey(conversation).conversationId,
        snippet
      })),
      took_ms: Math.round(tookMs * 100) / 100
    },
    [
      ...(hits.length === 0
        ? []
        : [
            table(
              hits.map((hit) => [
                new Date(hit.at).toISOString().slice(0, 16).replace('T', ' '),
                oneLine(hit.us ? 'us' : hit.authorName, 20),
                oneLine(hit.snippet, 100)
              ])
            )
          ]),
      `${count(hits.length, 'hit')} in ${tookMs.toFixed(1)} ms`
    ].join('\n')
  )
}
