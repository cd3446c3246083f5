/**
 * Promo codes (decision 0020). All owned. The ledger is the only place that is written to say who holds a code: what it
 * may not say, its triggers refuse, and they keep `promo_hold` and `promo_code.state` in step with it. Triggers on drafts
 * and on the outbox tie a hold to the text that carries the code, in whatever transaction the text moves.
 */
export const migration0033 = `
CREATE TABLE promo_campaign (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  -- For finding it by name, case aside.
  folded TEXT NOT NULL,
  -- Of the content, in ms since 1970; null: without an end on that side.
  valid_from INTEGER,
  valid_until INTEGER,
  created_by TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  ended_at INTEGER,
  -- Kept for undo, and for what was given.
  deleted_at INTEGER,
  -- JSON, as shared/domain/promo/campaign.ts has it.
  content TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX promo_campaign_name ON promo_campaign (folded) WHERE deleted_at IS NULL;

-- One import, or the one code for all. Its codes are there for nobody until it is ready: that is one row's change.
CREATE TABLE promo_batch (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  campaign_key INTEGER NOT NULL REFERENCES promo_campaign (key),
  file TEXT NOT NULL,
  ready INTEGER NOT NULL DEFAULT 0,
  -- Whether its code is for all.
  shared INTEGER NOT NULL DEFAULT 0,
  member_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  -- Derived: how many codes stand where.
  size INTEGER NOT NULL DEFAULT 0,
  free INTEGER NOT NULL DEFAULT 0,
  reserved INTEGER NOT NULL DEFAULT 0,
  given INTEGER NOT NULL DEFAULT 0,
  redeemed INTEGER NOT NULL DEFAULT 0,
  gone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX promo_batch_of ON promo_batch (campaign_key);

CREATE TABLE promo_code (
  key INTEGER PRIMARY KEY,
  batch_key INTEGER NOT NULL,
  -- As it was imported. Shops take either case, and so one code has one row.
  code TEXT NOT NULL COLLATE NOCASE UNIQUE,
  state TEXT NOT NULL DEFAULT 'free' CHECK (state IN ('free', 'reserved', 'given', 'redeemed', 'expired', 'revoked')),
  shared INTEGER NOT NULL DEFAULT 0,
  -- Its own end, ms since 1970; null: that of the campaign.
  expires_at INTEGER,
  -- JSON: value, currency, minSpend, locale, note; null: none of them.
  extra TEXT
) STRICT;
-- What ends first is given first.
CREATE INDEX promo_code_free ON promo_code (batch_key, coalesce(expires_at, 9007199254740991), key) WHERE state = 'free';
CREATE INDEX promo_code_used ON promo_code (batch_key, state, key) WHERE state <> 'free';
CREATE TRIGGER promo_code_moved AFTER UPDATE OF state ON promo_code WHEN old.state <> new.state BEGIN
  UPDATE promo_batch SET
    free = free + (new.state = 'free') - (old.state = 'free'),
    reserved = reserved + (new.state = 'reserved') - (old.state = 'reserved'),
    given = given + (new.state = 'given') - (old.state = 'given'),
    redeemed = redeemed + (new.state = 'redeemed') - (old.state = 'redeemed'),
    gone = gone + (new.state IN ('expired', 'revoked')) - (old.state IN ('expired', 'revoked'))
  WHERE key = new.batch_key;
END;

-- Who has a code, or had it put into a reply. Derived from the ledger.
CREATE TABLE promo_hold (
  id TEXT PRIMARY KEY NOT NULL,
  code_key INTEGER NOT NULL,
  code TEXT NOT NULL,
  campaign_key INTEGER NOT NULL,
  shared INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('reserved', 'given')),
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  -- X's id of the other side of a 1:1 conversation.
  customer_id TEXT,
  member_id TEXT NOT NULL,
  -- The canned reply that it came with.
  reply_id TEXT,
  reserved_at INTEGER NOT NULL,
  -- The reply that takes it to the customer; null: it is in a draft.
  outbox_id TEXT,
  -- Whether the draft was seen with the code in it.
  in_draft INTEGER NOT NULL DEFAULT 0,
  -- Since when no text carries it, ms since 1970; 0: since somebody looks; null: one does.
  loose_at INTEGER,
  loose_why TEXT CHECK (loose_why IN ('taken-out', 'discarded', 'failed')),
  -- An attempt to send it had no answer: it is never given back by itself.
  doubtful INTEGER NOT NULL DEFAULT 0,
  touched_at INTEGER NOT NULL,
  given_at INTEGER,
  event_id TEXT
) STRICT, WITHOUT ROWID;
-- A code of a pool is in one hand.
CREATE UNIQUE INDEX promo_hold_one ON promo_hold (code_key) WHERE shared = 0;
-- The one code for all is once with each conversation that has not got it yet.
CREATE UNIQUE INDEX promo_hold_shared ON promo_hold (code_key, account_id, conversation_id)
  WHERE shared = 1 AND state = 'reserved';
CREATE INDEX promo_hold_conversation ON promo_hold (account_id, conversation_id, state);
CREATE INDEX promo_hold_customer ON promo_hold (customer_id, campaign_key, reserved_at);
CREATE INDEX promo_hold_code ON promo_hold (code_key);
CREATE INDEX promo_hold_campaign ON promo_hold (campaign_key, reserved_at);
CREATE INDEX promo_hold_given ON promo_hold (given_at) WHERE state = 'given';
CREATE INDEX promo_hold_open ON promo_hold (state) WHERE state = 'reserved';
CREATE INDEX promo_hold_outbox ON promo_hold (outbox_id) WHERE outbox_id IS NOT NULL;

CREATE TABLE promo_ledger (
  key INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  event TEXT NOT NULL CHECK (event IN
    ('reserved', 'given', 'released', 'expired', 'revoked', 'redeemed', 'doubtful', 'given-twice')),
  code_key INTEGER NOT NULL,
  hold_id TEXT,
  account_id TEXT,
  conversation_id TEXT,
  customer_id TEXT,
  -- Who did it; null: Backchannel.
  member_id TEXT,
  outbox_id TEXT,
  event_id TEXT,
  reply_id TEXT,
  why TEXT
) STRICT;
CREATE INDEX promo_ledger_code ON promo_ledger (code_key, key);
CREATE UNIQUE INDEX promo_ledger_twice ON promo_ledger (code_key, account_id, event_id) WHERE event = 'given-twice';
CREATE TRIGGER promo_ledger_stays BEFORE UPDATE ON promo_ledger BEGIN
  SELECT RAISE(ABORT, 'the ledger of promo codes is only added to');
END;
CREATE TRIGGER promo_ledger_kept BEFORE DELETE ON promo_ledger BEGIN
  SELECT RAISE(ABORT, 'the ledger of promo codes is only added to');
END;

CREATE TRIGGER promo_reserved AFTER INSERT ON promo_ledger WHEN new.event = 'reserved' BEGIN
  SELECT RAISE(ABORT, 'this promo code is not free')
  FROM promo_code WHERE key = new.code_key AND shared = 0 AND state <> 'free';
  INSERT INTO promo_hold (id, code_key, code, campaign_key, shared, state, account_id, conversation_id, customer_id,
                          member_id, reply_id, reserved_at, outbox_id, touched_at)
  SELECT new.hold_id, c.key, c.code, b.campaign_key, c.shared, 'reserved', new.account_id, new.conversation_id,
         new.customer_id, coalesce(new.member_id, ''), new.reply_id, new.at, new.outbox_id, new.at
  FROM promo_code c JOIN promo_batch b ON b.key = c.batch_key WHERE c.key = new.code_key;
  UPDATE promo_code SET state = 'reserved' WHERE key = new.code_key AND shared = 0;
END;
-- With a hold of its own where none was known: the code was seen in a message that was sent from somewhere else.
CREATE TRIGGER promo_given AFTER INSERT ON promo_ledger WHEN new.event = 'given' BEGIN
  INSERT OR IGNORE INTO promo_hold (id, code_key, code, campaign_key, shared, state, account_id, conversation_id,
                                    customer_id, member_id, reply_id, reserved_at, outbox_id, touched_at)
  SELECT new.hold_id, c.key, c.code, b.campaign_key, c.shared, 'reserved', new.account_id, new.conversation_id,
         new.customer_id, coalesce(new.member_id, ''), new.reply_id, new.at, new.outbox_id, new.at
  FROM promo_code c JOIN promo_batch b ON b.key = c.batch_key WHERE c.key = new.code_key;
  UPDATE promo_hold SET state = 'given', given_at = new.at, event_id = new.event_id, doubtful = 0, loose_at = NULL,
                        loose_why = NULL WHERE id = new.hold_id;
  UPDATE promo_code SET state = 'given'
  WHERE key = new.code_key AND shared = 0 AND state IN ('free', 'reserved', 'expired');
END;
-- X's proof turned out to be another reply's, or an attempt had no answer.
CREATE TRIGGER promo_doubtful AFTER INSERT ON promo_ledger WHEN new.event = 'doubtful' BEGIN
  UPDATE promo_hold SET state = 'reserved', given_at = NULL, event_id = NULL, doubtful = 1 WHERE id = new.hold_id;
  UPDATE promo_code SET state = 'reserved' WHERE key = new.code_key AND shared = 0 AND state = 'given';
END;
CREATE TRIGGER promo_released AFTER INSERT ON promo_ledger WHEN new.event IN ('released', 'expired', 'revoked') BEGIN
  DELETE FROM promo_hold WHERE id = new.hold_id AND state = 'reserved';
  UPDATE promo_code SET state = CASE new.event WHEN 'released' THEN 'free' ELSE new.event END
  WHERE key = new.code_key AND (shared = 0 OR new.event = 'revoked')
    AND CASE new.event WHEN 'released' THEN state = 'reserved' WHEN 'expired' THEN state IN ('free', 'reserved')
        ELSE state IN ('free', 'reserved', 'given', 'expired') END;
END;

-- What shops tell, always as of some moment. For a code for all the number of times.
CREATE TABLE promo_redemption (
  code_key INTEGER PRIMARY KEY,
  times INTEGER NOT NULL,
  -- When it was redeemed, as far as that is known, and as of when that was told; ms since 1970.
  redeemed_at INTEGER,
  as_of INTEGER NOT NULL
) STRICT;
CREATE TRIGGER promo_redeemed AFTER INSERT ON promo_ledger WHEN new.event = 'redeemed' BEGIN
  UPDATE promo_code SET state = 'redeemed' WHERE key = new.code_key AND shared = 0;
END;

-- An approver agreed to one code of a campaign for a conversation.
CREATE TABLE promo_approval (
  id TEXT PRIMARY KEY NOT NULL,
  campaign_key INTEGER NOT NULL REFERENCES promo_campaign (key),
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  member_id TEXT NOT NULL,
  at INTEGER NOT NULL,
  used_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX promo_approval_of ON promo_approval (account_id, conversation_id, campaign_key);

-- Which codes the text of a reply names, while it is in the outbox.
CREATE TABLE promo_in_reply (
  outbox_id TEXT NOT NULL,
  code_key INTEGER NOT NULL,
  hold_id TEXT NOT NULL,
  PRIMARY KEY (outbox_id, code_key)
) STRICT, WITHOUT ROWID;

-- Own messages in which no code was looked for yet.
CREATE TABLE promo_unread (message_key INTEGER PRIMARY KEY) STRICT;
CREATE TRIGGER promo_message AFTER INSERT ON message
WHEN new.outbound = 1 AND new.kind = 'message' AND EXISTS (SELECT 1 FROM promo_batch) BEGIN
  INSERT OR IGNORE INTO promo_unread (message_key) VALUES (new.key);
END;

-- ---- drafts
CREATE TRIGGER promo_draft_begun AFTER INSERT ON draft
WHEN new.mode = 'reply' AND EXISTS (
  SELECT 1 FROM promo_hold WHERE account_id = new.account_id AND conversation_id = new.conversation_id
    AND state = 'reserved' AND outbox_id IS NULL) BEGIN
  UPDATE promo_hold SET in_draft = 1, loose_at = NULL, loose_why = NULL, touched_at = new.updated_at
  WHERE account_id = new.account_id AND conversation_id = new.conversation_id AND state = 'reserved'
    AND outbox_id IS NULL AND has_code(new.text, code);
END;
CREATE TRIGGER promo_draft_changed AFTER UPDATE OF text ON draft
WHEN new.mode = 'reply' AND EXISTS (
  SELECT 1 FROM promo_hold WHERE account_id = new.account_id AND conversation_id = new.conversation_id
    AND state = 'reserved' AND outbox_id IS NULL) BEGIN
  UPDATE promo_hold SET in_draft = 1, loose_at = NULL, loose_why = NULL, touched_at = new.updated_at
  WHERE account_id = new.account_id AND conversation_id = new.conversation_id AND state = 'reserved'
    AND outbox_id IS NULL AND has_code(new.text, code);
  UPDATE promo_hold SET loose_at = new.updated_at, loose_why = 'taken-out'
  WHERE account_id = new.account_id AND conversation_id = new.conversation_id AND state = 'reserved'
    AND outbox_id IS NULL AND in_draft = 1 AND loose_at IS NULL AND NOT has_code(new.text, code);
END;
CREATE TRIGGER promo_draft_gone AFTER DELETE ON draft WHEN old.mode = 'reply' BEGIN
  UPDATE promo_hold SET loose_at = 0, loose_why = 'taken-out'
  WHERE account_id = old.account_id AND conversation_id = old.conversation_id AND state = 'reserved'
    AND outbox_id IS NULL AND in_draft = 1 AND loose_at IS NULL;
END;

-- ---- the outbox
CREATE TRIGGER promo_reply_written AFTER INSERT ON outbox
WHEN EXISTS (
  SELECT 1 FROM promo_hold WHERE account_id = new.account_id AND conversation_id = new.conversation_id) BEGIN
  UPDATE promo_hold SET outbox_id = new.id, loose_at = NULL, loose_why = NULL, touched_at = new.updated_at
  WHERE account_id = new.account_id AND conversation_id = new.conversation_id AND state = 'reserved'
    AND outbox_id IS NULL AND has_code(new.text, code);
  -- One that the customer has already may be said again; one that another reply brings goes with that.
  INSERT OR IGNORE INTO promo_in_reply (outbox_id, code_key, hold_id)
  SELECT new.id, code_key, id FROM promo_hold
  WHERE account_id = new.account_id AND conversation_id = new.conversation_id AND outbox_id = new.id;
END;
CREATE TRIGGER promo_reply_sent AFTER UPDATE OF state ON outbox WHEN new.state = 'sent' AND old.state <> 'sent' BEGIN
  INSERT INTO promo_ledger (at, event, code_key, hold_id, account_id, conversation_id, customer_id, outbox_id, event_id,
                            reply_id)
  SELECT new.updated_at, 'given', code_key, id, account_id, conversation_id, customer_id, new.id, new.event_id, reply_id
  FROM promo_hold WHERE outbox_id = new.id AND state = 'reserved';
END;
CREATE TRIGGER promo_reply_lost AFTER UPDATE OF state ON outbox
WHEN new.state = 'unknown' AND old.state <> 'unknown' BEGIN
  INSERT INTO promo_ledger (at, event, code_key, hold_id, account_id, conversation_id, customer_id, outbox_id)
  SELECT new.updated_at, 'doubtful', code_key, id, account_id, conversation_id, customer_id, new.id
  FROM promo_hold WHERE outbox_id = new.id AND (state = 'given' OR doubtful = 0);
END;
CREATE TRIGGER promo_reply_failed AFTER UPDATE OF state ON outbox
WHEN new.state = 'failed' AND old.state <> 'failed' BEGIN
  UPDATE promo_hold SET loose_at = 0, loose_why = 'failed' WHERE outbox_id = new.id AND state = 'reserved';
END;
-- Somebody says: send. What was given back meanwhile is taken again, if it is still there.
CREATE TRIGGER promo_reply_again AFTER UPDATE OF state ON outbox
WHEN new.state IN ('held', 'queued') AND old.state IN ('failed', 'needs-attention')
  AND EXISTS (SELECT 1 FROM promo_in_reply WHERE outbox_id = new.id) BEGIN
  UPDATE promo_hold SET loose_at = NULL, loose_why = NULL, touched_at = new.updated_at
  WHERE outbox_id = new.id AND state = 'reserved';
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
    AND NOT EXISTS (SELECT 1 FROM promo_hold h WHERE h.code_key = r.code_key AND h.outbox_id = new.id)
    AND NOT EXISTS (SELECT 1 FROM promo_hold h WHERE h.code_key = r.code_key AND h.shared = 1 AND h.state = 'reserved'
                      AND h.account_id = new.account_id AND h.conversation_id = new.conversation_id);
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
-- Taken back, it is in the draft again, which is there by now; discarded, it is nowhere. What may be on its way stays.
CREATE TRIGGER promo_reply_gone AFTER DELETE ON outbox BEGIN
  UPDATE promo_hold SET doubtful = 1
  WHERE outbox_id = old.id AND state = 'reserved' AND doubtful = 0 AND old.state IN ('sending', 'unknown');
  INSERT INTO promo_ledger (at, event, code_key, hold_id, account_id, conversation_id, customer_id, member_id, reply_id,
                            why)
  SELECT old.updated_at, 'reserved', r.code_key, lower(hex(randomblob(16))), l.account_id, l.conversation_id,
         l.customer_id, l.member_id, l.reply_id, 'back-in-draft'
  FROM promo_in_reply r JOIN promo_code c ON c.key = r.code_key
    JOIN promo_ledger l ON l.key = (
      SELECT min(key) FROM promo_ledger WHERE code_key = r.code_key AND hold_id = r.hold_id AND event = 'reserved')
    JOIN draft d ON d.account_id = old.account_id AND d.conversation_id = old.conversation_id AND d.mode = 'reply'
  WHERE r.outbox_id = old.id AND c.shared = 0 AND c.state = 'free' AND has_code(d.text, c.code);
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
