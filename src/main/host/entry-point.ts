import { realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** True when Node was started with this very module, and not with another one that imports it. */
export function isEntryPoint(moduleUrl: string): boolean {
  const started = process.argv[1]
  if (started === undefined) return false
  try {
    return realpathSync(started) === realpathSync(fileURLToPath(moduleUrl))
  } catch {
    return false
  }
}
