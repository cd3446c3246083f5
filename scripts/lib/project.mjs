import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** The checkout, wherever the command was called from. */
export const projectRoot = path.resolve(import.meta.dirname, '../..')

/** Scratch files of the scripts; `npm ci` clears it. */
const cacheDir = path.join(projectRoot, 'node_modules/.cache/backchannel')

/**
 * A path inside the checkout.
 * @param {...string} parts
 */
export function inProject(...parts) {
  return path.join(projectRoot, ...parts)
}

/**
 * A file in the scripts' cache folder, which exists afterwards.
 * @param {string} name
 */
export function inCache(name) {
  mkdirSync(cacheDir, { recursive: true })
  return path.join(cacheDir, name)
}

/**
 * The script behind a package's command, to be run by `process.execPath`: no shell, no `.cmd` files on Windows.
 * @param {string} packageName for example `@playwright/test`
 * @param {string} command for example `playwright`
 * @returns {string}
 * @throws {Error} when the packages are not installed
 */
export function toolScript(packageName, command) {
  const folder = inProject('node_modules', packageName)
  const manifest = path.join(folder, 'package.json')
  if (!existsSync(manifest)) throw new Error(`${packageName} is not installed; run "npm ci" first.`)
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'))
  return path.join(folder, typeof bin === 'string' ? bin : bin[command])
}
