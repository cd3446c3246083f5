import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ThemeChangeRow, ThemeRow } from '../../../shared/contract/feedback-rows.ts'
import { MAX_THEME_NAME } from '../../../shared/domain/feedback/feedback.ts'
import { restoredName } from '../commands/restored-name.ts'
import { keepUndo } from '../commands/undo.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import { foldName } from '../search/fold.ts'
import * as sql from './theme-sql.ts'

/** A theme to go back to: its name, or whether it was retired. */
export interface ThemeBefore {
  readonly theme: { readonly id: string; readonly name?: string; readonly retired?: boolean }
}

/** A theme that went into another one; `merge` tells what was moved. */
export interface MergedThemesBefore {
  readonly mergedThemes: { readonly merge: string; readonly theme: string; readonly into: string }
}

/** Who changes themes, and when (ms since 1970). */
export interface Doer {
  readonly member: string
  readonly now: number
}

/** What an undo takes back. */
const labels = {
  renamed: (name: string, other: string) => `Renamed the theme ${name} to ${other}`,
  retired: (name: string) => `Retired the theme ${name}`,
  revived: (name: string) => `Brought the theme ${name} back`,
  merged: (name: string, other: string) => `Merged the theme ${name} into ${other}`
}

/** @throws {AppError} not-found, also for a theme that went into another one */
function findTheme(db: ReadDb, id: string): sql.StoredTheme {
  const theme = db.get<sql.StoredTheme>(sql.FIND, id)
  if (!theme || theme.merged_into !== null) throw new AppError('not-found', 'This theme is not here any more.')
  return theme
}

/** What a theme is now: itself, or the one that it went into. Undefined when it is gone. */
export function currentTheme(db: ReadDb, id: string): sql.StoredTheme | undefined {
  const theme = db.get<sql.StoredTheme>(sql.FIND, id)
  return theme?.merged_into ? currentTheme(db, theme.merged_into) : theme
}

/** The theme with a name, also with one that it had before. */
function themeNamed(db: ReadDb, name: string): string | null {
  const folded = foldName(name)
  const known = db.get<{ id: string }>(sql.NAMED, folded)
  if (known) return known.id
  const former = db.get<{ id: string }>(sql.FORMERLY_NAMED, folded)
  return former ? (currentTheme(db, former.id)?.id ?? null) : null
}

/** The theme with a name, or a new one, which is noted in `made`. @returns its id */
export function themeFor(db: WriteDb, name: string, doer: Doer, made: string[]): string {
  const known = themeNamed(db, name)
  if (known !== null) return known
  const id = uuidv7()
  db.run(sql.ADD, id, name, foldName(name), doer.now, doer.now)
  note(db, doer, { theme: id, kind: 'made', name, other: null })
  made.push(id)
  return id
}

/** Themes that were made along with something that is gone again. Those in use stay. */
export function dropUnusedThemes(db: WriteDb, themes: readonly string[]): void {
  for (const theme of themes) {
    db.run(sql.DROP_UNUSED, theme)
    db.run(sql.DROP_CHANGES, theme)
  }
}

/** @throws {AppError} not-found, conflict */
export function renameTheme(db: WriteDb, id: string, name: string, doer: Doer): void {
  const theme = findTheme(db, id)
  if (theme.name === name) return
  const taken = db.get<{ id: string }>(sql.NAMED, foldName(name))
  if (taken && taken.id !== id) {
    throw new AppError('conflict', 'There is a theme “{name}” already. Merge the two, or choose another name.', {
      name
    })
  }
  setName(db, theme, name, doer)
  keepUndo(db, labels.renamed(theme.name, name), { theme: { id, name: theme.name } }, doer.now)
}

/** @throws {AppError} not-found */
export function retireTheme(db: WriteDb, id: string, retired: boolean, doer: Doer): void {
  const theme = findTheme(db, id)
  if ((theme.retired_at !== null) === retired) return
  setRetired(db, theme, retired, doer)
  const label = retired ? labels.retired(theme.name) : labels.revived(theme.name)
  keepUndo(db, label, { theme: { id, retired: !retired } }, doer.now)
}

