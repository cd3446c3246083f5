import { type Priority, queueIds } from '../../../shared/domain/conversation.ts'
import { nearestWord } from '../../../shared/domain/search/nearest-word.ts'
import { type HasValue, type IsValue, operatorOf } from '../../../shared/domain/search/operators.ts'
import type { SearchProblem } from '../../../shared/domain/search/search-problem.ts'
import { printSearch, type SearchNode } from '../../../shared/domain/search/search-query.ts'
import { readTerms } from '../../../shared/domain/search/search-terms.ts'
import type { ReadDb } from '../db/database.ts'
import { type Compiled, leaf } from './compile.ts'
import * as conditions from './conditions.ts'
import { foldName } from './fold.ts'
import { allPhrases, parseNames, parsePhrase } from './phrases.ts'
import type { ReadSearch } from './read-search.ts'
import * as sql from './sql.ts'

/** Something with a name of its own that may change. */
export interface NamedThing {
  readonly operator: 'tag' | 'assigned' | 'in'
  readonly id: string
}

/** By `nameKey`. */
export type SearchNames = Readonly<Record<string, NamedThing>>

/** Who asks, and when. */
export interface Standpoint {
  readonly now: number
  /** Id of who sits at this desk. */
  readonly me: string
  /** What names stood for when the search was saved; they hold whatever these things are called now. */
  readonly names: SearchNames
  /** Ids of the saved views that this search is a part of. */
  readonly inside: readonly string[]
}

export type Operator = Extract<SearchNode, { kind: 'operator' }>

export interface Resolved {
  readonly compiled: Compiled
  readonly names?: NamedThing
}

type Read = (db: ReadDb, text: string, at: Standpoint) => ReadSearch

/** Under which key a name of a search is kept. */
export function nameKey(operator: string, value: string): string {
  return `${operator.toLowerCase()}:${value.trim()}`
}

/** @returns null when it names something that is not there */
export function resolveOperator(db: ReadDb, leafOf: Operator, at: Standpoint, read: Read): Resolved | null {
  const { operator, value } = leafOf
  switch (operator) {
    case 'is':
      return plain(conditions.stateWanted(value as IsValue, at.now))
    case 'has':
      return plain(conditions.contentWanted(value as HasValue))
    case 'before':
    case 'after':
      return plain(conditions.dateWanted(operator, value, at.now))
    case 'from':
    case 'to':
      return resolvePerson(db, operator, value)
    case 'assigned':
      return resolveMember(db, value, at)
    case 'tag':
      return resolveTag(db, value, at)
    case 'priority':
      return plain(conditions.priorityWanted(value as Priority))
    case 'category':
      return plain(conditions.categoryWanted(value === 'none' ? null : value))
    case 'in':
      return resolvePlace(db, value, at, read)
    case 'code': {
      const phrase = parsePhrase(value, false)
      return phrase && { compiled: leaf(conditions.wordsWanted(phrase), phrase) }
    }
  }
}

function plain(wanted: conditions.Wanted): Resolved {
  return { compiled: leaf(wanted) }
}

interface Named {
  readonly id: string
  readonly name: string
}

function resolveMember(db: ReadDb, value: string, at: Standpoint): Resolved | null {
  const word = foldName(value.replace(/^@/u, ''))
  if (word === 'me') return plain(conditions.assignedWanted(at.me))
  if (word === 'nobody' || word === 'none') return plain(conditions.assignedWanted(null))
  if (word === 'anybody') return plain(conditions.assignedWanted(undefined))
  const members = db.all<Named>(sql.MEMBERS)
  const kept = at.names[nameKey('assigned', value)]
  const member = kept
    ? members.find(({ id }) => id === kept.id)
    : (members.find(({ name }) => foldName(name) === word) ??
      members.find(({ name }) => foldName(name).startsWith(word)))
  return member
    ? { ...plain(conditions.assignedWanted(member.id)), names: { operator: 'assigned', id: member.id } }
    : null
}

