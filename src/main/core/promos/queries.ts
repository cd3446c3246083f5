import { conversationKey, splitConversationKey } from '../../../shared/domain/ids.ts'
import type { ReadDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import type { Team } from '../team/team.ts'
import { readChoices } from './choices.ts'
import { listCodes } from './codes.ts'
import { readHeld } from './held.ts'
import { misplaced } from './gate.ts'
import { readNotices, readOverview } from './overview.ts'
import { poolCodesIn } from './codes-in.ts'
import * as sql from './sql.ts'
import { readWatch } from './watch.ts'

type PromoQuery =
  | 'promos.list'
  | 'promos.notices'
  | 'promos.choices'
  | 'promos.held'
  | 'promos.inText'
  | 'promos.codes'
  | 'promos.watch'

export interface PromoReading {
  readonly db: ReadDb
  readonly clock: Pick<Clock, 'now'>
  readonly team: Pick<Team, 'me' | 'groupsOf' | 'members'>
}

/** What is asked about promo codes. Whatever happens to a reply or a draft may change what is asked. */
export function promoQueries(reading: PromoReading): { [N in PromoQuery]: QueryDefinition<N> } {
  const { db, clock } = reading
  const around = (conversation: string) =>
    ['promos', 'outbox', 'team', 'settings', 'tags', `thread:${conversation}`, `draft:${conversation}`] as const
  return {
    'promos.list': { topics: () => ['promos', 'outbox', 'team', 'settings'], rows: () => readOverview(reading) },
    'promos.notices': { topics: () => ['promos', 'outbox'], rows: () => readNotices(reading) },
    'promos.choices': {
      topics: ({ conversation }) => around(conversation),
      rows: ({ conversation }) => readChoices(reading, splitConversationKey(conversation))
    },
    'promos.held': {
      topics: ({ conversation }) => [...around(conversation), 'customers'],
      rows: ({ conversation }) => readHeld(reading, splitConversationKey(conversation))
    },
    'promos.inText': {
      topics: ({ conversation }) => around(conversation),
      rows({ conversation, words }) {
        if (db.get(sql.ANY_CODES) === undefined) return []
        const place = splitConversationKey(conversation)
        return poolCodesIn(db, words.join(' ')).flatMap((code) => {
          const wrong = misplaced(db, code, place, clock.now())
          if (wrong === null) return []
          const { why, holder } = wrong
          return [{ id: code.code, why, holder: holder === null ? '' : titleOf(db, holder) }]
        })
      }
    },
    'promos.codes': {
      topics: () => ['promos', 'outbox', 'team', 'settings'],
      rows: (wanted) => listCodes(reading, wanted)
    },
    'promos.watch': { topics: () => ['promos', 'outbox', 'team'], rows: (range) => readWatch(db, range) }
  }
}

function titleOf(db: ReadDb, hold: sql.StoredHold): string {
  const row = db.get<{ title: string }>(
    'SELECT title FROM conversation WHERE account_id = ? AND id = ?',
    hold.account_id,
    hold.conversation_id
  )
  return row?.title ?? conversationKey(hold.account_id, hold.conversation_id)
}
