import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ViewRow } from '../../../shared/contract/search-rows.ts'
import { parseSearch } from '../../../shared/domain/search/parse-search.ts'
import { problemSentence, type SearchProblem } from '../../../shared/domain/search/search-problem.ts'
import { printSearch } from '../../../shared/domain/search/search-query.ts'
import { MAX_VIEW_NAME, MAX_VIEWS, viewSlots } from '../../../shared/domain/view.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import { restoredName } from '../commands/restored-name.ts'
import { keepUndo, UNDO_REACHES_MS } from '../commands/undo.ts'
import type { ReadDb, WriteDb } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import { foldName } from '../search/fold.ts'
import { type ReadSearch, readSearch } from '../search/read-search.ts'
import type { Team } from '../team/team.ts'
import * as sql from './sql.ts'
import { currentQuery, namesOf } from './view-names.ts'

export interface ViewParts {
  readonly clock: Pick<Clock, 'now'>
  readonly team: Pick<Team, 'me'>
}

/** @throws {AppError} not-found, also for a view that was deleted */
export function findView(db: ReadDb, id: string): sql.StoredView {
  const view = db.get<sql.StoredView>(sql.FIND, id)
  if (!view) throw new AppError('not-found', 'This saved view is not here any more.')
  return view
}

export function listViews(db: ReadDb): sql.StoredView[] {
  return db.all<sql.StoredView>(sql.ALL)
}

/** The search of a view as it reads now. */
export function readView(db: ReadDb, view: sql.StoredView, { clock, team }: ViewParts): ReadSearch {
  return readSearch(db, view.query, { now: clock.now(), me: team.me(), names: namesOf(view), inside: [view.id] })
}

export function viewRows(db: ReadDb, parts: ViewParts): ViewRow[] {
  return listViews(db).map((view): ViewRow => {
    const { problems } = readView(db, view, parts)
    return {
      id: view.id,
      name: view.name,
      colour: view.colour,
      query: currentQuery(db, view),
      slot: view.slot,
      problem: problems[0] ?? null,
      mended: problems.length === 0 ? null : without(view.query, problems)
    }
  })
}

/** The search without what is wrong with it. */
function without(query: string, problems: readonly SearchProblem[]): string | null {
  let rest = query
  for (const { from, to } of problems.toReversed()) rest = `${rest.slice(0, from)} ${rest.slice(to)}`
  const mended = printSearch(parseSearch(rest).query)
  return mended === '' ? null : mended
}

export function viewCommands(parts: ViewParts): {
  'views.create': CommandDefinition<'views.create'>
  'views.change': CommandDefinition<'views.change'>
  'views.move': CommandDefinition<'views.move'>
  'views.setSlot': CommandDefinition<'views.setSlot'>
  'views.delete': CommandDefinition<'views.delete'>
} {
  const now = (): number => parts.clock.now()
  return {
    'views.create': {
      kind: 'transaction',
      run(db, { name, colour, query }) {
        const views = listViews(db)
        if (views.length >= MAX_VIEWS) {
          throw new AppError(
            'not-allowed',
            'There can be {most, number} saved views. Delete one that is not needed any more.',
            { most: MAX_VIEWS }
          )
        }
        const id = uuidv7()
        const names = namesIn(db, query, id, parts)
        checkName(views, name, id)
        const slot = viewSlots.find((one) => views.every((view) => view.slot !== one)) ?? null
        const position = (views.at(-1)?.position ?? 0) + 1
        db.run(sql.ADD, id, name, colour, query, names, position, slot, now(), now())
        db.touch('views')
        return { view: id }
      }
    },
    'views.change': {
      kind: 'transaction',
      run(db, { view, name, colour, query }) {
        findView(db, view)
        checkName(listViews(db), name, view)
        db.run(sql.CHANGE, name, colour, query, namesIn(db, query, view, parts), now(), view)
        db.touch('views')
        return null
      }
    },
    'views.move': {
      kind: 'transaction',
      run(db, { view, to }) {
        const moved = findView(db, view)
        const others = listViews(db).filter((other) => other.id !== view)
        const order = others.toSpliced(Math.min(to, others.length), 0, moved)
        for (const [position, { id }] of order.entries()) db.run(sql.MOVE, position, now(), id)
        db.touch('views')
        return null
      }
    },
    'views.setSlot': {
      kind: 'transaction',
      run(db, { view, slot }) {
        findView(db, view)
        // Whoever had the number before gives it up: a key leads to one place.
        if (slot !== null) db.run(sql.CLEAR_SLOT, now(), slot, view)
        db.run(sql.SET_SLOT, slot, now(), view)
        db.touch('views')
        return null
      }
    },
    'views.delete': {
      kind: 'transaction',
      run(db, { view }) {
        const { name } = findView(db, view)
        db.run(sql.DELETE, now(), now(), view)
        keepUndo(db, `Deleted the view “${name}”`, { view }, now())
        db.touch('views')
        return null
      }
    }
  }
}

/** Takes the deletion of a view back. A name or a shortcut that another view has by now stays with that one. */
export function restoreView(db: WriteDb, id: string, now: number): void {
  const others = listViews(db)
  db.run(sql.RESTORE, now, id)
  const view = db.get<sql.StoredView>(sql.FIND, id)
  if (!view) return
  const name = restoredName(view.name, MAX_VIEW_NAME, (each) => others.some((other) => sameName(other.name, each)))
  db.run(sql.CHANGE, name, view.colour, view.query, view.names, now, id)
  if (view.slot !== null && others.some(({ slot }) => slot === view.slot)) db.run(sql.SET_SLOT, null, now, id)
  db.touch('views')
}

/** Run at start. */
export function dropDeletedViews(db: WriteDb, now: number): void {
  db.run(sql.DROP_OLD, now - UNDO_REACHES_MS)
}

/** What the names in a search stand for, as JSON. @throws {AppError} invalid-input when something is wrong with it */
function namesIn(db: ReadDb, query: string, view: string, { clock, team }: ViewParts): string {
  const at = { now: clock.now(), me: team.me(), names: {}, inside: [view] }
  const { compiled, problems, names } = readSearch(db, query, at)
  const [problem] = problems
  if (problem) throw AppError.of('invalid-input', problemSentence(problem))
  if (compiled === null) throw new AppError('invalid-input', 'A saved view needs something to search for.')
  return JSON.stringify(names)
}

/** @throws {AppError} conflict */
function checkName(views: readonly sql.StoredView[], name: string, except: string): void {
  const taken = views.some((view) => view.id !== except && sameName(view.name, name))
  if (taken) throw new AppError('conflict', 'There is a saved view “{name}” already. Choose another name.', { name })
}

/** As searches find them: without case and accents. */
function sameName(a: string, b: string): boolean {
  return foldName(a) === foldName(b)
}
