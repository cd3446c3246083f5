import path from 'node:path'
import ElectronStore from 'electron-store'
import type { Log, SettingsStore } from '../core/deps.ts'
import { readJsonObject } from '../host/atomic-file.ts'
import type { WindowState } from './window-state.ts'

/** What the desktop itself remembers, apart from the preferences that the console owns. */
export interface DesktopState {
  readonly window?: WindowState
  /** Of the conversation window that was closed last. */
  readonly conversationWindow?: WindowState
  /** Keys of the conversations that had windows of their own when the app ended. */
  readonly conversations?: readonly string[]
  /** The user agreed to keep secrets in a private file because there is no keychain. */
  readonly secretsInFile?: boolean
}

/** electron-store writes atomically; a damaged file would stop the app, so it is set aside first. */
function openStore(dataDir: string, name: string, log: Log): ElectronStore {
  const { setAside } = readJsonObject(path.join(dataDir, `${name}.json`))
  if (setAside) log.warn('a preferences file was damaged and has been set aside', { file: setAside })
  return new ElectronStore({ cwd: dataDir, name, accessPropertiesByDotNotation: false, configFileMode: 0o600 })
}

export interface DesktopStore {
  get(): DesktopState
  set(change: DesktopState): void
}

export function openDesktopState(dataDir: string, log: Log): DesktopStore {
  const store = openStore(dataDir, 'desktop', log)
  return { get: () => store.store, set: (change) => store.set({ ...change }) }
}

/** The console's preferences, in the same `settings.json` as in the browser host. */
export function openSettings(dataDir: string, log: Log): SettingsStore {
  const store = openStore(dataDir, 'settings', log)
  return { all: () => ({ ...store.store }), set: (name, value) => store.set(name, value) }
}
