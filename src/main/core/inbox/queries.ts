import { assertNever } from '../../../shared/assert-never.ts'
import type { InboxRow, QueueRow } from '../../../shared/contract/rows.ts'
import type { ConversationStatus, PreviewKind, QueueId } from '../../../shared/domain/conversation.ts'
import { conversationKey } from '../../../shared/domain/ids.ts'
import { avatarPath, displayName } from '../customers/people.ts'
import type { ReadDb } from '../db/database.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { COUNTS, inboxPage } from './sql.ts'

interface PageRow {
  readonly account_id: string
  readonly id: string
  readonly is_group: number
  readonly title: string
  readonly peer_id: string | null
  readonly peer_username: string | null
  readonly peer_avatar: string | null
  readonly status: ConversationStatus
  readonly unread: number
  readonly preview: string
  readonly preview_kind: PreviewKind
  readonly last_outbound: number
  readonly last_sender_id: string | null
  readonly sender_name: string | null
  readonly sender_username: string | null
  readonly last_at: number
  readonly waiting_since: number | null
  readonly has_draft: number | null
  readonly outbox_level: number | null
}

export function inboxQueries(db: ReadDb): {
  'inbox.list': QueryDefinition<'inbox.list'>
  'inbox.counts': QueryDefinition<'inbox.counts'>
} {
  return {
    'inbox.list': {
      topics: () => ['inbox'],
      rows: ({ queue, account, limit }) => listInbox(db, queue, account, limit)
    },
    'inbox.counts': { topics: () => ['inbox'], rows: ({ account }) => countQueues(db, account) }
  }
}

/** Each queue reads one index in its own order; a filter by account is tested along the way. */
export function queueSql(queue: QueueId, account: string | null): string {
  const own = account === null ? '' : ' AND account_id = ?'
  const newest = 'last_at DESC, conversation_key DESC'
  switch (queue) {
    case 'inbox':
      return inboxPage('inbox_by_status', `status = 'open'${own}`, newest)
    case 'unread':
      return inboxPage('inbox_unread', `status = 'open' AND unread > 0${own}`, newest)
    case 'waiting-on-us':
      // Who has waited longest comes first: that is the next one to answer.
      return inboxPage(
        'inbox_waiting',
        `status = 'open' AND waiting_since IS NOT NULL${own}`,
        'waiting_since, conversation_key'
      )
    case 'waiting-on-them':
      return inboxPage('inbox_answered', `status = 'open' AND waiting_since IS NULL${own}`, newest)
    case 'resolved':
      return inboxPage('inbox_by_status', `status = 'resolved'${own}`, newest)
    case 'all':
      return inboxPage('inbox_by_time', account === null ? 'true' : 'account_id = ?', newest)
    default:
      return assertNever(queue)
  }
}

function listInbox(db: ReadDb, queue: QueueId, account: string | null, limit: number): InboxRow[] {
  const values = account === null ? [limit] : [account, limit]
  return db.all<PageRow>(queueSql(queue, account), ...values).map(toRow)
}

function toRow(row: PageRow): InboxRow {
  const lastBy = row.last_outbound === 1 ? 'us' : row.preview_kind === 'member' ? 'system' : 'them'
  const sender =
    row.is_group === 1 && lastBy === 'them' && row.last_sender_id !== null
      ? displayName({ id: row.last_sender_id, name: row.sender_name, username: row.sender_username })
      : null
  return {
    id: conversationKey(row.account_id, row.id),
    accountId: row.account_id,
    group: row.is_group === 1,
    title: row.title,
    handle: row.is_group === 1 ? null : row.peer_username,
    avatar: row.peer_id === null ? null : avatarPath(row.account_id, row.peer_id, row.peer_avatar),
    status: row.status,
    unread: row.unread,
    preview: row.preview,
    previewKind: row.preview_kind,
    lastBy,
    lastName: sender,
    lastAt: row.last_at,
    waitingSince: row.waiting_since,
    hasDraft: row.has_draft === 1,
    outbox: row.outbox_level === null ? 'none' : row.outbox_level === 2 ? 'attention' : 'pending'
  }
}

interface CountRow {
  readonly open: number
  readonly open_unread: number
  readonly waiting: number
  readonly waiting_unread: number
  readonly resolved: number
  readonly resolved_unread: number
}

function countQueues(db: ReadDb, account: string | null): QueueRow[] {
  const row = db.get<CountRow>(COUNTS, account)
  if (!row) return []
  return [
    { id: 'inbox', total: row.open, unread: row.open_unread },
    { id: 'unread', total: row.open_unread, unread: row.open_unread },
    { id: 'waiting-on-us', total: row.waiting, unread: row.waiting_unread },
    { id: 'waiting-on-them', total: row.open - row.waiting, unread: row.open_unread - row.waiting_unread },
    { id: 'resolved', total: row.resolved, unread: row.resolved_unread },
    { id: 'all', total: row.open + row.resolved, unread: row.open_unread + row.resolved_unread }
  ]
}
