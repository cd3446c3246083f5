import type { SearchProblem } from '../domain/search/search-problem.ts'
import type { TagColour } from '../domain/tag.ts'

/** A part of a search that is wrong (row id is its place in the list). */
export interface SearchProblemRow extends SearchProblem {
  readonly id: string
}

/** A saved search, in the order of the sidebar. */
export interface ViewRow {
  readonly id: string
  readonly name: string
  readonly colour: TagColour
  /** In the language of domain/search; names of tags and people as they are now. */
  readonly query: string
  /** The number of its shortcut. */
  readonly slot: number | null
  /** What has become wrong with the search since; then it lists nothing. */
  readonly problem: SearchProblem | null
  /** The search without what is wrong with it; null when nothing would be left. */
  readonly mended: string | null
}

/** How many conversations a saved view (the row's id) has; counted up to MOST_COUNTED. None until it was counted. */
export interface ViewCountRow {
  readonly id: string
  readonly total: number
  readonly unread: number
}
