import type { CommandDefinition } from '../../commands/command-definition.ts'
import { keepUndo } from '../../commands/undo.ts'
import type { LibraryParts } from '../library-parts.ts'
import { addStarter } from './add-starter.ts'

/** As drafts: they make promises in the team's name, and name an address that is not the team's. */
export function starterCommand({ clock, team, shelf }: LibraryParts): {
  'library.addStarter': CommandDefinition<'library.addStarter'>
} {
  return {
    'library.addStarter': {
      kind: 'transaction',
      run(db) {
        const now = clock.now()
        const { added, changes, madeTags } = addStarter(db, {
          shelf,
          writer: { author: team.me(), now },
          approved: false
        })
        if (added > 0) keepUndo(db, `Added ${added} starter replies`, { library: changes, madeTags }, now)
        return { added }
      }
    }
  }
}
