import { v7 as uuidv7 } from 'uuid'
import type { ParsedCommandInput } from '../../../shared/contract/commands.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { Sentiment, Severity } from '../../../shared/domain/feedback/feedback.ts'
import { placeSpan, snapSpan } from '../../../shared/domain/feedback/span.ts'
import { conversationKey, splitConversationKey } from '../../../shared/domain/ids.ts'
import { keepUndo, UNDO_REACHES_MS } from '../commands/undo.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { termsOf } from '../library/suggest/terms.ts'
import { foldName } from '../search/fold.ts'
import * as sql from './sql.ts'
import { FORGET_OLD_MOVES } from './theme-sql.ts'
import { currentTheme, type Doer, dropUnusedThemes, themeFor } from './themes.ts'

/** What was said of an entry. Ids of themes and of the product. */
interface Said {
  readonly themes: readonly string[]
  readonly product: string | null
  readonly sentiment: Sentiment
  readonly severity: Severity | null
  readonly note: string
}

/** An entry to go back to; `was` null: it was not there yet. Never with what is quoted: that goes with its message. */
export interface FeedbackBefore {
  readonly feedback: string
  readonly conversation: string
  readonly was: Said | null
  /** Ids of themes that were made for it. */
  readonly made: readonly string[]
}

/** @returns its id @throws {AppError} not-found, conflict */
export function addEntry(db: WriteDb, input: ParsedCommandInput<'feedback.add'>, doer: Doer): string {
  const { conversation, message, words } = input
  const { accountId, conversationId } = splitConversationKey(conversation)
  const about = db.get<{ last_at: number }>(sql.CONVERSATION, accountId, conversationId)
  if (!about) throw new AppError('not-found', 'There is no conversation {conversationId}.', { conversationId })
  const said = message === null ? null : findMessage(db, accountId, conversationId, message)
  const place = words === null || said === null ? null : placeWords(said.text, words)
  const made: string[] = []
  const wanted = resolve(db, input, doer, made)
  const id = uuidv7()
  const { key } = db.run(
    sql.ADD,
    id,
    accountId,
    conversationId,
    message,
    place?.start ?? null,
    place?.end ?? null,
    place === null || said === null ? '' : said.text.slice(place.start, place.end),
    wanted.product,
    wanted.sentiment,
    wanted.severity,
    wanted.note,
    doer.member,
    said?.at ?? (about.last_at === 0 ? doer.now : about.last_at),
    doer.now,
    doer.now
  )
  put(db, findEntry(db, id), wanted)
  keepUndo(db, 'Feedback tagged', { feedback: id, conversation, was: null, made }, doer.now)
  index(db, key)
  return id
}

function findMessage(db: ReadDb, accountId: string, conversationId: string, id: string): { text: string; at: number } {
  const message = db.get<{ text: string; at: number }>(sql.MESSAGE, accountId, id, conversationId)
  if (!message) throw new AppError('not-found', 'This message is not here any more.')
  return message
}

function placeWords(
  text: string,
  words: { start: number; end: number; quote: string }
): { start: number; end: number } {
  const place = placeSpan(text, words) ?? (text.slice(words.start, words.end) === words.quote ? words : null)
  const whole = place && snapSpan(text, place)
  if (!whole) {
    throw new AppError('conflict', 'These words are not in the message any more. Select them again.')
  }
  return whole
}

/** @throws {AppError} not-found, also for an entry that was taken away */
function findEntry(db: ReadDb, id: string): sql.StoredFeedback {
  const entry = db.get<sql.StoredFeedback>(sql.FIND, id)
  if (!entry || entry.deleted_at !== null) throw new AppError('not-found', 'This feedback is not here any more.')
  return entry
}

/** @throws {AppError} not-found */
export function changeEntry(db: WriteDb, id: string, input: ParsedCommandInput<'feedback.change'>, doer: Doer): void {
  const entry = findEntry(db, id)
  const was = saidOf(db, entry)
  const made: string[] = []
  const wanted = resolve(db, input, doer, made)
  if (JSON.stringify(wanted) === JSON.stringify(was)) return
  db.run(sql.CHANGE, wanted.product, wanted.sentiment, wanted.severity, wanted.note, doer.now, entry.key)
  put(db, entry, wanted)
  keepUndo(db, 'Feedback changed', { feedback: id, conversation: placeOf(entry), was, made }, doer.now)
}

