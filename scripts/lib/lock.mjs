import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'

/** Nothing that is locked here takes this long: by then the number belongs to another process. */
const STALE_MS = 300_000

/**
 * Does `work` while holding a lock file, so that two commands started at once do not do it into each other. A lock
 * whose process is gone counts for nothing.
 * @template T
 * @param {string} file
 * @param {() => void} onWait called once when another process holds it
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(file, onWait, work) {
  let waited = false
  while (!take(file)) {
    if (!waited) onWait()
    waited = true
    await delay(200)
  }
  const release = () => rmSync(file, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    release()
    process.off('exit', release)
  }
}

/**
 * @param {string} file
 * @returns {boolean}
 */
function take(file) {
  // Written aside and linked into place: the lock file is there with its content or not at all.
  const own = `${file}.${process.pid}`
  writeFileSync(own, String(process.pid))
  try {
    linkSync(own, file)
    return true
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
    clearDead(file)
    return false
  } finally {
    rmSync(own, { force: true })
  }
}

/** @param {string} file */
function clearDead(file) {
  const holder = readHolder(file)
  if (holder === null || (isAlive(holder) && !isStale(file))) return
  const aside = `${file}.dead.${process.pid}`
  try {
    renameSync(file, aside)
    // Another waiter may have cleared the dead lock and taken a live one in between: give that one back.
    if (readHolder(aside) !== holder) linkSync(aside, file)
  } catch (error) {
    if (!hasCode(error, 'ENOENT') && !hasCode(error, 'EEXIST')) throw error
  } finally {
    rmSync(aside, { force: true })
  }
}

/**
 * @param {string} file
 * @returns {number | null}
 */
function readHolder(file) {
  try {
    return Number(readFileSync(file, 'utf8')) || null
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null
    throw error
  }
}

/** @param {string} file */
function isStale(file) {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats !== undefined && Date.now() - stats.mtimeMs > STALE_MS
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code
}