/** Gives `into` to everything that has `id`, which is found by its name from now on. @throws {AppError} */
export function mergeThemes(db: WriteDb, id: string, into: string, doer: Doer): { entries: number } {
  if (id === into) throw new AppError('invalid-input', 'This is the same theme. Choose another one to merge it with.')
  const [theme, other] = [findTheme(db, id), findTheme(db, into)]
  const merge = note(db, doer, { theme: id, kind: 'merged', name: theme.name, other: into })
  const entries = db.run(sql.MOVE, merge, into, id).changes
  db.run(sql.GIVE_MOVED, into, id)
  db.run(sql.TAKE, id)
  db.run(sql.SET_MERGED, into, doer.now, id)
  keepUndo(db, labels.merged(theme.name, other.name), { mergedThemes: { merge, theme: id, into } }, doer.now)
  db.touch('feedback')
  return { entries }
}

export function undoTheme(db: WriteDb, { id, name, retired }: ThemeBefore['theme'], doer: Doer): void {
  const theme = db.get<sql.StoredTheme>(sql.FIND, id)
  if (!theme) return
  if (name !== undefined) setName(db, theme, freeName(db, id, name), doer)
  if (retired !== undefined) setRetired(db, theme, retired, doer)
}

/** The way back: both themes are there. What was tagged since stays as it is. */
export function undoMergeThemes(db: WriteDb, merged: MergedThemesBefore['mergedThemes'], doer: Doer): void {
  const { merge, theme: id, into } = merged
  const theme = db.get<sql.StoredTheme>(sql.FIND, id)
  if (theme?.merged_into !== into) return
  const name = freeName(db, id, theme.name)
  db.run(sql.RENAME, name, foldName(name), doer.now, id)
  db.run(sql.SET_MERGED, null, doer.now, id)
  db.run(sql.GIVE_BACK, id, into, merge)
  db.run(sql.TAKE_BACK, into, merge)
  db.run(sql.FORGET_MOVED, merge)
  note(db, doer, { theme: id, kind: 'split', name: theme.name, other: into })
  db.touch('feedback')
}

function freeName(db: ReadDb, id: string, name: string): string {
  return restoredName(name, MAX_THEME_NAME, (wanted) => {
    const taken = db.get<{ id: string }>(sql.NAMED, foldName(wanted))
    return taken !== undefined && taken.id !== id
  })
}

function setName(db: WriteDb, theme: sql.StoredTheme, name: string, doer: Doer): void {
  db.run(sql.RENAME, name, foldName(name), doer.now, theme.id)
  note(db, doer, { theme: theme.id, kind: 'renamed', name: theme.name, other: null })
  db.touch('feedback')
}

function setRetired(db: WriteDb, theme: sql.StoredTheme, retired: boolean, doer: Doer): void {
  db.run(sql.SET_RETIRED, retired ? doer.now : null, doer.now, theme.id)
  note(db, doer, { theme: theme.id, kind: retired ? 'retired' : 'revived', name: theme.name, other: null })
  db.touch('feedback')
}

/** @returns the id of the change */
function note(
  db: WriteDb,
  { member, now }: Doer,
  change: {
    readonly theme: string
    readonly kind: ThemeChangeRow['kind']
    readonly name: string
    readonly other: string | null
  }
): string {
  const id = uuidv7()
  db.run(sql.NOTE_CHANGE, id, change.theme, change.kind, change.name, foldName(change.name), change.other, member, now)
  return id
}

/** All themes that can be given, the most used first, with the names by which they are found, too. */
export function listThemes(db: ReadDb): ThemeRow[] {
  const into = new Map(db.all<{ id: string; into_id: string }>(sql.MERGED).map((row) => [row.id, row.into_id]))
  const currentOf = (id: string): string => {
    const next = into.get(id)
    return next === undefined ? id : currentOf(next)
  }
  const former = Map.groupBy(db.all<{ id: string; name: string }>(sql.FORMER_NAMES), ({ id }) => currentOf(id))
  return db.all<sql.StoredTheme>(sql.LIST).map(({ id, name, uses, retired_at: retiredAt }) => ({
    id,
    name,
    uses,
    retired: retiredAt !== null,
    formerly: [...new Set(former.get(id)?.map((row) => row.name))].filter((other) => other !== name)
  }))
}

interface ChangeRow extends Omit<ThemeChangeRow, 'by'> {
  readonly member_id: string
}

export function themeChanges(db: ReadDb, theme: string): ThemeChangeRow[] {
  return db
    .all<ChangeRow>(sql.CHANGES, theme, theme)
    .map(({ member_id: by, id, kind, name, other, at }) => ({ id, kind, name, other, by, at }))
}
