import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { withLock } from './lock.mjs'
import { inCache, inProject, projectRoot, toolScript } from './project.mjs'
import { runScript } from './run.mjs'

const STAMP = inProject('out/.built-from')
const OUTPUTS = [
  'out/main/index.js',
  'out/main/core-worker.js',
  'out/main/serve.js',
  'out/main/cli.js',
  'out/preload/index.cjs',
  'out/renderer/index.html'
]

/**
 * Builds into `out/` unless what lies there was built from the sources as they are now. Progress goes to stderr.
 * @param {{ force?: boolean }} [options]
 * @returns {Promise<boolean>} whether there was anything to do
 * @throws {Error} when the build fails; its own output says why
 */
export async function ensureBuilt({ force = false } = {}) {
  // An installed copy has no sources: it is what it is.
  if (!existsSync(inProject('src'))) return false
  if (!force && isBuilt()) return false
  return withLock(
    inCache('build.lock'),
    () => say('Waiting for a build that is under way…'),
    async () => {
      // The one that was waited for has done it.
      if (!force && isBuilt()) return false
      await build()
      return true
    }
  )
}

/** Makes the next command build again, for example after a development build went to `out/`. */
export function forgetBuild() {
  rmSync(STAMP, { force: true })
}

function isBuilt() {
  return (
    existsSync(STAMP) &&
    OUTPUTS.every((file) => existsSync(inProject(file))) &&
    readFileSync(STAMP, 'utf8') === fingerprint()
  )
}

/**
 * Every source with its size and time of change: sees edits, and also deletions, renames and a checkout of an older
 * commit, which the newest time alone does not.
 */
function fingerprint() {
  const files = globSync(['src/**/*', 'electron.vite.config.ts', 'package.json', 'package-lock.json'], {
    cwd: projectRoot,
    exclude: ['**/*.test.ts', '**/*.test.tsx', 'src/main/core/testing/**']
  })
  const hash = createHash('sha256')
  for (const file of files.sort()) {
    const { size, mtimeMs, ...stats } = statSync(inProject(file))
    if ((stats.mode & 0o170000) === 0o100000) hash.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

async function build() {
  say('Building Backchannel…')
  const started = performance.now()
  const builtFrom = fingerprint()
  forgetBuild()
  // Standard output belongs to the command that needed the build.
  const stdio = /** @type {const} */ (['ignore', 2, 2])
  const code = await runScript(toolScript('electron-vite', 'electron-vite'), ['build', '--logLevel', 'warn'], {
    stdio: [...stdio]
  })
  if (code !== 0) throw new Error('The build failed; the messages above say why.')
  writeFileSync(STAMP, builtFrom)
  say(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`)
}
