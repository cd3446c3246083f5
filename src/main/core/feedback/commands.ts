import type { CommandDefinition } from '../commands/command-definition.ts'
import type { Database } from '../db/database.ts'
import type { Clock } from '../deps.ts'
import type { Jobs } from '../jobs/jobs.ts'
import type { Team } from '../team/team.ts'
import { addEntry, changeEntry, removeEntry } from './entries.ts'
import { exportQuotes } from './export-quotes.ts'
import { type Doer, mergeThemes, renameTheme, retireTheme } from './themes.ts'

/** What customers say of the product, and what the team calls it. Nothing of it ever reaches X. */
export function feedbackCommands(parts: {
  readonly db: Database
  readonly clock: Clock
  readonly team: Pick<Team, 'me' | 'members'>
  readonly jobs: Jobs
}): {
  'feedback.add': CommandDefinition<'feedback.add'>
  'feedback.change': CommandDefinition<'feedback.change'>
  'feedback.remove': CommandDefinition<'feedback.remove'>
  'feedback.renameTheme': CommandDefinition<'feedback.renameTheme'>
  'feedback.mergeThemes': CommandDefinition<'feedback.mergeThemes'>
  'feedback.retireTheme': CommandDefinition<'feedback.retireTheme'>
  'feedback.export': CommandDefinition<'feedback.export'>
} {
  const doer = (): Doer => ({ member: parts.team.me(), now: parts.clock.now() })
  return {
    'feedback.add': {
      kind: 'transaction',
      run: (db, input) => ({ feedback: addEntry(db, input, doer()) })
    },
    'feedback.change': {
      kind: 'transaction',
      run(db, input) {
        changeEntry(db, input.feedback, input, doer())
        return null
      }
    },
    'feedback.remove': {
      kind: 'transaction',
      run(db, { feedback }) {
        removeEntry(db, feedback, doer())
        return null
      }
    },
    'feedback.renameTheme': {
      kind: 'transaction',
      run(db, { theme, name }) {
        renameTheme(db, theme, name, doer())
        return null
      }
    },
    'feedback.mergeThemes': {
      kind: 'transaction',
      run: (db, { theme, into }) => mergeThemes(db, theme, into, doer())
    },
    'feedback.retireTheme': {
      kind: 'transaction',
      run(db, { theme, retired }) {
        retireTheme(db, theme, retired, doer())
        return null
      }
    },
    'feedback.export': {
      kind: 'task',
      run: (wanted) => exportQuotes(parts, wanted)
    }
  }
}
