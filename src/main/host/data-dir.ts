import path from 'node:path'
import envPaths from 'env-paths'

/** The user data folder of the browser host and the command line: `--data`, or the operating system's usual place. */
export function resolveDataDir(given: string | undefined): string {
  return given === undefined ? envPaths('Backchannel', { suffix: '' }).data : path.resolve(given)
}
