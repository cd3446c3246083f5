import type { Clock } from '../deps.ts'
import type { Team } from '../team/team.ts'
import type { Shelf } from './shelf.ts'

/** What the commands of the library work with. */
export interface LibraryParts {
  readonly clock: Pick<Clock, 'now'>
  readonly team: Pick<Team, 'me' | 'find'>
  readonly shelf: Shelf
}
