import { stringify } from 'csv-stringify/sync'
import type { ParsedCommandInput } from '../../../shared/contract/commands.ts'
import { maskPeople } from '../../../shared/domain/feedback/mask.ts'
import type { Database, ReadDb } from '../db/database.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { writeWholeFile } from '../export/write-whole.ts'
import { guarded } from '../library/import/table-cells.ts'
import type { Team } from '../team/team.ts'
import { quoteOf, storedQuotes, themesOf } from './quotes.ts'
import type { QuotedFeedback } from './sql.ts'

const COLUMNS = ['said_on', 'themes', 'product', 'sentiment', 'severity', 'category', 'quote', 'note']
/** Rows between two turns for everybody else. */
const PAGE = 500
const MOST = 1_000_000

const PEOPLE = `
  SELECT u.name, u.username FROM conversation c JOIN user u ON u.id = c.peer_id WHERE c.account_id = ? AND c.id = ?
  UNION SELECT u.name, u.username FROM conversation c JOIN conversation_member m ON m.conversation_key = c.key
    JOIN user u ON u.id = m.user_id WHERE c.account_id = ? AND c.id = ?`
const CATEGORY = 'SELECT category FROM conversation_state WHERE account_id = ? AND conversation_id = ?'

/**
 * Writes quotes as a table for passing on: without who said them, to whom, and in which conversation. Cells that a
 * spreadsheet would take for a formula get an apostrophe in front.
 * @throws {AppError} unreadable-file
 */
export function exportQuotes(
  { db, jobs, team }: { readonly db: Database; readonly jobs: Jobs; readonly team: Pick<Team, 'members'> },
  { file, filter, theme }: ParsedCommandInput<'feedback.export'>
): Promise<{ file: string; quotes: number }> {
  return jobs.run('feedback-export', file, async (job) => {
    const rows = storedQuotes(db, filter, theme, MOST)
    const agents = team.members().map(({ name }) => name)
    async function* pieces(): AsyncGenerator<string, void, undefined> {
      yield stringify([COLUMNS])
      for (let at = 0; at < rows.length; at += PAGE) {
        yield stringify(rows.slice(at, at + PAGE).map((row) => cellsOf(db, row, agents)))
        job.update(
          Math.min(1, (at + PAGE) / rows.length),
          `${Math.min(rows.length, at + PAGE)} of ${rows.length} quotes`
        )
        await new Promise((resolve) => setImmediate(resolve))
      }
    }
    await writeWholeFile(file, pieces())
    return { file, quotes: rows.length }
  })
}

function cellsOf(db: ReadDb, row: QuotedFeedback, agents: readonly string[]): string[] {
  const people = peopleOf(db, row, agents)
  const category = db.get<{ category: string | null }>(CATEGORY, row.account_id, row.conversation_id)?.category ?? ''
  return [
    new Date(row.said_at).toISOString().slice(0, 10),
    themesOf(row)
      .map(({ name }) => name)
      .join('; '),
    row.product ?? '',
    row.sentiment,
    row.severity === null ? '' : String(row.severity),
    category,
    maskPeople(quoteOf(row), people),
    maskPeople(row.note, people)
  ].map(guarded)
}

function peopleOf(db: ReadDb, row: QuotedFeedback, agents: readonly string[]): string[] {
  const place = [row.account_id, row.conversation_id]
  return [
    ...db
      .all<{ name: string | null; username: string | null }>(PEOPLE, ...place, ...place)
      .flatMap(({ name, username }) => [name, username])
      .filter((name) => name !== null),
    ...agents
  ]
}
