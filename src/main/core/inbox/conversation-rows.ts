import type { InboxRow } from '../../../shared/contract/rows.ts'
import type { PreviewKind } from '../../../shared/domain/conversation.ts'
import { conversationKey } from '../../../shared/domain/ids.ts'
import { avatarPath, displayName } from '../customers/people.ts'
import type { ReadDb } from '../db/database.ts'
import * as sql from './sql.ts'
import { type TriageColumns, triageFields } from './triage-fields.ts'

/** One line of the list, as the statements of this folder give it. */
export interface PageRow extends TriageColumns {
  readonly account_id: string
  readonly id: string
  readonly is_group: number
  readonly title: string
  readonly peer_id: string | null
  readonly peer_username: string | null
  readonly peer_avatar: string | null
  readonly preview: string
  readonly preview_kind: PreviewKind
  readonly last_outbound: number
  readonly last_sender_id: string | null
  readonly sender_name: string | null
  readonly sender_username: string | null
  readonly last_at: number
  readonly has_draft: number | null
  readonly outbox_level: number | null
  readonly blocked: number
}

/** What the list shows of some conversations, in the order of their keys. */
export function conversationRows(db: ReadDb, keys: readonly number[]): InboxRow[] {
  return db.all<PageRow>(sql.BY_KEYS, JSON.stringify(keys)).map(toRow)
}

/** By `outbox_level` of the page's statement. */
const outboxLevels = ['none', 'scheduled', 'pending', 'attention'] as const

export function toRow(row: PageRow): InboxRow {
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
    preview: row.preview,
    previewKind: row.preview_kind,
    lastBy,
    lastName: sender,
    lastAt: row.last_at,
    ...triageFields(row),
    hasDraft: row.has_draft === 1,
    outbox: outboxLevels[row.outbox_level ?? 0] ?? 'none',
    blocked: row.blocked === 1
  }
}
