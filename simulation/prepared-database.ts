import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { WriteDb } from '../src/main/core/db/database.ts'
import { openDatabase } from '../src/main/core/db/open.ts'
import { findCampaign } from '../src/main/core/promos/campaign.ts'
import { saveCampaign } from '../src/main/core/promos/save-campaign.ts'
import * as sql from '../src/main/core/promos/sql.ts'
import { campaignContent } from '../src/main/core/testing/promo-fixtures.ts'
import { PromoCampaign } from '../src/shared/domain/promo/campaign.ts'

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
  return prepare(runsFolder, 'prepared', () => undefined)
}

/** The same with a campaign and a pool of codes. */
export function preparePromos(runsFolder: string): PreparedDatabase {
  return prepare(runsFolder, 'promos', (db) => {
    const content = PromoCampaign.parse(campaignContent())
    const { campaign } = saveCampaign(db, { campaign: null, base: null, content }, { member: 'me', now: 1 })
    const { key } = findCampaign(db, campaign)
    const batch = db.run(sql.ADD_BATCH, 'pool', key, 'codes.csv', 0, 0, 'me', 1, 0, 0).key
    for (const code of promoCodes) db.run(sql.ADD_CODE, batch, code, 0, null, null)
    db.run(sql.BATCH_READY, promoCodes.length, promoCodes.length, batch)
  })
}

/** The pool of `preparePromos`. */
const promoCodes: readonly string[] = Array.from(
  { length: 40 },
  (_, index) => `PELICAN-${String(index).padStart(4, '0')}`
)

function prepare(runsFolder: string, name: string, fill: (db: WriteDb) => void): PreparedDatabase {
  const folder = join(runsFolder, name)
  mkdirSync(folder)
  const key = randomBytes(32).toString('hex')
  const db = openDatabase(folder, { hex: key }, () => undefined)
  db.write(fill)
  db.close()
  return { file: join(folder, 'backchannel.db'), key }
}
