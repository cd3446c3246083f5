import path from 'node:path'
import type { Log, SettingsStore } from '../core/deps.ts'
import { readJsonObject, writeFileAtomically } from './atomic-file.ts'

/** Preferences in `DATA/settings.json`. A damaged file is set aside and the defaults apply. */
export function fileSettingsStore(dataDir: string, log: Log): SettingsStore {
  const file = path.join(dataDir, 'settings.json')
  const { values, setAside } = readJsonObject(file)
  if (setAside) log.warn('settings.json was damaged and has been set aside; defaults apply', { file: setAside })
  let current = values
  return {
    all: () => ({ ...current }),
    set: (name, value) => {
      const next = { ...current, [name]: value }
      writeFileAtomically(file, `${JSON.stringify(next, null, 2)}\n`)
      current = next
    }
  }
}
