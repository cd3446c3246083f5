import { AppError } from '../../../shared/contract/errors.ts'
import { readNoticePlan, writeNoticePlan } from '../attention/plan.ts'
import { retagRules, type RetaggedRules, undoRetagRules } from '../attention/retag.ts'
import { keepUndo } from '../commands/undo.ts'
import type { WriteDb } from '../db/database.ts'
import type { SettingsStore } from '../deps.ts'
import { retagPolicies, type RetaggedPolicy, undoRetagPolicies } from '../sla/retag.ts'
import { retagViews, type RetaggedName } from '../views/retag.ts'
import * as sql from './sql.ts'
import { findTag, restoreTag, touchTagged } from './tags.ts'

/** Two tags that were made one, and what named the first. */
export interface MergedTags {
  readonly tag: string
  readonly into: string
  /** When: those that got the other tag then lose it again. ms since 1970 */
  readonly at: number
  readonly views: readonly RetaggedName[]
  readonly policies: readonly RetaggedPolicy[]
  readonly rules: RetaggedRules
}

/**
 * Gives `into` to everything that has `tag`, lets what names `tag` name `into`, and deletes `tag`. What carried it keeps it,
 * as with every deleted tag, so that the way back knows.
 * @throws {AppError} not-found, invalid-input
 */
export function mergeTags(
  db: WriteDb,
  settings: SettingsStore,
  { tag, into }: { readonly tag: string; readonly into: string },
  now: number
): { conversations: number } {
  if (tag === into) throw new AppError('invalid-input', 'This is the same tag. Choose another one to merge it with.')
  const [{ name }, { name: other }] = [findTag(db, tag), findTag(db, into)]
  const conversations = db.get<{ count: number }>(sql.COUNT, tag)?.count ?? 0
  db.run(sql.GIVE, into, now, tag)
  db.run(sql.SET_DELETED, now, now, tag)
  const views = retagViews(db, { from: tag, to: into }, null, now)
  const policies = retagPolicies(db, tag, into, now)
  const { plan, retagged: rules } = retagRules(readNoticePlan(settings), tag, into)
  keepUndo(
    db,
    `Merged the tag ${name} into ${other}`,
    { mergedTags: { tag, into, at: now, views, policies, rules } },
    now
  )
  touchTagged(db)
  // Last, because the settings are a file of their own: nothing may fail behind it.
  if (rules.changed.length > 0) writeNoticePlan(db, settings, plan)
  return { conversations }
}

/** The way back: both tags are there, each where it was. What was tagged since stays tagged. */
export function undoMergeTags(
  db: WriteDb,
  settings: SettingsStore,
  { tag, into, at, views, policies, rules }: MergedTags,
  now: number
): void {
  db.run(sql.TAKE, into, at, tag)
  restoreTag(db, tag, now)
  retagViews(db, { from: into, to: tag }, views, now)
  undoRetagPolicies(db, policies, now)
  if (rules.changed.length > 0) {
    writeNoticePlan(db, settings, undoRetagRules(readNoticePlan(settings), rules, { from: tag, to: into }))
  }
}
