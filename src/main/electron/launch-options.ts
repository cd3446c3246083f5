import path from 'node:path'
import { parseArgs } from 'node:util'
import { practiceDataDir } from '../host/practice-data-dir.ts'

/**
 * The data folder that the app's own arguments name, among those that Electron and Chromium understand: `--data DIR`,
 * and `--practice` for a folder inside it, apart from real accounts.
 */
export function chosenDataDir(argv: readonly string[], workingDir: string, usual: string): string {
  const { values } = parseArgs({
    args: [...argv],
    options: { data: { type: 'string' }, practice: { type: 'boolean' } },
    strict: false,
    allowPositionals: true
  })
  const { data, practice } = values
  const folder = typeof data === 'string' && data !== '' ? path.resolve(workingDir, data) : usual
  return practice === true ? practiceDataDir(folder) : folder
}
