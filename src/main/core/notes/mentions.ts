import { splitConversationKey } from '../../../shared/domain/ids.ts'
import { mentionedMembers } from '../../../shared/domain/team.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'

const MEMBERS = 'SELECT id, name FROM team_member WHERE removed_at IS NULL'
const FORGET = 'DELETE FROM note_mention WHERE note_id = ?'
const KEPT = 'SELECT member_id, at FROM note_mention WHERE note_id = ?'
const KEEP = 'INSERT INTO note_mention (note_id, member_id, at) VALUES (?, ?, ?)'

const NEWEST = `
  SELECT m.member_id, max(m.at) AS at FROM note n JOIN note_mention m ON m.note_id = n.id
  WHERE n.account_id = ? AND n.conversation_id = ? AND n.deleted_at IS NULL GROUP BY m.member_id`

const SHOWN = 'SELECT member_id, at FROM conversation_mention WHERE account_id = ? AND conversation_id = ?'
const HIDE = 'DELETE FROM conversation_mention WHERE account_id = ? AND conversation_id = ? AND member_id = ?'

/** A mention that is newer than the one that was seen is unseen. */
const SHOW = `
  INSERT INTO conversation_mention (member_id, account_id, conversation_id, at) VALUES (?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET at = excluded.at, seen_at = CASE WHEN excluded.at > at THEN NULL ELSE seen_at END`

const SEE = `
  UPDATE conversation_mention SET seen_at = ?
  WHERE member_id = ? AND account_id = ? AND conversation_id = ? AND seen_at IS NULL`

interface MentionRow {
  readonly member_id: string
  readonly at: number
}

interface Place {
  readonly accountId: string
  readonly conversationId: string
}

/**
 * Whom a note mentions now. Who stood in it before keeps the time of the first mention, so that an edit does not call
 * anybody twice. Null: the note was deleted.
 */
export function noteMentions(db: WriteDb, place: Place, note: string, text: string | null, now: number): void {
  if (text !== null) {
    const before = new Map(db.all<MentionRow>(KEPT, note).map((row) => [row.member_id, row.at]))
    db.run(FORGET, note)
    for (const member of mentionedMembers(text, db.all<{ id: string; name: string }>(MEMBERS))) {
      db.run(KEEP, note, member, before.get(member) ?? now)
    }
  }
  showMentions(db, place)
}

function showMentions(db: WriteDb, { accountId, conversationId }: Place): void {
  const now = new Map(db.all<MentionRow>(NEWEST, accountId, conversationId).map((row) => [row.member_id, row.at]))
  for (const { member_id: member } of db.all<MentionRow>(SHOWN, accountId, conversationId)) {
    if (!now.has(member)) db.run(HIDE, accountId, conversationId, member)
  }
  for (const [member, at] of now) db.run(SHOW, member, accountId, conversationId, at)
}

/** A member has looked at these conversations. */
export function seeMentions(db: WriteDb, member: string, conversations: readonly string[], now: number): void {
  for (const conversation of conversations) {
    const { accountId, conversationId } = splitConversationKey(conversation)
    if (db.run(SEE, now, member, accountId, conversationId).changes > 0) db.touch('inbox')
  }
}

/** Ids of those whom a note mentions. */
export function mentionsOf(db: ReadDb, note: string): string[] {
  return db.all<MentionRow>(KEPT, note).map((row) => row.member_id)
}
