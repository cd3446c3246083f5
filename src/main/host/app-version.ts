import { readFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from './project-root.ts'

/** The version in package.json, which lies beside `out` in the checkout and in the packaged app alike. */
export function appVersion(moduleDir: string): string {
  const text = readFileSync(path.join(projectRoot(moduleDir), 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