function resolveTag(db: ReadDb, value: string, at: Standpoint): Resolved | null {
  const kept = at.names[nameKey('tag', value)]
  const tag = kept
    ? db.get<{ id: string }>(sql.TAG_BY_ID, kept.id)
    : db.get<{ id: string }>(sql.TAG_BY_NAME, foldName(value.replace(/^#/u, '')))
  if (tag) return { ...plain(conditions.tagWanted(tag.id)), names: { operator: 'tag', id: tag.id } }
  return value.toLowerCase() === 'none' ? plain(conditions.tagWanted(null)) : null
}

/** More people than these are no name any more, but the beginning of many. */
const MOST_PEOPLE = 200

function resolvePerson(db: ReadDb, direction: 'from' | 'to', value: string): Resolved | null {
  const word = value.toLowerCase()
  if (word === 'me' || word === 'us') return plain(conditions.personWanted(direction, { side: 'us' }))
  if (word === 'them') return plain(conditions.personWanted(direction, { side: 'them' }))
  const users = findPeople(db, value)
  return users.length === 0 ? null : plain(conditions.personWanted(direction, { users }))
}

function findPeople(db: ReadDb, value: string): string[] {
  const byHandle = db.all<{ id: string }>(sql.USERS_BY_HANDLE, value.replace(/^@/u, ''))
  if (byHandle.length > 0) return byHandle.map((row) => row.id)
  const names = parseNames(value)
  if (names.length === 0) return []
  return db.all<{ id: string }>(sql.USERS_BY_NAME, allPhrases(names), MOST_PEOPLE).map((row) => row.id)
}

interface SavedSearch extends Named {
  readonly query: string
  readonly names: string
}

function resolvePlace(db: ReadDb, value: string, at: Standpoint, read: Read): Resolved | null {
  const word = value.toLowerCase().replaceAll(/[\s_]+/gu, '-')
  const queue = queueIds.find((id) => id === word)
  if (queue !== undefined) return plain(conditions.queueWanted(queue, at))
  const handle = value.toLowerCase().replace(/^@/u, '')
  const account = db.all<Named>(sql.ACCOUNTS).find(({ name }) => name.toLowerCase() === handle)
  if (account) return plain(conditions.accountWanted(account.id))
  const view = findView(db, value, at)
  if (!view || at.inside.includes(view.id)) return null
  const names = JSON.parse(view.names) as SearchNames
  const { compiled, problems } = read(db, view.query, { ...at, names, inside: [...at.inside, view.id] })
  if (compiled === null || problems.length > 0) return null
  return { compiled, names: { operator: 'in', id: view.id } }
}

function findView(db: ReadDb, value: string, at: Standpoint): SavedSearch | undefined {
  const views = db.all<SavedSearch>(sql.VIEWS)
  const kept = at.names[nameKey('in', value)]
  if (kept) return views.find(({ id }) => id === kept.id)
  const word = foldName(value)
  return views.find(({ name }) => foldName(name) === word || foldName(name).replaceAll(' ', '-') === word)
}

/** Says why a name could not be resolved, and which one may be meant. */
export function unknownName(db: ReadDb, text: string, { operator, value }: Operator, at: Standpoint): SearchProblem {
  const term = readTerms(text).find(
    (one) => one.kind === 'operator' && one.name.toLowerCase() === operator && one.value.trim() === value
  )
  const view = operator === 'in' ? findView(db, value, at) : undefined
  const near = view ? null : nearestWord(value.replace(/^@/u, ''), namesOf(db, operator))
  return {
    code: view ? 'broken-view' : at.names[nameKey(operator, value)] ? 'removed-name' : 'unknown-name',
    from: term?.from ?? 0,
    to: term?.to ?? text.length,
    given: value,
    operator,
    replacement: near === null ? null : printSearch({ kind: 'operator', operator, value: near }),
    choices: []
  }
}

function namesOf(db: ReadDb, operator: Operator['operator']): readonly string[] {
  const names = (statement: string): string[] => db.all<{ name: string }>(statement).map(({ name }) => name)
  switch (operator) {
    case 'tag':
      return names(sql.TAG_NAMES)
    case 'assigned':
      return [...operatorOf(operator).values, ...names(sql.MEMBERS)]
    case 'in':
      return [...queueIds, ...names(sql.VIEWS), ...names(sql.ACCOUNTS)]
    default:
      return []
  }
}
