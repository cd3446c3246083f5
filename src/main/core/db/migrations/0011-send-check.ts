/**
 * The send check, all owned: what the lead decided about its rules, words off the brand's voice, and which rules were
 * overridden with which reply. Levels have no CHECK: what a later version wrote must not keep an earlier one from reading.
 */
export const migration0011 = `
CREATE TABLE send_check_rule (
  rule TEXT PRIMARY KEY NOT NULL,
  level TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE voice_word (
  id TEXT PRIMARY KEY NOT NULL,
  word TEXT NOT NULL,
  instead TEXT NOT NULL,
  why TEXT NOT NULL,
  updated_at INTEGER NOT NULL
) STRICT;

-- No words of the reply: only which rule spoke up, and that it was sent anyway. A reply that is taken back takes its
-- rows along.
CREATE TABLE send_check_override (
  outbox_id TEXT NOT NULL REFERENCES outbox (id) ON DELETE CASCADE,
  rule TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (outbox_id, rule)
) STRICT, WITHOUT ROWID;
CREATE INDEX send_check_override_rule ON send_check_override (rule, at);
`
