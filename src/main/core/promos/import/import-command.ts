import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { AppError } from '../../../../shared/contract/errors.ts'
import type { PromoImportReport } from '../../../../shared/domain/promo/import-report.ts'
import type { CommandDefinition } from '../../commands/command-definition.ts'
import type { Database } from '../../db/database.ts'
import type { Clock } from '../../deps.ts'
import type { Jobs } from '../../jobs/jobs.ts'
import type { Team } from '../../team/team.ts'
import { findCampaign } from '../campaign.ts'
import * as sql from '../sql.ts'
import { readCodeFile } from './code-file.ts'
import { beginBatch, dropLeftovers, endBatch } from './leftovers.ts'
import { type PoolReading, type ReadPool, readPool } from './read-pool.ts'
import { importRedemptions } from './redemptions.ts'
import { findGiven, stageCodes, tryCodes } from './stage.ts'

export interface PromoImportParts {
  readonly db: Database
  readonly jobs: Jobs
  readonly clock: Pick<Clock, 'now'>
  readonly team: Pick<Team, 'me'>
}

/** Reading takes about so much of the whole. */
const READING = 0.35

export function promoImportCommands(parts: PromoImportParts): {
  'promos.import': CommandDefinition<'promos.import'>
  'promos.importRedemptions': CommandDefinition<'promos.importRedemptions'>
} {
  const { db, jobs, clock } = parts
  return {
    'promos.import': {
      kind: 'task',
      async run({ campaign: id, path: file, columns, dates, dryRun }) {
        const campaign = findCampaign(db, id)
        if (campaign.content.sharedCode !== null) {
          throw new AppError(
            'not-allowed',
            'This campaign has one code for all. Begin another one for a pool of codes.'
          )
        }
        return jobs.run('promo-import', path.basename(file), async (job) => {
          const reading: PoolReading = { columns, dates, zone: campaign.content.zone, now: clock.now() }
          const pool = await readPool(readCodeFile(file), reading, (done) => job.update(done * READING, ''))
          if (dryRun) return reportOf(pool, await tryCodes(db, pool.codes, pool.remarks), 0)
          if (pool.askDates !== null) {
            throw new AppError('invalid-input', 'Say how dates like {date} are written, then import again.', {
              date: pool.askDates
            })
          }
          return takeIn(parts, { campaign: campaign.key, file: path.basename(file), pool }, (done) =>
            job.update(READING + done * (1 - READING), '')
          )
        })
      }
    },
    'promos.importRedemptions': {
      kind: 'task',
      run: (given) => jobs.run('promo-import', path.basename(given.path), (job) => importRedemptions(parts, given, job))
    }
  }
}

async function takeIn(
  { db, clock, team }: PromoImportParts,
  from: { readonly campaign: number; readonly file: string; readonly pool: ReadPool },
  progress: (done: number) => void
): Promise<PromoImportReport> {
  const { campaign, file, pool } = from
  // What an import left that was cut off would look like duplicates.
  while (dropLeftovers(db)) await new Promise((resolve) => setImmediate(resolve))
  const batch = db.write((tx) => {
    const { key } = tx.run(sql.ADD_BATCH, uuidv7(), campaign, file.slice(0, 300), 0, 0, team.me(), clock.now(), 0, 0)
    beginBatch(db, key)
    return key
  })
  try {
    const { count, shapes } = await stageCodes(db, batch, pool.codes, pool.remarks, (done) =>
      progress(Math.min(1, done / Math.max(1, pool.lines)))
    )
    const seen = count === 0 ? 0 : await findGiven(db, shapes, batch, clock.now())
    db.writeDurably((tx) => {
      if (count === 0) tx.run(sql.DROP_BATCH, batch)
      else tx.run(sql.BATCH_READY, count, count, batch)
      tx.touch('promos')
    })
    return reportOf(pool, count, seen)
  } finally {
    endBatch(db, batch)
  }
}

function reportOf(pool: ReadPool, codes: number, seen: number): PromoImportReport {
  const { source, columns, lines, withEnd, askDates, remarks } = pool
  const skipped = remarks.listed.toSorted((a, b) => a.line - b.line)
  return { source, columns, lines, codes, seen, withEnd, askDates, skipped, counts: remarks.counts }
}
