import type { TagColour } from '../../../shared/domain/tag.ts'

export interface StoredTag {
  readonly id: string
  readonly name: string
  readonly colour: TagColour
  readonly group_name: string | null
  readonly deleted_at: number | null
}

const COLUMNS = 'id, name, colour, group_name, deleted_at'
export const LIST = `SELECT ${COLUMNS} FROM tag WHERE deleted_at IS NULL ORDER BY folded`
export const FIND = `SELECT ${COLUMNS} FROM tag WHERE id = ?`
export const BY_NAME = 'SELECT id FROM tag WHERE folded = ? AND deleted_at IS NULL'
export const ADD =
  'INSERT INTO tag (id, name, folded, colour, group_name, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)'
export const CHANGE = 'UPDATE tag SET name = ?, folded = ?, colour = ?, group_name = ?, updated_at = ? WHERE id = ?'
export const USAGE = `
  SELECT t.id, (SELECT count(*) FROM conversation_tag c WHERE c.tag_id = t.id) AS conversations
  FROM tag t WHERE t.deleted_at IS NULL`
export const SET_DELETED = 'UPDATE tag SET deleted_at = ?, updated_at = ? WHERE id = ?'
/** Unless a conversation carries it, or somebody made it their own. */
export const DROP_UNUSED = `
  UPDATE tag SET deleted_at = ?, updated_at = ?
  WHERE id = ? AND deleted_at IS NULL AND updated_at = created_at
    AND NOT EXISTS (SELECT 1 FROM conversation_tag WHERE tag_id = tag.id)`
/** Those that canned replies give. Asked once for all of them: each content is read for it. */
export const GIVEN_BY_REPLIES = `
  SELECT DISTINCT a.value ->> '$.tag' AS id
  FROM canned_reply r CROSS JOIN canned_version v ON v.id IN (r.newest_id, r.approved_id)
    CROSS JOIN json_each(v.content, '$.actions') a
  WHERE r.deleted_at IS NULL AND a.value ->> '$.kind' = 'tag'`
export const COUNT = 'SELECT count(*) AS count FROM conversation_tag WHERE tag_id = ?'

/** Whatever has one tag gets another one, too. */
export const GIVE = `
  INSERT INTO conversation_tag (account_id, conversation_id, tag_id, at)
  SELECT account_id, conversation_id, ?, ? FROM conversation_tag WHERE tag_id = ? ON CONFLICT DO NOTHING`
/** Takes a tag from what got it at that time because it had another one. */
export const TAKE = `
  DELETE FROM conversation_tag WHERE tag_id = ? AND at = ? AND EXISTS (
    SELECT 1 FROM conversation_tag had WHERE had.account_id = conversation_tag.account_id
      AND had.conversation_id = conversation_tag.conversation_id AND had.tag_id = ?)`
