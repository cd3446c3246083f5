/** In `kept_after`: the reply that is being written does not count, and has no number yet. */
export const AFTER_THIS_DRAFT = -1

const COLUMNS = 'id, account_id, conversation_id, text, due_at, kept_after, created_at, done_at, done_by'

export const FIND = `SELECT ${COLUMNS} FROM follow_up WHERE id = ?`

/** What is promised now, what is due first. */
export const OF_CONVERSATION = `
  SELECT ${COLUMNS} FROM follow_up WHERE account_id = ? AND conversation_id = ? AND done_at IS NULL ORDER BY due_at, id`

export const ADD = `
  INSERT INTO follow_up (id, account_id, conversation_id, text, due_at, kept_after, created_at, updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
export const CHANGE = 'UPDATE follow_up SET text = ?, due_at = ?, updated_at = ? WHERE id = ?'
export const SET_DONE = 'UPDATE follow_up SET done_at = ?, done_by = ?, updated_at = ? WHERE id = ?'
export const DELETE = 'DELETE FROM follow_up WHERE id = ?'
/** Undone: all of it as it was. */
export const PUT = `
  INSERT INTO follow_up (id, account_id, conversation_id, text, due_at, kept_after, created_at, updated_at, done_at, done_by)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (id) DO UPDATE SET text = excluded.text, due_at = excluded.due_at, kept_after = excluded.kept_after,
    updated_at = excluded.updated_at, done_at = excluded.done_at, done_by = excluded.done_by`

/** The newest reply of a conversation: those after it may keep a promise. */
export const LAST_REPLY = `
  SELECT max(
    coalesce((SELECT max(sequence) FROM outbox WHERE account_id = ? AND conversation_id = ? AND state = 'sent'), 0),
    coalesce((SELECT max(sequence) FROM outbox WHERE account_id = ? AND conversation_id = ? AND state <> 'sent'), 0)
  ) AS sequence`

export const HAS_DRAFT = `
  SELECT 1 AS there FROM draft WHERE account_id = ? AND conversation_id = ? AND mode = 'reply'
  UNION ALL
  SELECT 1 FROM attachment WHERE account_id = ? AND conversation_id = ? AND outbox_id IS NULL LIMIT 1`

/** The reply that was being written when something was promised has been written: those after it count. */
export const REPLY_WRITTEN = `
  UPDATE follow_up SET kept_after = ?
  WHERE account_id = ? AND conversation_id = ? AND done_at IS NULL AND kept_after = ${AFTER_THIS_DRAFT}`

/** It was taken back: it is being written again. */
export const REPLY_TAKEN_BACK = `
  UPDATE follow_up SET kept_after = ${AFTER_THIS_DRAFT}
  WHERE account_id = ? AND conversation_id = ? AND done_at IS NULL AND kept_after = ?`

export const HAS_OPEN = `
  SELECT 1 AS there FROM follow_up WHERE account_id = ? AND conversation_id = ? AND done_at IS NULL LIMIT 1`

/** A reply that has reached X, or one that was written elsewhere (at X itself), after the promise was made. */
export const KEEP = `
  UPDATE follow_up SET done_by = 'reply',
    done_at = (SELECT coalesce(last_outbound_at, follow_up.created_at) FROM conversation WHERE key = ?)
  WHERE account_id = ? AND conversation_id = ? AND done_at IS NULL AND (
    (kept_after >= 0 AND EXISTS (
      SELECT 1 FROM outbox o
      WHERE o.account_id = follow_up.account_id AND o.conversation_id = follow_up.conversation_id
        AND o.state = 'sent' AND o.sequence > follow_up.kept_after))
    OR EXISTS (
      SELECT 1 FROM message m
      WHERE m.conversation_key = ? AND m.at > follow_up.created_at AND m.outbound = 1 AND m.kind = 'message'
        AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.account_id = m.account_id AND o.event_id = m.event_id)
        AND NOT EXISTS (SELECT 1 FROM outbox_attempt a WHERE a.account_id = m.account_id AND a.event_id = m.event_id)
        -- One of ours that is still to be recognised.
        AND NOT EXISTS (
          SELECT 1 FROM outbox o
          WHERE o.account_id = follow_up.account_id AND o.conversation_id = follow_up.conversation_id
            AND o.state <> 'sent' AND o.state IN ('sending', 'unknown'))))`
