import { v7 as uuidv7 } from 'uuid'
import type { UndoRefused } from '../../../shared/contract/commands.ts'
import type { UndoRow } from '../../../shared/contract/rows.ts'
import type { UndoEntryRow } from '../../../shared/contract/triage-rows.ts'
import { splitConversationKey } from '../../../shared/domain/ids.ts'
import type { SlaPlan } from '../../../shared/domain/sla.ts'
import type { AttributeBefore, ValueBefore } from '../attributes/attributes.ts'
import type { CustomerNoteBefore } from '../customers/customer-notes.ts'
import type { LinkBefore } from '../customers/links.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import type { FeedbackBefore } from '../feedback/entries.ts'
import type { MergedThemesBefore, ThemeBefore } from '../feedback/themes.ts'
import type { StoredFollowUp } from '../follow-ups/stored-follow-up.ts'
import type { ConversationState } from '../inbox/state.ts'
import type { MeantBefore } from '../library/findings/commands.ts'
import type { DeclinedFixBefore } from '../library/outcome/commands.ts'
import type { QuickKeysBefore } from '../library/quick-keys/key-slots.ts'
import type { ReplyChange } from '../library/reply-record.ts'
import type { PromoCampaignBefore } from '../promos/save-campaign.ts'
import type { SurveyBefore } from '../surveys/deleted-surveys.ts'
import type { SurveyAnswerBefore } from '../surveys/decide.ts'
import type { SurveyOptOutBefore } from '../surveys/opt-outs.ts'
import type { MergedTags } from '../tags/merge-tags.ts'

/** How far back undo reaches. What was deleted is kept as long. */
export const UNDO_REACHES_MS = 7 * 24 * 3_600_000

/** A state to go back to, per conversation: what was changed of it. */
export interface StateBefore extends Partial<ConversationState> {
  readonly conversation: string
  /** The newest message at the time, when it was snoozed or resolved (ms since 1970). */
  readonly lastAt?: number
  /** Ids of its tags, when they were changed. */
  readonly tags?: readonly string[]
}

/** Whether somebody's messages were blocked before. `conversation`: the key of the 1:1 conversation. */
export interface BlockBefore {
  readonly conversation: string
  readonly user: string
  readonly blocked: boolean
}

/** A note to go back to; `text` null: it was not there yet. */
export interface NoteBefore {
  readonly note: string
  readonly conversation: string
  readonly text: string | null
}

/** The promises to go back to. */
export interface PlanBefore {
  readonly sla: SlaPlan
}

/** The rules to go back to (null: none), and the command that changed a list of people. */
export interface ScreeningBefore {
  readonly rules: string | null
  readonly batch: string | null
}

/** What the team noted about customers: who is one with whom, notes, attributes and their values. */
export type CustomerBefore =
  | { readonly links: readonly LinkBefore[] }
  | { readonly customerNote: CustomerNoteBefore }
  | { readonly attribute: readonly AttributeBefore[] }
  | { readonly attributeValue: ValueBefore }

/** A saved view that was deleted; the id. */
export interface ViewBefore {
  readonly view: string
}

/** A tag that was deleted. */
export interface TagBefore {
  readonly tag: string
}

/** Somebody who left the team, with what was assigned to them. */
export interface MemberBefore {
  readonly member: string
  readonly states: readonly StateBefore[]
}

/** A tag that was made one with another. */
export interface MergedTagsBefore {
  readonly mergedTags: MergedTags
}

/** A promise to go back to; null: it was not there yet. */
export interface FollowUpBefore {
  readonly followUp: string
  readonly conversation: string
  readonly before: StoredFollowUp | null
}

/** What was changed of canned replies. */
export interface LibraryBefore {
  readonly library: readonly ReplyChange[]
  /** Ids of tags that were made for their actions. */
  readonly madeTags?: readonly string[]
}

/** What was before a command. */
export type Before =
  | readonly StateBefore[]
  | { readonly block: BlockBefore; readonly states?: readonly StateBefore[] }
  | { readonly screening: ScreeningBefore; readonly states: readonly StateBefore[] }
  | CustomerBefore
  | NoteBefore
  | PlanBefore
  | ViewBefore
  | TagBefore
  | MemberBefore
  | MergedTagsBefore
  | FollowUpBefore
  | LibraryBefore
  | QuickKeysBefore
  | DeclinedFixBefore
  | MeantBefore
  | PromoCampaignBefore
  | FeedbackBefore
  | ThemeBefore
  | MergedThemesBefore
  | SurveyBefore
  | SurveyAnswerBefore
  | SurveyOptOutBefore

/**
 * Records how a command can be taken back, in the command's own transaction; survives a restart.
 * @returns the id of the entry
 */
