/**
 * What the team promises its customers, and how it keeps that. sla_plan, sla_pause, sla_breach and response_time are owned;
 * the columns of inbox_entry are derived.
 */
export const migration0013 = `
-- Each change is a row of its own; the newest is in force since created_at. JSON: SlaPlan in domain/sla.ts.
CREATE TABLE sla_plan (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  plan TEXT NOT NULL,
  -- 0 while conversations still carry what an earlier plan said.
  applied INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

-- How long conversations were snoozed, for policies whose clock then stands still.
CREATE TABLE sla_pause (
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  to_at INTEGER,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, conversation_id, from_at)
) STRICT, WITHOUT ROWID;

-- Promises that were broken: one row per wait (asked_at: the message that was not answered in time), never taken back.
CREATE TABLE sla_breach (
  id TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('first', 'next')),
  policy_id TEXT NOT NULL,
  -- As it was called then.
  policy_name TEXT NOT NULL,
  category TEXT,
  priority TEXT NOT NULL,
  assignee_id TEXT,
  due_at INTEGER NOT NULL,
  answered_at INTEGER,
  -- Null: nobody yet, or somebody outside this console.
  responder_id TEXT,
  updated_at INTEGER NOT NULL,
  UNIQUE (account_id, conversation_id, asked_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX sla_breach_by_due ON sla_breach (due_at);

-- How long answers took, in ms: by the clock on the wall, and by business hours.
CREATE TABLE response_time (
  account_id TEXT NOT NULL,
  conversation_id TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  answered_at INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('first', 'next')),
  wall_ms INTEGER NOT NULL,
  open_ms INTEGER NOT NULL,
  responder_id TEXT,
  category TEXT,
  policy_id TEXT,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (account_id, conversation_id, asked_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX response_time_by_answer ON response_time (answered_at);

-- The newest message when it was last resolved: what was written before it asks for no answer any more.
ALTER TABLE conversation_state ADD COLUMN settled_to INTEGER NOT NULL DEFAULT 0;

ALTER TABLE inbox_entry ADD COLUMN answered_at INTEGER NOT NULL DEFAULT 0;
-- Up to which answer response times are known.
ALTER TABLE inbox_entry ADD COLUMN measured_to INTEGER NOT NULL DEFAULT 0;
ALTER TABLE inbox_entry ADD COLUMN sla_since INTEGER;
ALTER TABLE inbox_entry ADD COLUMN sla_due_at INTEGER;
ALTER TABLE inbox_entry ADD COLUMN sla_risk_at INTEGER;
ALTER TABLE inbox_entry ADD COLUMN sla_kind TEXT;
ALTER TABLE inbox_entry ADD COLUMN sla_policy TEXT;
-- 1 when the breach has been looked into.
ALTER TABLE inbox_entry ADD COLUMN sla_noted INTEGER NOT NULL DEFAULT 0;
UPDATE inbox_entry SET answered_at = coalesce((SELECT last_outbound_at FROM conversation WHERE key = conversation_key), 0);
-- Holds all that the count asks for.
CREATE INDEX inbox_sla_due ON inbox_entry (sla_due_at, conversation_key, sla_risk_at, account_id, unread) WHERE sla_due_at IS NOT NULL;
CREATE INDEX inbox_sla_risk ON inbox_entry (sla_risk_at) WHERE sla_due_at IS NOT NULL;
CREATE INDEX inbox_sla_unnoted ON inbox_entry (sla_due_at) WHERE sla_due_at IS NOT NULL AND sla_noted = 0;
CREATE INDEX inbox_unmeasured ON inbox_entry (conversation_key) WHERE answered_at > measured_to;
`
