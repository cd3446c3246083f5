import { AppError } from '../../../shared/contract/errors.ts'
import { forgetExamplesOf } from '../categories/learn.ts'
import { forgetPromosOf } from '../promos/forget-account.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'

/** An account that is connected to X, or to the practice server. */
export interface AccountRecord {
  readonly id: string
  readonly apiBase: string
  readonly authBase: string
  readonly clientId: string
  readonly practice: boolean
}

interface Row {
  readonly id: string
  readonly api_base: string
  readonly auth_base: string
  readonly client_id: string
  readonly practice: number
}

export function connectedAccounts(db: ReadDb): AccountRecord[] {
  return db
    .all<Row>(
      `SELECT id, api_base, auth_base, client_id, practice FROM account
       WHERE api_base IS NOT NULL AND auth_base IS NOT NULL AND client_id IS NOT NULL ORDER BY added_at, id`
    )
    .map((row) => ({
      id: row.id,
      apiBase: row.api_base,
      authBase: row.auth_base,
      clientId: row.client_id,
      practice: row.practice === 1
    }))
}

/** Stores a connection, or replaces its address. */
export function saveAccount(
  db: WriteDb,
  record: AccountRecord & { readonly username: string; readonly name: string },
  now: number
): void {
  followMovedAddress(db, record)
  db.run(
    `INSERT INTO account (id, username, name, api_base, auth_base, client_id, practice, added_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET
       username = excluded.username, name = excluded.name, api_base = excluded.api_base,
       auth_base = excluded.auth_base, client_id = excluded.client_id, practice = excluded.practice`,
    record.id,
    record.username,
    record.name,
    record.apiBase,
    record.authBase,
    record.clientId,
    record.practice ? 1 : 0,
    now
  )
  db.touch('accounts')
  db.touch('sync')
}

/** The practice server has another port after each start; the pictures it serves move with it. */
function followMovedAddress(db: WriteDb, record: AccountRecord): void {
  const before = db.get<{ api_base: string | null }>('SELECT api_base FROM account WHERE id = ?', record.id)?.api_base
  if (!before || before === record.apiBase) return
  db.run(
    `UPDATE user SET avatar_url = ? || substr(avatar_url, ?) WHERE substr(avatar_url, 1, ?) = ?`,
    record.apiBase,
    before.length + 1,
    before.length,
    before
  )
}

/** The owner of an archive: an account like any other, only without a connection. An account that is here stays as it is. */
export function saveArchiveAccount(
  db: WriteDb,
  owner: { readonly id: string; readonly username: string; readonly name: string },
  now: number
): void {
  db.run(
    `INSERT INTO account (id, username, name, practice, added_at) VALUES (?, ?, ?, 0, ?) ON CONFLICT DO NOTHING`,
    owner.id,
    owner.username,
    owner.name,
    now
  )
  db.touch('accounts')
  db.touch('sync')
}

export interface AccountListRow {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly practice: number
  readonly api_base: string | null
  readonly avatar_url: string | null
}

export function listedAccounts(db: ReadDb): AccountListRow[] {
  return db.all<AccountListRow>(
    `SELECT a.id, a.username, a.name, a.practice, a.api_base, u.avatar_url
     FROM account a LEFT JOIN user u ON u.id = a.id ORDER BY a.practice, a.added_at, a.id`
  )
}

/** Ids of the practice workspace: at most one. */
export function practiceAccounts(db: ReadDb): string[] {
  return db.all<{ id: string }>('SELECT id FROM account WHERE practice = 1').map(({ id }) => id)
}

/** Tables whose rows belong to an account and hang on nothing else. A test compares them with the schema. */
export const ACCOUNT_TABLES = [
  'news',
  'inbox_entry',
  'conversation',
  'conversation_state',
  'draft',
  'draft_version',
  'note',
  'attachment',
  'attachment_consent',
  'outbox',
  'x_request',
  'blocked_user',
  'deleted_event',
  'outbox_attempt',
  'sync_cursor',
  'rate_request',
  'rate_apart',
  'x_clock',
  'backfill',
  'cost_day',
  'skipped_event',
  'queue_counter',
  'assignee_counter',
  'conversation_tag',
  'conversation_mention',
  'follow_up',
  'user_connection',
  'read_receipt',
  'encrypted_chat',
  'sla_pause',
  'sla_breach',
  'response_time',
  'canned_use',
  'resolution',
  'shelf_change',
  'suggestion_shown',
  'reply_action',
  'feedback',
  'survey_answer',
  'survey_asked'
] as const