export function keepUndo(db: WriteDb, label: string, before: Before, now: number): string {
  const id = uuidv7()
  db.run('INSERT INTO undo_entry (id, label, payload, at) VALUES (?, ?, ?, ?)', id, label, JSON.stringify(before), now)
  db.touch('undo')
  return id
}

/** Something else took it back, which may be long after undo reaches. @returns false when that had been done already */
export function spendUndo(db: WriteDb, id: string, now: number): boolean {
  const entry = db.get<{ undone_at: number | null }>('SELECT undone_at FROM undo_entry WHERE id = ?', id)
  if (entry && entry.undone_at !== null) return false
  db.run('UPDATE undo_entry SET undone_at = ? WHERE id = ?', now, id)
  db.touch('undo')
  return true
}

interface UndoEntry {
  readonly id: string
  readonly label: string
  readonly payload: string
  readonly at: number
}

const NEXT =
  'SELECT id, label, payload, at FROM undo_entry WHERE undone_at IS NULL AND at >= ? ORDER BY sequence DESC LIMIT 1'

/** Counts without reading ten thousand states into memory here. */
const LIST = `
  SELECT id, label, at,
         CASE json_type(payload) WHEN 'array' THEN json_array_length(payload) ELSE 1 END AS count,
         CASE json_type(payload) WHEN 'array' THEN payload ->> '$[0].conversation'
              ELSE coalesce(payload ->> '$.conversation', payload ->> '$.block.conversation') END AS conversation
  FROM undo_entry WHERE undone_at IS NULL AND at >= ? ORDER BY sequence DESC LIMIT ?`
/** As far as anybody would look. */
const MOST_LISTED = 200

const TITLE = 'SELECT title FROM conversation WHERE account_id = ? AND id = ?'

interface ListedEntry {
  readonly id: string
  readonly label: string
  readonly at: number
  readonly count: number
  readonly conversation: string | null
}

interface Taken {
  readonly label: string
  readonly before: Before
}

/** Takes the newest entry that is not undone; each can be taken once, whichever window asks. */
export function takeUndo(db: WriteDb, now: number): Taken | null {
  const entry = db.get<UndoEntry>(NEXT, now - UNDO_REACHES_MS)
  return entry ? take(db, entry, now) : null
}

function take(db: WriteDb, entry: UndoEntry, now: number): Taken {
  db.run('UPDATE undo_entry SET undone_at = ? WHERE id = ?', now, entry.id)
  db.touch('undo')
  return { label: entry.label, before: JSON.parse(entry.payload) as Before }
}

/** Why the entry that a window offers cannot be undone now; null when it can. */
export function refuseUndo(db: ReadDb, wanted: string, now: number): UndoRefused | null {
  const newest = db.get<UndoEntry>(NEXT, now - UNDO_REACHES_MS)
  if (newest?.id === wanted) return null
  const entry = db.get<{ label: string; undone: number }>(
    'SELECT label, undone_at IS NOT NULL AS undone FROM undo_entry WHERE id = ?',
    wanted
  )
  if (entry?.undone === 1) return { why: 'undone', label: entry.label }
  return newest ? { why: 'newer', label: newest.label } : null
}

const FROM = `
  SELECT id, label, payload, at FROM undo_entry
  WHERE undone_at IS NULL AND at >= ?
    AND sequence >= (SELECT sequence FROM undo_entry WHERE id = ? AND undone_at IS NULL)
  ORDER BY sequence DESC`

/** Takes an entry and all that are newer, the newest first: what was done later may rest on it. */
export function takeUndoThrough(db: WriteDb, id: string, now: number): Taken[] {
  return db.all<UndoEntry>(FROM, now - UNDO_REACHES_MS, id).map((entry) => take(db, entry, now))
}

export function nextUndo(db: ReadDb, now: number): UndoRow[] {
  const entry = db.get<UndoEntry>(NEXT, now - UNDO_REACHES_MS)
  return entry ? [{ id: entry.id, label: entry.label, at: entry.at }] : []
}

/** All that can be taken back, the newest first. */
export function listUndo(db: ReadDb, now: number): UndoEntryRow[] {
  return db.all<ListedEntry>(LIST, now - UNDO_REACHES_MS, MOST_LISTED).map(({ id, label, at, count, conversation }) => {
    const place = conversation === null ? null : splitConversationKey(conversation)
    const title =
      place === null ? null : (db.get<{ title: string }>(TITLE, place.accountId, place.conversationId)?.title ?? null)
    return { id, label, at, conversations: conversation === null ? 0 : count, title }
  })
}

export function dropOldUndo(db: WriteDb, now: number): void {
  db.run('DELETE FROM undo_entry WHERE at < ?', now - UNDO_REACHES_MS)
}
