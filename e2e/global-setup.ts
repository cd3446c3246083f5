import { execFileSync } from 'node:child_process'
import path from 'node:path'

/** The tests run what is built: the command line builds it first when it is not. */
// Playwright asks for a default export.
// oxlint-disable-next-line import/no-default-export
export default function build(): void {
  const entry = path.resolve(import.meta.dirname, '../bin/backchannel.mjs')
  execFileSync(process.execPath, [entry, '--version'], { stdio: ['ignore', 'ignore', 'inherit'] })
}
