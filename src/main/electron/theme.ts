import { nativeTheme } from 'electron'
import type { SettingsStore } from '../core/deps.ts'
import { schemeOf } from './scheme.ts'

/** Lets the system's own parts (title bar, dialogs, scroll bars) follow the colours chosen in the console. */
export function followTheme(settings: SettingsStore): SettingsStore {
  const apply = (): void => {
    nativeTheme.themeSource = schemeOf(settings.all())
  }
  apply()
  return {
    all: () => settings.all(),
    set: (name, value) => {
      settings.set(name, value)
      apply()
    }
  }
}
