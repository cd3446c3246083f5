import type { CommandDefinition } from '../commands/command-definition.ts'
import type { ReadDb } from '../db/database.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { USAGE } from './sql.ts'
import type { StoredFiles } from './stored-files.ts'

export function mediaQueries(db: ReadDb, ceiling: () => number): { 'media.usage': QueryDefinition<'media.usage'> } {
  return {
    'media.usage': {
      topics: () => ['media', 'settings'],
      rows() {
        const usage = db.get<{ files: number; bytes: number; evictable: number }>(USAGE)
        return usage ? [{ id: 'media', ...usage, ceiling: ceiling() }] : []
      }
    }
  }
}

export function mediaCommands(files: StoredFiles): { 'media.clear': CommandDefinition<'media.clear'> } {
  return {
    'media.clear': {
      kind: 'task',
      async run() {
        await files.clear()
        return null
      }
    }
  }
}
