// Runs on whatever Node the machine has (16 and newer), before anything native is imported. Built-in modules only.
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { handSignalsTo } from './signals.mjs'

const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const isWindows = process.platform === 'win32'

/** The oldest Node that better-sqlite3 13 runs on: on an older one it ends the process without a word. */
const MINIMUM = { major: 22, minor: 14 }

/**
 * Whether the running Node is new enough. When it is not, the same command is started again on the pinned Node, and
 * this process ends with its exit code; without a pinned Node it says so in one sentence and ends with 1.
 * @param {string} entryUrl import.meta.url of the entry point
 * @returns {boolean} true: go on; false: return at once, the other process does the work
 */
export function onModernNode(entryUrl) {
  if (isModern(process.versions.node)) {
    preferProjectBinaries()
    return true
  }
  const node = pinnedNode()
  if (node === null) {
    process.stderr.write(
      `Backchannel needs Node ${MINIMUM.major}.${MINIMUM.minor} or newer and this is Node ${process.versions.node}; ` +
        'run "npm ci" in its folder, which brings one of its own.\n'
    )
    process.exitCode = 1
    return false
  }
  preferProjectBinaries()
  startAgain(node, fileURLToPath(entryUrl))
  return false
}

/**
 * @param {string} version for example `22.14.0`
 * @returns {boolean}
 */
function isModern(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > MINIMUM.major || (major === MINIMUM.major && minor >= MINIMUM.minor)
}

/**
 * The Node of the npm package `node`. Its own bin folder holds a hard link to the package of this machine's kind,
 * which lies beside it; with install scripts switched off neither is there, and its installer is run once from here.
 * @returns {string | null}
 */
function pinnedNode() {
  const found = findPinnedNode()
  if (found !== null) return found
  const home = path.join(projectRoot, 'node_modules/node')
  const installer = path.join(home, 'installArchSpecificPackage.js')
  if (!fs.existsSync(installer)) return null
  process.stderr.write('Fetching the pinned Node (its install script was switched off)…\n')
  spawnSync(process.execPath, [installer], { cwd: home, stdio: ['ignore', 'ignore', 'inherit'], timeout: 300_000 })
  return findPinnedNode()
}

/** @returns {string | null} */
function findPinnedNode() {
  const executable = isWindows ? 'node.exe' : 'node'
  const system = isWindows ? 'win' : process.platform
  const folders = ['node_modules/node']
  for (const name of [`node-${system}-${process.arch}`, `node-bin-${system}-${process.arch}`]) {
    folders.push(`node_modules/node/node_modules/${name}`, `node_modules/${name}`)
  }
  for (const folder of folders) {
    const file = path.join(projectRoot, folder, 'bin', executable)
    if (runs(file)) return file
  }
  return null
}

/**
 * @param {string} file
 * @returns {boolean}
 */
function runs(file) {
  if (!fs.existsSync(file)) return false
  const { stdout, status } = spawnSync(file, ['--version'], { encoding: 'utf8', windowsHide: true })
  return status === 0 && isModern(stdout.trim().replace(/^v/, ''))
}

/** What is started from here by name (`#!/usr/bin/env node`) gets the pinned Node too. */
function preferProjectBinaries() {
  const folder = path.join(projectRoot, 'node_modules/.bin')
  const key = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const current = process.env[key] ?? ''
  if (current.split(path.delimiter)[0] !== folder) process.env[key] = folder + path.delimiter + current
}

/**
 * @param {string} node
 * @param {string} entry
 */
function startAgain(node, entry) {
  const child = spawn(node, [entry, ...process.argv.slice(2)], { stdio: 'inherit' })
  handSignalsTo(child)
  child.on('error', (error) => {
    process.stderr.write(`The pinned Node could not be started: ${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1)
    process.kill(process.pid, signal)
  })
}
