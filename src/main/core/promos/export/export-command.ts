import { stringify } from 'csv-stringify/sync'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../../../shared/contract/errors.ts'
import { conversationKey } from '../../../../shared/domain/ids.ts'
import type { CommandDefinition } from '../../commands/command-definition.ts'
import type { Database } from '../../db/database.ts'
import type { Jobs } from '../../jobs/jobs.ts'
import type { Team } from '../../team/team.ts'
import { type Campaign, findCampaign, maySee } from '../campaign.ts'
import * as sql from '../sql.ts'

const PAGE = 2_000

interface ExportedCode {
  readonly key: number
  readonly code: string
  readonly state: string
  readonly expires_at: number | null
  readonly extra: string | null
  readonly given_at: number | null
  readonly account_id: string | null
  readonly conversation_id: string | null
  readonly event_id: string | null
  readonly customer: string | null
  readonly member: string | null
  readonly redeemed_at: number | null
  readonly as_of: number | null
}

const COLUMNS = [
  'code',
  'state',
  'expires_at',
  'value',
  'currency',
  'min_spend',
  'locale',
  'note',
  'given_at',
  'customer',
  'agent',
  'conversation',
  'event_id',
  'redeemed_at',
  'redeemed_as_of'
]

export function promoExportCommand({
  db,
  jobs,
  team
}: {
  readonly db: Database
  readonly jobs: Jobs
  readonly team: Pick<Team, 'me' | 'groupsOf'>
}): { 'promos.export': CommandDefinition<'promos.export'> } {
  return {
    'promos.export': {
      kind: 'task',
      run({ campaign: id, file }) {
        const campaign = findCampaign(db, id)
        const me = team.me()
        if (!maySee(campaign, me, team.groupsOf(me))) {
          throw new AppError('not-allowed', 'Only who may give the codes of this campaign may export them.')
        }
        return jobs.run('promo-export', path.basename(file), async (job) => ({
          file,
          codes: await writeCodes(db, campaign, file, (codes, size) => job.update(codes / Math.max(1, size), ''))
        }))
      }
    }
  }
}

async function writeCodes(
  db: Database,
  campaign: Campaign,
  file: string,
  progress: (codes: number, size: number) => void
): Promise<number> {
  // Never over a file that is there: it may be the only copy of a pool.
  const target = await open(file, 'wx', 0o600).catch((cause: unknown) => {
    const taken = (cause as NodeJS.ErrnoException).code === 'EEXIST'
    throw taken
      ? new AppError('conflict', 'There is a file at {path} already. Choose another name.', { path: file }, { cause })
      : new AppError(
          'unreadable-file',
          '{path} cannot be written. Check the folder and its permissions.',
          { path: file },
          { cause }
        )
  })
  let codes = 0
  try {
    await target.write(stringify([COLUMNS]))
    const batches = db.all<{ key: number; shared: number }>(sql.BATCHES, campaign.key)
    const size = db
      .all<{ campaign_key: number; size: number }>(sql.COUNTS)
      .find((row) => row.campaign_key === campaign.key)
    for (const { key } of batches) {
      for (let after = 0; ;) {
        const page = db.all<ExportedCode>(sql.EXPORTED, after, key, PAGE)
        const last = page.at(-1)
        if (!last) break
        await target.write(stringify(page.map(cellsOf), { escape_formulas: true }))
        codes += page.length
        after = last.key
        progress(codes, size?.size ?? 1)
      }
    }
    await target.sync()
  } finally {
    await target.close()
  }
  return codes
}

function cellsOf(row: ExportedCode): string[] {
  const extra = (row.extra === null ? {} : JSON.parse(row.extra)) as Readonly<Record<string, string>>
  const iso = (at: number | null): string => (at === null ? '' : new Date(at).toISOString())
  const place = row.account_id === null || row.conversation_id === null
  return [
    row.code,
    row.state,
    iso(row.expires_at),
    extra['value'] ?? '',
    extra['currency'] ?? '',
    extra['minSpend'] ?? '',
    extra['locale'] ?? '',
    extra['note'] ?? '',
    iso(row.given_at),
    row.customer ?? '',
    row.member ?? '',
    place ? '' : conversationKey(row.account_id ?? '', row.conversation_id ?? ''),
    row.event_id ?? '',
    iso(row.redeemed_at),
    iso(row.as_of)
  ]
}
