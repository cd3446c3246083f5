import { AppError } from '../../../shared/contract/errors.ts'
import type { LackingRow } from '../../../shared/contract/triage-rows.ts'
import { splitConversationKey } from '../../../shared/domain/ids.ts'
import {
  lackingWords,
  REQUIRED_SETTING,
  type RequiredField,
  RequiredFields
} from '../../../shared/domain/required-fields.ts'
import type { ReadDb } from '../db/database.ts'
import type { SettingsStore } from '../deps.ts'

interface FieldsRow {
  readonly category: string | null
  readonly assignee: string | null
  readonly tag: number
}

const FIELDS = `
  SELECT s.category, s.assignee_id AS assignee,
         EXISTS (SELECT 1 FROM conversation_tag g JOIN tag t ON t.id = g.tag_id
                 WHERE g.account_id = c.account_id AND g.conversation_id = c.id AND t.deleted_at IS NULL) AS tag
  FROM conversation c
  LEFT JOIN conversation_state s ON s.account_id = c.account_id AND s.conversation_id = c.id
  WHERE c.account_id = ? AND c.id = ?`

/** What the lead wants a conversation to have before it is resolved. A value nobody could have chosen counts as none. */
function required(settings: Pick<SettingsStore, 'all'>): readonly RequiredField[] {
  const parsed = RequiredFields.safeParse(settings.all()[REQUIRED_SETTING])
  return parsed.success ? parsed.data : []
}

/** The conversations that lack something, and what. */
export function lacking(
  db: ReadDb,
  settings: Pick<SettingsStore, 'all'>,
  conversations: readonly string[]
): LackingRow[] {
  const wanted = required(settings)
  if (wanted.length === 0) return []
  return conversations.flatMap((id) => {
    const { accountId, conversationId } = splitConversationKey(id)
    const row = db.get<FieldsRow>(FIELDS, accountId, conversationId)
    if (!row) return []
    const has = { category: row.category !== null, assignee: row.assignee !== null, tag: row.tag === 1 }
    const missing = wanted.filter((field) => !has[field])
    return missing.length === 0 ? [] : [{ id, missing }]
  })
}

/** @throws {AppError} not-allowed, with what is missing */
export function checkComplete(
  db: ReadDb,
  settings: Pick<SettingsStore, 'all'>,
  conversations: readonly string[]
): void {
  const rows = lacking(db, settings, conversations)
  if (rows.length === 0) return
  const missing = rows.flatMap((row) => row.missing)
  throw AppError.of('not-allowed', lackingWords(missing, rows.length))
}
