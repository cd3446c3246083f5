// Runs on whatever Node the machine has (16 and newer): built-in modules only.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const LOCKFILE = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../package-lock.json')

/**
 * Packages with a `binding.gyp` that bring their binaries along. Npm up to 10 knows no `allowScripts`, and would start
 * a compiler for them on every `npm ci` unless the lockfile says `gypfile: false`; every npm drops that line again
 * when it writes the lockfile.
 */
const NEVER_COMPILED = ['node_modules/better-sqlite3']

/** Puts the lines back that npm drops. */
export function mendLockfile() {
  const lockfile = readLockfile()
  const broken = NEVER_COMPILED.filter((name) => compiles(lockfile, name))
  if (broken.length === 0) return
  for (const name of broken) Object.assign(lockfile.packages[name] ?? {}, { gypfile: false })
  writeFileSync(LOCKFILE, `${JSON.stringify(lockfile, null, 2)}\n`)
}

/**
 * What would make `npm ci` fail elsewhere.
 * @returns {string[]} one sentence each
 */
export function lockfileProblems() {
  const lockfile = readLockfile()
  const problems = NEVER_COMPILED.filter((name) => compiles(lockfile, name)).map(
    (name) => `package-lock.json: ${name} has lost "gypfile": false; run "node scripts/lockfile.mjs".`
  )
  for (const [parent, entry] of Object.entries(lockfile.packages)) {
    for (const name of Object.keys(entry.optionalDependencies ?? {})) {
      if (!isLocked(lockfile, parent, name)) {
        problems.push(
          `package-lock.json: ${parent} needs ${name} on another system, and it is not there; ` +
            'choose a version of which all parts are published, or write the file anew without node_modules.'
        )
      }
    }
  }
  return problems
}

/** @typedef {{ optionalDependencies?: Record<string, string>, gypfile?: boolean }} LockedPackage */
/** @typedef {{ packages: Record<string, LockedPackage> }} Lockfile */

/** @returns {Lockfile} */
function readLockfile() {
  return JSON.parse(readFileSync(LOCKFILE, 'utf8'))
}

/**
 * @param {Lockfile} lockfile
 * @param {string} name
 */
function compiles(lockfile, name) {
  const entry = lockfile.packages[name]
  return entry !== undefined && entry.gypfile !== false
}

/**
 * Whether Node's way of looking for `name` from `parent` upwards finds it in the lockfile.
 * @param {Lockfile} lockfile
 * @param {string} parent
 * @param {string} name
 */
function isLocked(lockfile, parent, name) {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    if (lockfile.packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true
    if (folder === '') return false
  }
}
