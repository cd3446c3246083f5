import type { CommandDefinition } from '../commands/command-definition.ts'
import type { SettingsStore } from '../deps.ts'
import type { QueryDefinition } from '../live/query-definition.ts'

const DEFAULT_UNDO_SECONDS = 5
const LONGEST_UNDO_SECONDS = 10

/** How long a reply can be taken back, in ms. A value nobody could have chosen counts as the default. */
export function undoWindow(store: SettingsStore): number {
  const seconds = store.all()['outbox.undoSeconds']
  const valid = typeof seconds === 'number' && seconds >= 0 && seconds <= LONGEST_UNDO_SECONDS
  return (valid ? seconds : DEFAULT_UNDO_SECONDS) * 1000
}

export function settingsQueries(store: SettingsStore): { 'settings.list': QueryDefinition<'settings.list'> } {
  return {
    'settings.list': {
      topics: () => ['settings'],
      rows: () => Object.entries(store.all()).map(([id, value]) => ({ id, value }))
    }
  }
}

/** @param changed hears the name of each setting that was set. */
export function settingsCommands(
  store: SettingsStore,
  changed: (name: string) => void
): { 'settings.set': CommandDefinition<'settings.set'> } {
  return {
    'settings.set': {
      kind: 'transaction',
      run(db, { name, value }) {
        store.set(name, value)
        db.touch('settings')
        changed(name)
        return null
      }
    }
  }
}
