import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../src/main/core/db/open.ts'

/** An empty database as the first start makes it. */
export interface PreparedDatabase {
  readonly file: string
  /** 64 hex digits. */
  readonly key: string
}

/** Where runs have their folders; whoever asks removes it. In memory where the system has such a place: a run flushes hundreds of times. */
export function makeRunsFolder(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'backchannel-simulation-'))
}

export function prepareDatabase(runsFolder: string): PreparedDatabase {
  const folder = join(runsFolder, 'prepared')
  mkdirSync(folder)
  const key = randomBytes(32).toString('hex')
  openDatabase(folder, { hex: key }, () => undefined).close()
  return { file: join(folder, 'backchannel.db'), key }
}
