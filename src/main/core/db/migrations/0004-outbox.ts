/**
 * What it takes to say what became of each attempt, what changed while a reply waited, and replies that leave later.
 *
 * `outbox_attempt` has one row per request that may have delivered a reply; one that certainly had no effect leaves none.
 * `known_to` is the newest event of X that was known when it left: what is not newer cannot be its result.
 * `offset_low` and `offset_high` say how far X's clock was ahead of ours, in ms. `claimed`: X gave no proof, the message
 * was found among those that X shows. Event ids are text, because they do not fit into a JavaScript number.
 */
export const migration0004 = `
CREATE TABLE outbox_attempt (
  key INTEGER PRIMARY KEY,
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  outbox_id TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  ended_at INTEGER,
  known_to TEXT,
  offset_low INTEGER,
  offset_high INTEGER,
  outcome TEXT NOT NULL CHECK (outcome IN ('under-way', 'lost', 'arrived')),
  event_id TEXT,
  claimed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX outbox_attempt_reply ON outbox_attempt (outbox_id);
CREATE INDEX outbox_attempt_lost ON outbox_attempt (account_id, conversation_id, started_at) WHERE outcome = 'lost';
CREATE UNIQUE INDEX outbox_attempt_event ON outbox_attempt (account_id, event_id) WHERE event_id IS NOT NULL;

INSERT INTO outbox_attempt (account_id, conversation_id, outbox_id, started_at, outcome, event_id)
SELECT account_id, conversation_id, id, coalesce(attempted_at, created_at),
       CASE state WHEN 'sent' THEN 'arrived' WHEN 'sending' THEN 'under-way' ELSE 'lost' END, event_id
FROM outbox
WHERE (state = 'sent' AND event_id IS NOT NULL) OR state IN ('sending', 'unknown')
   OR (checks > 0 AND state IN ('queued', 'needs-attention'));

-- When a scheduled reply is to leave; it is 'held' until then.
ALTER TABLE outbox ADD COLUMN scheduled_at INTEGER;
-- With seen_to_at: the place in the thread up to which the agent had read, also within one moment.
ALTER TABLE outbox ADD COLUMN seen_to_number INTEGER NOT NULL DEFAULT 0;
UPDATE outbox SET seen_to_number = 9223372036854775807;
-- The state in which the agent leaves the conversation with this reply. Null: not known.
ALTER TABLE outbox ADD COLUMN seen_status TEXT CHECK (seen_status IN ('open', 'resolved'));
-- From when on changes of that state count, ms since 1970 by our clock.
ALTER TABLE outbox ADD COLUMN seen_at INTEGER NOT NULL DEFAULT 0;
UPDATE outbox SET seen_at = created_at;
-- What the agent is asked about, as JSON (outbox/changes.ts).
ALTER TABLE outbox ADD COLUMN changes TEXT;
-- When X was last read back for this reply.
ALTER TABLE outbox ADD COLUMN looked_at INTEGER;
-- A look at what changed counts up to that moment, not for ever: seen_to_at moves on instead.
ALTER TABLE outbox DROP COLUMN confirmed_change;
`
