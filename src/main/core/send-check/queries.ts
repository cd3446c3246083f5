import { splitConversationKey } from '../../../shared/domain/ids.ts'
import { sendCheckRules } from '../../../shared/domain/send-check/rule.ts'
import type { ReadDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { readContext } from './context.ts'
import { readLevels, readVoice } from './levels.ts'
import { COUNT_OVERRIDES } from './sql.ts'

/** How far back “sent anyway” is counted. */
const COUNTED = 30 * 24 * 3_600_000

export function sendCheckQueries(
  db: ReadDb,
  clock: Clock
): {
  'sendCheck.rules': QueryDefinition<'sendCheck.rules'>
  'sendCheck.words': QueryDefinition<'sendCheck.words'>
  'sendCheck.context': QueryDefinition<'sendCheck.context'>
} {
  return {
    'sendCheck.rules': {
      topics: () => ['send-check'],
      rows: () => {
        const levels = readLevels(db)
        const counts = db.all<{ rule: string; count: number }>(COUNT_OVERRIDES, clock.now() - COUNTED)
        return sendCheckRules.map((id) => ({
          id,
          level: levels[id],
          sentAnyway: counts.find(({ rule }) => rule === id)?.count ?? 0
        }))
      }
    },
    'sendCheck.words': {
      topics: () => ['send-check'],
      rows: () => readVoice(db)
    },
    'sendCheck.context': {
      topics: ({ conversation }) => [`thread:${conversation}`, 'accounts', 'team'],
      rows: ({ conversation }) => [{ id: conversation, ...readContext(db, splitConversationKey(conversation)) }]
    }
  }
}