/** Everything of an account, mirrored and owned: used when it is removed for good. */
export function deleteAccount(db: WriteDb, accountId: string, now: number): void {
  db.run('DELETE FROM message_index WHERE rowid IN (SELECT key FROM message WHERE account_id = ?)', accountId)
  db.run('DELETE FROM note_mention WHERE note_id IN (SELECT id FROM note WHERE account_id = ?)', accountId)
  db.run('DELETE FROM note_index WHERE rowid IN (SELECT key FROM note WHERE account_id = ?)', accountId)
  db.run(`DELETE FROM message_media WHERE message_key IN (SELECT key FROM message WHERE account_id = ?)`, accountId)
  db.run('DELETE FROM message WHERE account_id = ?', accountId)
  for (const table of ACCOUNT_TABLES) {
    db.run(`DELETE FROM ${table} WHERE account_id = ?`, accountId)
  }
  forgetExamplesOf(db, accountId)
  forgetPromosOf(db, accountId, now)
  db.run('DELETE FROM rate_window WHERE scope = ?', accountId)
  db.run('DELETE FROM account WHERE id = ?', accountId)
  // An undo would bring back states of conversations that are gone.
  db.run(`DELETE FROM undo_entry WHERE payload LIKE '%"conversation":"' || ? || '/%'`, accountId)
  // Nobody repeats a command for an account that is gone, and the results speak of it.
  db.run('DELETE FROM receipt WHERE instr(result, ?) > 0', accountId)
  // Nobody talks to these people any more: their profiles go, too.
  db.run(
    `DELETE FROM user_index WHERE rowid IN (
       SELECT key FROM user WHERE NOT EXISTS (SELECT 1 FROM conversation WHERE peer_id = user.id)
         AND NOT EXISTS (SELECT 1 FROM conversation_member WHERE user_id = user.id)
         AND NOT EXISTS (SELECT 1 FROM account WHERE account.id = user.id))`
  )
  db.run(
    `DELETE FROM user WHERE NOT EXISTS (SELECT 1 FROM conversation WHERE peer_id = user.id)
       AND NOT EXISTS (SELECT 1 FROM conversation_member WHERE user_id = user.id)
       AND NOT EXISTS (SELECT 1 FROM account WHERE account.id = user.id)`
  )
  // Lists keep who was written there by the handle; who was only a row of the mirror is gone with it.
  db.run('DELETE FROM screening_person WHERE handle IS NULL AND user_id NOT IN (SELECT id FROM user)')
  for (const table of ['customer_link', 'customer_note', 'attribute_value', 'survey_opt_out']) {
    db.run(`DELETE FROM ${table} WHERE user_id NOT IN (SELECT id FROM user)`)
  }
  // Nor is there a way back to what was noted about them.
  db.run(
    `DELETE FROM undo_entry
     WHERE (payload LIKE '{"attributeValue":%' AND json_extract(payload, '$.attributeValue.user') NOT IN (SELECT id FROM user))
       OR (payload LIKE '{"customerNote":%'
           AND json_extract(payload, '$.customerNote.note') NOT IN (SELECT id FROM customer_note))
       OR EXISTS (SELECT 1 FROM json_each(payload, '$.links') AS l
                  WHERE json_extract(l.value, '$.user') NOT IN (SELECT id FROM user))`
  )
  for (const topic of [
    'undo',
    'attributes',
    'screening',
    'categories',
    'sla',
    'accounts',
    'inbox',
    'outbox',
    'sync',
    'customers',
    'library-uses',
    'surveys',
    'requests',
    'encrypted-chats'
  ] as const)
    db.touch(topic)
}

/**
 * The account that is meant when none is named.
 * @throws {AppError} not-found, invalid-input
 */
export function onlyAccount(db: ReadDb): string {
  const accounts = db.all<{ id: string }>('SELECT id FROM account WHERE api_base IS NOT NULL ORDER BY added_at')
  const [first] = accounts
  if (!first) throw new AppError('not-found', 'There is no X account here yet. Add one first.')
  if (accounts.length > 1) {
    throw new AppError('invalid-input', 'There are several X accounts here. Say which one writes.')
  }
  return first.id
}
