import type { SurveyKind } from '../../../shared/domain/survey/survey.ts'
import type { OnResolve } from '../../../shared/domain/survey/survey-settings.ts'
import type { OutboxState } from '../../../shared/domain/message.ts'

export interface SurveyRecord {
  readonly id: string
  readonly kind: SurveyKind
  readonly name: string
  /** JSON */
  readonly texts: string
  readonly team: string | null
  readonly on_resolve: OnResolve
  readonly every_days: number
  readonly window_hours: number
  readonly deleted_at: number | null
}

const COLUMNS = 'id, kind, name, texts, team, on_resolve, every_days, window_hours, deleted_at'
export const ALL = `SELECT ${COLUMNS} FROM survey WHERE deleted_at IS NULL ORDER BY created_at, id`
export const FIND = `SELECT ${COLUMNS} FROM survey WHERE id = ?`
export const ADD = `
  INSERT INTO survey (kind, name, texts, team, on_resolve, every_days, window_hours, updated_at, id, created_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
export const CHANGE = `
  UPDATE survey SET kind = ?, name = ?, texts = ?, team = ?, on_resolve = ?, every_days = ?, window_hours = ?,
                    updated_at = ?
  WHERE id = ?`
export const SET_DELETED = 'UPDATE survey SET deleted_at = ?, updated_at = ? WHERE id = ?'
/** What nothing was asked with can go for good once undo does not reach it. */
export const DROP_DELETED = `
  DELETE FROM survey
  WHERE deleted_at < ? AND NOT EXISTS (SELECT 1 FROM survey_asked a WHERE a.survey_id = survey.id)`

/** What came of a survey. */
export const FIGURES = `
  SELECT count(*) AS asked, count(n.asked_id) FILTER (WHERE n.state IN ('score', 'words')) AS answered,
         avg(n.score) AS average
  FROM survey_asked a JOIN outbox o ON o.id = a.outbox_id AND o.state = 'sent'
  LEFT JOIN survey_answer n ON n.asked_id = a.id
  WHERE a.survey_id = ?`

export const KEEP_ASKED = `
  INSERT INTO survey_asked (id, survey_id, kind, account_id, conversation_id, outbox_id, user_id, member_id, asked_at,
                            window_ms, automatic, reply_id, version_id, promo_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)`

/** The canned reply that was used last. Parameters: account, conversation, since when. */
export const LAST_USE = `
  SELECT reply_id, version_id FROM canned_use
  WHERE account_id = ? AND conversation_id = ? AND at >= ? ORDER BY at DESC LIMIT 1`

export const ANY_ASKED = 'SELECT 1 FROM survey_asked LIMIT 1'

/** When a person was asked last. */
export const LAST_ASKED = 'SELECT max(asked_at) AS at FROM survey_asked WHERE user_id = ?'

export interface OptOutRow {
  readonly opted_out: number
  readonly member_id: string | null
  readonly at: number
}

export const OPT_OUT = 'SELECT opted_out, member_id, at FROM survey_opt_out WHERE user_id = ?'
export const SET_OPT_OUT = `
  INSERT INTO survey_opt_out (user_id, opted_out, member_id, at) VALUES (?, ?, ?, ?)
  ON CONFLICT (user_id) DO UPDATE SET opted_out = excluded.opted_out, member_id = excluded.member_id, at = excluded.at`
export const DROP_OPT_OUT = 'DELETE FROM survey_opt_out WHERE user_id = ?'

/** When a customer wrote last, in a conversation. */
export const LAST_WRITTEN = `
  SELECT m.at FROM conversation c JOIN message m ON m.conversation_key = c.key
  WHERE c.account_id = ? AND c.id = ? AND m.kind = 'message' AND m.outbound = 0
  ORDER BY m.at DESC LIMIT 1`
/** When the last survey of a conversation left, by X's clock. */
export const LAST_SENT_IN = `
  SELECT m.at FROM survey_asked a JOIN outbox o ON o.id = a.outbox_id
  JOIN message m ON m.account_id = a.account_id AND m.event_id = o.event_id
  WHERE a.account_id = ? AND a.conversation_id = ? ORDER BY a.asked_at DESC LIMIT 1`

export interface AskedRow {
  readonly id: string
  readonly survey_id: string
  readonly kind: SurveyKind
  readonly account_id: string
  readonly conversation_id: string
  readonly user_id: string
  readonly asked_at: number
  readonly window_ms: number
  readonly name: string | null
  readonly state: OutboxState
  /** The message that asked, when X has it: its id, its place by X's clock and number. */
  readonly event_id: string | null
  readonly sent_at: number | null
  readonly event_number: string | null
}

const ASKED = `
  SELECT a.id, a.survey_id, a.kind, a.account_id, a.conversation_id, a.user_id, a.asked_at, a.window_ms, s.name, o.state,
         o.event_id, m.at AS sent_at, CAST(m.event_number AS TEXT) AS event_number
  FROM survey_asked a JOIN outbox o ON o.id = a.outbox_id
  LEFT JOIN survey s ON s.id = a.survey_id
  LEFT JOIN message m ON m.account_id = a.account_id AND m.event_id = o.event_id`
/** The newest first. Parameters: account, conversation, how many. */
export const ASKED_IN = `${ASKED} WHERE a.account_id = ? AND a.conversation_id = ? ORDER BY a.asked_at DESC LIMIT ?`
export const FIND_ASKED = `${ASKED} WHERE a.id = ?`
export const ANY_ASKED_IN = 'SELECT 1 FROM survey_asked WHERE account_id = ? AND conversation_id = ? LIMIT 1'
/** Conversations where an answer may have come while nobody looked. Parameter: since when. */
export const ASKED_SINCE = `
  SELECT DISTINCT account_id, conversation_id FROM survey_asked INDEXED BY survey_asked_time WHERE asked_at >= ?`

export interface AnswerRow {
  readonly asked_id: string
  readonly account_id: string
  readonly state: 'score' | 'asking' | 'words' | 'none'
  readonly event_id: string | null
  readonly at: number
  readonly score: number | null
  /** JSON */
  readonly candidates: string
  readonly why: string | null
  readonly category: string | null
  readonly decided_by: string | null
}

export const ANSWER = `
  SELECT asked_id, account_id, state, event_id, at, score, candidates, why, category, decided_by
  FROM survey_answer WHERE asked_id = ?`
export const PUT_ANSWER = `
  INSERT INTO survey_answer (asked_id, account_id, state, event_id, at, score, candidates, why, category, decided_by,
                             updated_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (asked_id) DO UPDATE SET
    state = excluded.state, event_id = excluded.event_id, at = excluded.at, score = excluded.score,
    candidates = excluded.candidates, why = excluded.why, category = excluded.category,
    decided_by = excluded.decided_by, updated_at = excluded.updated_at`
export const DROP_ANSWER = 'DELETE FROM survey_answer WHERE asked_id = ?'
export const CATEGORY = 'SELECT category FROM conversation_state WHERE account_id = ? AND conversation_id = ?'
export const IS_FORGOTTEN = 'SELECT 1 FROM deleted_event WHERE account_id = ? AND event_id = ?'

export const TEXT = 'SELECT text FROM message WHERE account_id = ? AND event_id = ?'

export interface SaidRow {
  readonly event_id: string
  readonly at: number
  readonly outbound: number
  readonly text: string
}

/**
 * What was written after a question, in order. Parameters: account, conversation, place of the question by X's clock
 * (twice) and number, until when, how much.
 */
export const SAID_AFTER = `
  SELECT m.event_id, m.at, m.outbound, m.text
  FROM conversation c JOIN message m ON m.conversation_key = c.key
  WHERE c.account_id = ? AND c.id = ? AND m.at >= ? AND (m.at > ? OR m.event_number > CAST(? AS INTEGER))
    AND m.at <= ? AND m.kind = 'message'
  ORDER BY m.at, m.event_number LIMIT ?`

export interface ScoreRow {
  readonly id: string
  readonly kind: SurveyKind
  readonly score: number
  readonly at: number
  readonly account_id: string
  readonly conversation_id: string
}

/** A person's scores, the newest first. Parameters: person, how many. */
export const SCORES_OF = `
  SELECT a.id, a.kind, n.score, n.at, a.account_id, a.conversation_id
  FROM survey_asked a JOIN survey_answer n ON n.asked_id = a.id
  WHERE a.user_id = ? AND n.state = 'score' ORDER BY a.asked_at DESC LIMIT ?`

export interface ResolvedRow {
  readonly account_id: string
  readonly conversation_id: string
  readonly at: number
}

/** The next moment at which something was resolved. Parameters: after, up to. */
export const NEXT_RESOLVED = 'SELECT min(at) AS at FROM resolution WHERE at > ? AND at <= ?'
/** What was resolved at one moment and is so still. Parameters: the moment, how many. */
export const RESOLVED_AT = `
  SELECT account_id, conversation_id, at FROM resolution WHERE at = ? AND reopened_at IS NULL AND rested = 0 LIMIT ?`
/** The newest first. Parameters: since, how many. */
export const RESOLVED_SINCE = `
  SELECT r.account_id, r.conversation_id, r.at, c.title
  FROM resolution r JOIN conversation c ON c.account_id = r.account_id AND c.id = r.conversation_id
  WHERE r.at >= ? AND r.reopened_at IS NULL AND r.rested = 0 ORDER BY r.at DESC LIMIT ?`
export const PROGRESS = 'SELECT resolved_to FROM survey_progress WHERE id = 1'
export const SET_PROGRESS = `
  INSERT INTO survey_progress (id, resolved_to) VALUES (1, ?)
  ON CONFLICT (id) DO UPDATE SET resolved_to = excluded.resolved_to`
