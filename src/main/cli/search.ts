import type { Command } from 'commander'
import { AppError } from '../../shared/contract/errors.ts'
import { splitConversationKey } from '../../shared/domain/ids.ts'
import { parseSearch } from '../../shared/domain/search/parse-search.ts'
import { problemSentence, type SearchProblem } from '../../shared/domain/search/search-problem.ts'
import { english } from '../../shared/i18n/english.ts'
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
    .argument('<query...>', 'words, "a phrase", from:ana, is:open, before:2026-03-01, OR, NOT, ( ); as in the console')
    .option('--limit <n>', 'at most this many hits', wholeNumber(1, 500), 50)
    .action(run<SearchOptions>(search))
}

async function search(context: Context, options: SearchOptions, args: readonly string[]): Promise<void> {
  const text = args.join(' ')
  refuse(parseSearch(text).problems)
  const { hits, tookMs } = await withCore(context, async (client) => {
    refuse(await client.ask('search.problems', { text }))
    const started = performance.now()
    const rows = await client.ask('search.messages', { text, limit: options.limit })
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
                oneLine(hit.note ? 'note' : hit.us ? 'us' : hit.authorName, 20),
                oneLine(hit.snippet, 100)
              ])
            )
          ]),
      `${count(hits.length, 'hit')} in ${tookMs.toFixed(1)} ms`
    ].join('\n')
  )
}

function inEnglish(problem: SearchProblem): string {
  const { pattern, values } = problemSentence(problem)
  return english.sentence(pattern, values)
}

/** A part that is left out would find more than was asked for. */
function refuse(problems: readonly SearchProblem[]): void {
  if (problems.length > 0) throw new AppError('invalid-input', problems.map(inEnglish).join(' '))
}
