/** Of the same code in a reply and in others of the same conversation: whichever waits still has it. */
const OTHER_REPLY = (outboxId: string): string => `
  (SELECT r.outbox_id FROM promo_in_reply r JOIN outbox o ON o.id = r.outbox_id
   WHERE r.code_key = promo_hold.code_key AND r.outbox_id <> ${outboxId} AND o.account_id = promo_hold.account_id
     AND o.conversation_id = promo_hold.conversation_id AND o.state NOT IN ('sent', 'failed') LIMIT 1)`

/**
 * A code may stand in several replies to its customer: one that is sent again while another draft has it, one that was
 * pasted a second time. Each of them counts: the code goes back when none of them waits any more, and is given when any
 * of them arrives.
 */
export const migration0038 = `
CREATE INDEX promo_in_reply_code ON promo_in_reply (code_key, outbox_id);

DROP TRIGGER promo_reply_written;
CREATE TRIGGER promo_reply_written AFTER INSERT ON outbox
WHEN EXISTS (
  SELECT 1 FROM promo_hold WHERE account_id = new.account_id AND conversation_id = new.conversation_id
    AND state = 'reserved') BEGIN
  INSERT OR IGNORE INTO promo_in_reply (outbox_id, code_key, hold_id)
  SELECT new.id, code_key, id FROM promo_hold
  WHERE account_id = new.account_id AND conversation_id = new.conversation_id AND state = 'reserved'
    AND has_code(new.text, code);
  UPDATE promo_hold SET outbox_id = new.id, loose_at = NULL, loose_why = NULL, touched_at = new.updated_at
  WHERE account_id = new.account_id AND conversation_id = new.conversation_id AND state = 'reserved'
    AND (outbox_id IS NULL OR loose_at IS NOT NULL)
    AND code_key IN (SELECT code_key FROM promo_in_reply WHERE outbox_id = new.id);
END;

DROP TRIGGER promo_reply_sent;
CREATE TRIGGER promo_reply_sent AFTER UPDATE OF state ON outbox WHEN new.state = 'sent' AND old.state <> 'sent' BEGIN
  INSERT INTO promo_ledger (at, event, code_key, hold_id, account_id, conversation_id, customer_id, outbox_id, event_id,
                            reply_id)
  SELECT new.updated_at, 'given', h.code_key, h.id, h.account_id, h.conversation_id, h.customer_id, new.id, new.event_id,
         h.reply_id
  FROM promo_in_reply r JOIN promo_hold h ON h.code_key = r.code_key
  WHERE r.outbox_id = new.id AND h.state = 'reserved' AND h.account_id = new.account_id
    AND h.conversation_id = new.conversation_id;
END;

DROP TRIGGER promo_reply_lost;
CREATE TRIGGER promo_reply_lost AFTER UPDATE OF state ON outbox
WHEN new.state = 'unknown' AND old.state <> 'unknown' BEGIN
  INSERT INTO promo_ledger (at, event, code_key, hold_id, account_id, conversation_id, customer_id, outbox_id)
  SELECT new.updated_at, 'doubtful', h.code_key, h.id, h.account_id, h.conversation_id, h.customer_id, new.id
  FROM promo_in_reply r JOIN promo_hold h ON h.code_key = r.code_key
  WHERE r.outbox_id = new.id AND h.account_id = new.account_id AND h.conversation_id = new.conversation_id
    -- What another message brought is with the customer whatever becomes of this one.
    AND ((h.state = 'reserved' AND h.doubtful = 0) OR (h.state = 'given' AND h.event_id IS old.event_id));
END;

DROP TRIGGER promo_reply_failed;
CREATE TRIGGER promo_reply_failed AFTER UPDATE OF state ON outbox
WHEN new.state = 'failed' AND old.state <> 'failed' BEGIN
  UPDATE promo_hold SET outbox_id = ${OTHER_REPLY('new.id')}
  WHERE outbox_id = new.id AND state = 'reserved' AND ${OTHER_REPLY('new.id')} IS NOT NULL;
  UPDATE promo_hold SET loose_at = 0, loose_why = 'failed' WHERE outbox_id = new.id AND state = 'reserved';
END;

DROP TRIGGER promo_reply_again;
CREATE TRIGGER promo_reply_again AFTER UPDATE OF state ON outbox
WHEN new.state IN ('held', 'queued') AND old.state IN ('failed', 'needs-attention')
  AND EXISTS (SELECT 1 FROM promo_in_reply WHERE outbox_id = new.id) BEGIN
  -- Also what is kept for the draft of this conversation meanwhile, or loose: this reply carries it now.
  UPDATE promo_hold SET outbox_id = new.id, loose_at = NULL, loose_why = NULL, touched_at = new.updated_at
  WHERE account_id = new.account_id AND conversation_id = new.conversation_id AND state = 'reserved'
    AND (outbox_id IS NULL OR outbox_id = new.id OR loose_at IS NOT NULL)
    AND code_key IN (SELECT code_key FROM promo_in_reply WHERE outbox_id = new.id);
  INSERT INTO promo_ledger (at, event, code_key, hold_id, account_id, conversation_id, customer_id, member_id, outbox_id,
                            reply_id, why)
  SELECT new.updated_at, 'reserved', r.code_key, lower(hex(randomblob(16))), l.account_id, l.conversation_id,
         l.customer_id, l.member_id, new.id, l.reply_id, 'sent-again'
  FROM promo_in_reply r JOIN promo_code c ON c.key = r.code_key
    JOIN promo_batch b ON b.key = c.batch_key JOIN promo_campaign p ON p.key = b.campaign_key
    JOIN promo_ledger l ON l.key = (
      SELECT min(key) FROM promo_ledger WHERE code_key = r.code_key AND hold_id = r.hold_id AND event = 'reserved')
  WHERE r.outbox_id = new.id AND (c.shared = 1 OR c.state = 'free') AND c.state <> 'revoked' AND p.ended_at IS NULL
    AND min(coalesce(c.expires_at, p.valid_until, new.updated_at + 1), coalesce(p.valid_until, new.updated_at + 1))
        > new.updated_at
    AND NOT EXISTS (SELECT 1 FROM promo_hold h WHERE h.code_key = r.code_key AND h.account_id = new.account_id
                      AND h.conversation_id = new.conversation_id);
  UPDATE outbox SET state = 'needs-attention', changes = NULL,
    reason = 'The promo code in this reply cannot be given any more. Edit the reply and insert another one.'
  WHERE id = new.id AND EXISTS (
    SELECT 1 FROM promo_in_reply r JOIN promo_code c ON c.key = r.code_key
      JOIN promo_batch b ON b.key = c.batch_key JOIN promo_campaign p ON p.key = b.campaign_key
    WHERE r.outbox_id = new.id AND (
      c.state IN ('revoked', 'expired') OR p.ended_at IS NOT NULL
      OR min(coalesce(c.expires_at, p.valid_until, new.updated_at + 1), coalesce(p.valid_until, new.updated_at + 1))
         <= new.updated_at
      OR NOT EXISTS (SELECT 1 FROM promo_hold h WHERE h.code_key = r.code_key
                       AND h.account_id = new.account_id AND h.conversation_id = new.conversation_id)));
END;

DROP TRIGGER promo_reply_gone;
CREATE TRIGGER promo_reply_gone AFTER DELETE ON outbox BEGIN
  UPDATE promo_hold SET doubtful = 1
  WHERE state = 'reserved' AND doubtful = 0 AND old.state IN ('sending', 'unknown') AND account_id = old.account_id
    AND conversation_id = old.conversation_id
    AND code_key IN (SELECT code_key FROM promo_in_reply WHERE outbox_id = old.id);
  INSERT INTO promo_ledger (at, event, code_key, hold_id, account_id, conversation_id, customer_id, member_id, reply_id,
                            why)
  SELECT old.updated_at, 'reserved', r.code_key, lower(hex(randomblob(16))), l.account_id, l.conversation_id,
         l.customer_id, l.member_id, l.reply_id, 'back-in-draft'
  FROM promo_in_reply r JOIN promo_code c ON c.key = r.code_key
    JOIN promo_ledger l ON l.key = (
      SELECT min(key) FROM promo_ledger WHERE code_key = r.code_key AND hold_id = r.hold_id AND event = 'reserved')
    JOIN draft d ON d.account_id = old.account_id AND d.conversation_id = old.conversation_id AND d.mode = 'reply'
  WHERE r.outbox_id = old.id AND c.shared = 0 AND c.state = 'free' AND has_code(d.text, c.code);
  UPDATE promo_hold SET outbox_id = ${OTHER_REPLY('old.id')}
  WHERE outbox_id = old.id AND state = 'reserved' AND ${OTHER_REPLY('old.id')} IS NOT NULL;
  UPDATE promo_hold SET outbox_id = NULL, in_draft = 1, loose_at = 0, loose_why = 'discarded'
  WHERE outbox_id = old.id AND state = 'reserved';
  UPDATE promo_hold SET in_draft = 1, loose_at = NULL, loose_why = NULL
  WHERE account_id = old.account_id AND conversation_id = old.conversation_id AND state = 'reserved'
    AND outbox_id IS NULL AND EXISTS (
      SELECT 1 FROM draft d WHERE d.account_id = old.account_id AND d.conversation_id = old.conversation_id
        AND d.mode = 'reply' AND has_code(d.text, promo_hold.code));
  DELETE FROM promo_in_reply WHERE outbox_id = old.id;
END;
`
