import { conversationKey } from '../../../shared/domain/ids.ts'
import { assertNever } from '../../../shared/assert-never.ts'
import type { QueueRow } from '../../../shared/contract/rows.ts'
import type { QueueId } from '../../../shared/domain/conversation.ts'
import { atRiskBy } from '../sla/plan.ts'
import type { ReadDb, SqlValue } from '../db/database.ts'
import type { Clock, SettingsStore } from '../deps.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import type { Team } from '../team/team.ts'
import { type PageRow, toRow } from './conversation-rows.ts'
import { MOST_CONVERSATIONS } from '../../../shared/domain/conversation.ts'
import { lacking } from './required.ts'
import * as sql from './sql.ts'

export function inboxQueries({
  db,
  clock,
  team,
  settings
}: {
  readonly db: ReadDb
  readonly clock: Clock
  readonly team: Pick<Team, 'me'>
  readonly settings: Pick<SettingsStore, 'all'>
}): {
  'inbox.list': QueryDefinition<'inbox.list'>
  'inbox.counts': QueryDefinition<'inbox.counts'>
  'inbox.keys': QueryDefinition<'inbox.keys'>
  'inbox.lacking': QueryDefinition<'inbox.lacking'>
} {
  return {
    'inbox.list': {
      topics: () => ['inbox'],
      rows: ({ queue, account, limit }) =>
        db
          .all<PageRow>(
            queueSql(queue, account),
            ...queueValues(db, queue, { me: team.me(), now: clock.now(), account }),
            limit
          )
          .map(toRow)
    },
    'inbox.counts': {
      topics: () => ['inbox'],
      rows: ({ account }) => countQueues(db, account, team.me(), clock.now())
    },
    'inbox.lacking': {
      topics: () => ['inbox', 'tags', 'settings'],
      rows: ({ conversations }) => lacking(db, settings, conversations)
    },
    'inbox.keys': {
      topics: () => ['inbox'],
      rows: ({ queue, account }) =>
        db
          .all<sql.KeyOfRow>(
            keysSql(queue, account),
            ...queueValues(db, queue, { me: team.me(), now: clock.now(), account }),
            MOST_CONVERSATIONS
          )
          .map(({ account_id: accountId, id }) => ({ id: conversationKey(accountId, id) }))
    }
  }
}

/** Each queue reads one index in its own order; a filter by account is tested along the way. */
export function queueSql(queue: QueueId, account: string | null): string {
  const { entries, order } = queueEntries(queue, account)
  return sql.inboxRows(entries, order)
}

/** The same conversations in the same order, but only which they are. */
export function keysSql(queue: QueueId, account: string | null): string {
  const { entries, order } = queueEntries(queue, account)
  return sql.inboxKeys(entries, order)
}

function queueEntries(queue: QueueId, account: string | null): sql.Entries {
  const own = account === null ? '' : ' AND account_id = ?'
  const newest = 'last_at DESC, conversation_key DESC'
  switch (queue) {
    case 'inbox':
      return sql.inboxPage('inbox_by_shelf', `shelf = 'open'${own}`, newest)
    case 'mine':
      return sql.inboxPage('inbox_assigned', `assignee_id = ? AND shelf = 'open'${own}`, newest)
    case 'unassigned':
      return sql.inboxPage('inbox_unassigned', `shelf = 'open' AND assignee_id IS NULL${own}`, newest)
    case 'unread':
      return sql.inboxPage('inbox_unread', `shelf = 'open' AND unread > 0${own}`, newest)
    case 'waiting-on-us':
      // Who has waited longest comes first: that is the next one to answer.
      return sql.inboxPage(
        'inbox_waiting',
        `shelf = 'open' AND waiting_since IS NOT NULL${own}`,
        'waiting_since, conversation_key'
      )
    case 'waiting-on-them':
      return sql.inboxPage('inbox_answered', `shelf = 'open' AND waiting_since IS NULL${own}`, newest)
    case 'snoozed':
      // What comes back next stands first; without a time, last.
      return sql.inboxPage('inbox_snoozed', `shelf = 'snoozed'${own}`, 'back_at, conversation_key')
    case 'follow-ups':
      return sql.inboxPage(
        'inbox_follow_up',
        `follow_up_at IS NOT NULL AND follow_up_at <= ?${own}`,
        'follow_up_at, conversation_key'
      )
    case 'at-risk':
      // What breaks first stands first, whatever was broken longest before all.
      return sql.inboxPage(
        'inbox_sla_due',
        `sla_due_at IS NOT NULL AND sla_due_at <= ? AND sla_risk_at <= ?${own}`,
        'sla_due_at, conversation_key'
      )
    case 'mentions':
      return { entries: sql.MENTIONS, order: newest }
    case 'requests':
    case 'spam':
    case 'resolved':
      return sql.inboxPage('inbox_by_shelf', `shelf = '${queue}'${own}`, newest)
    case 'all':
      return sql.inboxPage('inbox_by_time', `shelf <> 'spam'${own}`, newest)
    default:
      return assertNever(queue)
  }
}

/** What stands for the question marks of a queue's statement, but for the limit. */
function queueValues(
  db: ReadDb,
  queue: QueueId,
  { me, now, account }: { readonly me: string; readonly now: number; readonly account: string | null }
): SqlValue[] {
  if (queue === 'mentions') return [me, account]
  const first =
    queue === 'mine' ? [me] : queue === 'follow-ups' ? [now] : queue === 'at-risk' ? [atRiskBy(db, now), now] : []
  return account === null ? first : [...first, account]
}

function countQueues(db: ReadDb, account: string | null, me: string, now: number): QueueRow[] {
  const row = db.get<sql.CountRow>(sql.COUNTS, account)
  if (!row) return []
  const none: sql.Count = { total: 0, unread: 0 }
  return [
    { id: 'inbox', total: row.open, unread: row.open_unread },
    { id: 'mine', ...(db.get<sql.Count>(sql.COUNT_ASSIGNED, me, account) ?? none) },
    { id: 'at-risk', ...(db.get<sql.Count>(sql.COUNT_AT_RISK, atRiskBy(db, now), now, account) ?? none) },
    { id: 'unassigned', total: row.unassigned, unread: row.unassigned_unread },
    { id: 'unread', total: row.open_unread, unread: row.open_unread },
    { id: 'waiting-on-us', total: row.waiting, unread: row.waiting_unread },
    { id: 'waiting-on-them', total: row.open - row.waiting, unread: row.open_unread - row.waiting_unread },
    { id: 'snoozed', total: row.snoozed, unread: row.snoozed_unread },
    { id: 'follow-ups', ...(db.get<sql.Count>(sql.COUNT_FOLLOW_UPS, now, account) ?? none) },
    { id: 'mentions', ...(db.get<sql.Count>(sql.COUNT_MENTIONS, me, account) ?? none) },
    { id: 'requests', total: row.requests, unread: row.requests_unread },
    { id: 'spam', total: row.spam, unread: row.spam_unread },
    { id: 'resolved', total: row.resolved, unread: row.resolved_unread },
    {
      id: 'all',
      total: row.open + row.snoozed + row.requests + row.resolved,
      unread: row.open_unread + row.snoozed_unread + row.requests_unread + row.resolved_unread
    }
  ]
}
