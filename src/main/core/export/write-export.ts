import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../../../shared/contract/errors.ts'
import { listAttributes } from '../attributes/attributes.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import type { ReadDb } from '../db/database.ts'
import type { Database } from '../db/database.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { csvFormat } from './csv-format.ts'
import type { ExportFormat } from './export-format.ts'
import { htmlFormat } from './html-format.ts'
import { jsonlFormat } from './jsonl-format.ts'
import { listConversations, readConversation, readEvents, readUsers } from './read-rows.ts'

export function exportCommands(parts: { db: Database; jobs: Jobs }): {
  'export.write': CommandDefinition<'export.write'>
} {
  return {
    'export.write': {
      kind: 'task',
      run: ({ format, file, conversation, since }) =>
        parts.jobs.run('export', file, async (job) => {
          const counts = await writeExport(parts.db, formats[format], file, { conversation, since }, (done, total) =>
            job.update(total === 0 ? null : done / total, `${done} of ${total} conversations`)
          )
          return { file, ...counts }
        })
    }
  }
}

const formats: Readonly<Record<'jsonl' | 'csv' | 'html', ExportFormat>> = {
  jsonl: jsonlFormat,
  csv: csvFormat,
  html: htmlFormat
}

/** Conversations between two turns for everybody else. */
const YIELD_EVERY = 20

/** A long export must not keep the console waiting. */
async function breathe(index: number): Promise<void> {
  if (index % YIELD_EVERY === 0) await new Promise((resolve) => setImmediate(resolve))
}

/**
 * Writes conversations to a file, one at a time, so that memory does not grow with the export. The file appears under
 * its name only when it is whole.
 * @param filter `conversation`: X's id or a conversation key; `since`: ms since 1970.
 */
async function writeExport(
  db: ReadDb,
  format: ExportFormat,
  file: string,
  filter: { conversation: string | null; since: number | null },
  progress: (done: number, total: number) => void
): Promise<{ messages: number; conversations: number }> {
  const conversations = listConversations(db, filter)
  if (filter.conversation !== null && conversations.length === 0) {
    throw new AppError('not-found', 'There is no conversation {conversation} here.', {
      conversation: filter.conversation
    })
  }
  const defined = listAttributes(db)
  const attributes = defined.map(({ name }) => name)
  const temporary = `${file}.part`
  const counts = { messages: 0, conversations: 0 }
  async function* parts(): AsyncGenerator<string, void, undefined> {
    yield format.head(attributes)
    const written = new Set<string>()
    for (const [index, row] of conversations.entries()) {
      for (const user of readUsers(db, row, defined)) {
        if (written.has(user.id)) continue
        written.add(user.id)
        yield format.user(user)
      }
      await breathe(index)
    }
    for (const [index, row] of conversations.entries()) {
      const conversation = readConversation(db, row, defined)
      const events = readEvents(db, conversation, filter.since)
      if (events.length === 0 && filter.since !== null) continue
      counts.messages += events.filter((event) => event.kind === 'message').length
      counts.conversations += 1
      yield format.conversation(conversation, events, attributes)
      progress(index + 1, conversations.length)
      await breathe(index)
    }
    yield format.tail()
  }
  try {
    await pipeline(Readable.from(parts()), createWriteStream(temporary, { mode: 0o600 }))
    await rename(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true })
    throw new AppError(
      'unreadable-file',
      'The file {file} cannot be written. Choose another place.',
      { file },
      { cause: error }
    )
  }
  return counts
}