/** @throws {AppError} not-found */
export function removeEntry(db: WriteDb, id: string, doer: Doer): void {
  const entry = findEntry(db, id)
  const was = saidOf(db, entry)
  takeAway(db, entry, doer.now)
  keepUndo(db, 'Feedback removed', { feedback: id, conversation: placeOf(entry), was, made: [] }, doer.now)
}

export function undoFeedback(db: WriteDb, { feedback, was, made }: FeedbackBefore, now: number): void {
  const entry = db.get<sql.StoredFeedback>(sql.FIND, feedback)
  if (entry) {
    if (was === null) takeAway(db, entry, now)
    else {
      db.run(sql.CHANGE, was.product, was.sentiment, was.severity, was.note, now, entry.key)
      // What went into another theme meanwhile is that one.
      const themes = was.themes.flatMap((theme) => currentTheme(db, theme)?.id ?? [])
      put(db, entry, { ...was, themes })
      if (entry.deleted_at !== null) index(db, entry.key)
    }
  }
  dropUnusedThemes(db, made)
  db.touch('feedback')
}

/** Run at start: what cannot be undone any more is gone for good. */
export function dropOldFeedback(db: WriteDb, now: number): void {
  db.run(sql.DROP_TAKEN_AWAY, now - UNDO_REACHES_MS)
  db.run(FORGET_OLD_MOVES, now - UNDO_REACHES_MS)
}

function takeAway(db: WriteDb, { key }: sql.StoredFeedback, now: number): void {
  db.run(sql.TAKE_ALL, key)
  db.run(sql.UNINDEX, key)
  db.run(sql.TAKE_AWAY, now, now, key)
  db.touch('feedback')
}

function put(db: WriteDb, { key, said_at: at }: sql.StoredFeedback, { themes, sentiment, product }: Said): void {
  db.run(sql.TAKE_ALL, key)
  for (const theme of themes) db.run(sql.GIVE, key, theme, at, sentiment, product)
  db.touch('feedback')
}

/** What is tagged finds what is like it: the words, or the whole message. */
function index(db: WriteDb, key: number): void {
  const row = db.get<sql.AlikeRow>(sql.TAGGED, JSON.stringify([key]))
  const terms = termsOf(row?.quote || row?.text || '').map(({ term }) => term)
  db.run(sql.UNINDEX, key)
  if (terms.length > 0) db.run(sql.INDEX, key, terms.join(' '))
}

function saidOf(db: ReadDb, entry: sql.StoredFeedback): Said {
  const { product_id: product, sentiment, severity, note } = entry
  const themes = db.all<{ theme_id: string }>(sql.GIVEN, entry.key).map((row) => row.theme_id)
  return { themes: themes.toSorted(), product, sentiment, severity, note }
}

function placeOf(entry: sql.StoredFeedback): string {
  return conversationKey(entry.account_id, entry.conversation_id)
}

type Typed = Pick<ParsedCommandInput<'feedback.change'>, 'themes' | 'product' | 'sentiment' | 'severity' | 'note'>

function resolve(db: WriteDb, input: Typed, doer: Doer, made: string[]): Said {
  const { sentiment, severity, note } = input
  const themes = [...new Set(input.themes.map((name) => themeFor(db, name, doer, made)))].toSorted()
  return {
    themes,
    product: input.product === null ? null : productNamed(db, input.product, doer.now),
    sentiment,
    severity,
    note
  }
}

function productNamed(db: WriteDb, name: string, now: number): string {
  const known = db.get<{ id: string }>(sql.PRODUCT_NAMED, foldName(name))
  if (known) return known.id
  const id = uuidv7()
  db.run(sql.ADD_PRODUCT, id, name, foldName(name), now)
  return id
}
