import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { inCache, inProject, toolScript } from './project.mjs'
import { runScript } from './run.mjs'

const SILENCE_LIMIT_MS = 20_000
const REMEMBER_FAILURE_MS = 6 * 3_600_000

/**
 * Why no Electron window can be opened on this machine whatever is installed, or null.
 * @returns {string | null} the reason, as the second half of a sentence
 */
export function whyNoWindow() {
  if (process.platform !== 'linux') return null
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) return 'there is no display here'
  if (process.getuid?.() === 0) return 'Electron refuses to run as root with its sandbox on'
  return null
}

/**
 * The Electron executable, fetched if it is not here yet and can be had. A failed try is remembered for some hours,
 * so that not every start waits for it.
 * @param {{ retry: boolean }} options retry: try again whatever is remembered
 * @returns {Promise<{ executable: string } | { reason: string }>} reason: the second half of a sentence
 */
export async function ensureElectron({ retry }) {
  const present = electronExecutable()
  if (present !== null) return { executable: present }
  const failureFile = inCache('electron-unreachable.json')
  const earlier = retry ? null : rememberedFailure(failureFile)
  if (earlier !== null) return { reason: `${earlier} ("npm start -- --electron" tries again)` }
  try {
    await download()
    // Unpacks what is in the download cache now.
    const code = await runScript(toolScript('electron', 'install-electron'), [], {
      stdio: ['ignore', 'ignore', 'inherit']
    })
    if (code !== 0) throw new Error('it could not be unpacked')
  } catch (error) {
    const reason = `Electron could not be fetched: ${error instanceof Error ? error.message : String(error)}`
    writeFileSync(failureFile, JSON.stringify({ at: Date.now(), version: electronVersion(), reason }))
    return { reason }
  }
  rmSync(failureFile, { force: true })
  const executable = electronExecutable()
  return executable === null
    ? { reason: 'Electron was fetched, and its executable is not where it should be' }
    : { executable }
}

/** @returns {string | null} */
export function electronExecutable() {
  const pathFile = inProject('node_modules/electron/path.txt')
  if (!existsSync(pathFile)) return null
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? inProject('node_modules/electron/dist')
  const executable = path.join(folder, readFileSync(pathFile, 'utf8').trim())
  return existsSync(executable) ? executable : null
}

/** Into Electron's own download cache, giving up when nothing arrives for a while. Progress goes to stderr. */
async function download() {
  const electronRequire = createRequire(inProject('node_modules/electron/install.js'))
  const { downloadArtifact } = await import(pathToFileURL(electronRequire.resolve('@electron/get')).href)
  const version = electronVersion()
  const abort = new AbortController()
  const tooQuiet = () => abort.abort(new Error(`nothing arrived for ${SILENCE_LIMIT_MS / 1000} s`))
  let timer = setTimeout(tooQuiet, SILENCE_LIMIT_MS)
  let nextLine = 0
  /** @param {{ transferred: number, total: number | null }} progress */
  const getProgressCallback = ({ transferred, total }) => {
    clearTimeout(timer)
    timer = setTimeout(tooQuiet, SILENCE_LIMIT_MS)
    if (performance.now() < nextLine) return
    nextLine = performance.now() + 3_000
    process.stderr.write(`  ${megabytes(transferred)}${total === null ? '' : ` of ${megabytes(total)}`} MB\n`)
  }
  process.stderr.write(`Fetching Electron ${version} (once, about 120 MB)…\n`)
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: JSON.parse(readFileSync(inProject('node_modules/electron/checksums.json'), 'utf8')),
      downloadOptions: { quiet: true, signal: abort.signal, getProgressCallback }
    })
  } catch (error) {
    throw new Error(abort.signal.aborted ? abort.signal.reason.message : plainReason(error), { cause: error })
  } finally {
    clearTimeout(timer)
  }
}

/** @param {unknown} error */
function plainReason(error) {
  if (!(error instanceof Error)) return String(error)
  // fetch says "fetch failed", and why in the cause.
  const { cause } = error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (
    ['ENOTFOUND', 'EAI_AGAIN', 'ECONNREFUSED', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'].includes(code)
  ) {
    return 'its download server cannot be reached from here'
  }
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message
}

/**
 * @param {string} file
 * @returns {string | null}
 */
function rememberedFailure(file) {
  if (!existsSync(file)) return null
  try {
    const { at, version, reason } = JSON.parse(readFileSync(file, 'utf8'))
    return version === electronVersion() && Date.now() - at < REMEMBER_FAILURE_MS ? String(reason) : null
  } catch {
    return null
  }
}

/** @returns {string} */
function electronVersion() {
  return JSON.parse(readFileSync(inProject('node_modules/electron/package.json'), 'utf8')).version
}

/** @param {number} bytes */
function megabytes(bytes) {
  return Math.round(bytes / 1_000_000)
}
