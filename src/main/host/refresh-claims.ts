import { createHash } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import envPaths from 'env-paths'
import type { Log } from '../core/deps.ts'

/** X's refresh tokens end after about six months; what was claimed longer ago is of no use to anybody. */
const KEPT_MS = 200 * 86_400_000

/** Where all data folders of this user keep their claims. */
export function claimsFolder(): string {
  return path.join(envPaths('Backchannel', { suffix: '' }).log, 'refresh-claims')
}

/**
 * X takes a refresh token once and ends the whole sign-in when it sees it again. The lock of a data folder keeps two
 * processes from one token; this keeps two copies of a folder from it. Each token gets a file, named after its hash,
 * that says which folder shows it to X: made before the request, exclusively and flushed.
 * @returns whether this folder may show the token: it is the first, or was the first already.
 */
export function refreshClaims(
  folder: string,
  dataDir: string,
  log: Log,
  now: () => number = Date.now
): (refreshToken: string) => boolean {
  const couldNot = (error: unknown): true => {
    // Better a renewal without this safeguard than no renewal.
    log.warn('the renewal of the sign-in could not be noted', {
      error: error instanceof Error ? error.name : 'unknown'
    })
    return true
  }
  return (refreshToken) => {
    const owner = hash(realpathSync(dataDir))
    const file = path.join(folder, hash(refreshToken))
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      dropOld(folder, now() - KEPT_MS)
    } catch (error) {
      return couldNot(error)
    }
    try {
      writeDurably(file, owner)
      return true
    } catch (error) {
      return isTaken(error) ? ownerOf(file, owner) === owner : couldNot(error)
    }
  }
}

/** @throws when the file is there already. */
function writeDurably(file: string, text: string): void {
  const handle = openSync(file, 'wx', 0o600)
  try {
    writeFileSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** A claim that was cut short names nobody: it counts as ours, X decides. */
function ownerOf(file: string, ours: string): string {
  const written = readFileSync(file, 'utf8')
  return written.length === ours.length ? written : ours
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST'
}

function dropOld(folder: string, before: number): void {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name)
    if (statSync(file).mtimeMs < before) rmSync(file, { force: true })
  }
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
