import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { once } from 'node:events'
import { AppError } from '../../../shared/contract/errors.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import type { ReadDb } from '../db/database.ts'
import type { Database } from '../db/database.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { csvFormat } from './csv-format.ts'
import type { ExportFormat } from './export-format.ts'
import { htmlFormat } from './html-format.ts'
import { jsonlFormat } from './jsonl-format.ts'
import { readConversations, readEvents, readUsers } from './read-rows.ts'

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
  const conversations = readConversations(db, filter)
  if (filter.conversation !== null && conversations.length === 0) {
    throw new AppError('not-found', `There is no conversation ${filter.conversation} here.`)
  }
  const temporary = `${file}.part`
  const stream = createWriteStream(temporary, { mode: 0o600 })
  let messages = 0
  try {
    await once(stream, 'open')
    const write = async (text: string): Promise<void> => {
      if (text !== '' && !stream.write(text)) await once(stream, 'drain')
    }
    await write(format.head())
    for (const user of readUsers(db, conversations)) await write(format.user(user))
    for (const [index, conversation] of conversations.entries()) {
      const events = readEvents(db, conversation, filter.since)
      if (events.length === 0 && filter.since !== null) continue
      messages += events.filter((event) => event.kind === 'message').length
      await write(format.conversation(conversation, events))
      progress(index + 1, conversations.length)
    }
    await write(format.tail())
    stream.end()
    await once(stream, 'finish')
    await rename(temporary, file)
  } catch (error) {
    stream.destroy()
    await rm(temporary, { force: true })
    throw new AppError('unreadable-file', `The file ${file} cannot be written. Choose another place.`, { cause: error })
  }
  return { messages, conversations: conversations.length }
}
