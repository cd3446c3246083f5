import path from 'node:path'
import { type Command, Option } from 'commander'
import type { PromoCampaignRow } from '../../shared/contract/promo-rows.ts'
import { type DateFormat, dateFormats } from '../../shared/domain/promo/import-report.ts'
import type { CoreClient } from '../../shared/core-client.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { type Context, withCore } from './context.ts'
import { describePoolImport, describeRedemptions } from './promo-report.ts'
import { type Run, withCommonOptions } from './register.ts'
import { count, oneLine, table } from './table.ts'

interface ImportOptions {
  readonly campaign?: string
  readonly redemptions?: boolean
  readonly asOf?: string
  readonly dates?: DateFormat
  readonly dryRun?: boolean
}

interface ExportOptions {
  readonly campaign: string
  readonly out: string
}

export function registerPromos(program: Command, run: Run): void {
  const promos = program.command('promos').description('promo codes')
  withCommonOptions(promos.command('import'))
    .description('take in codes for a campaign, or what shops tell of those that were redeemed')
    .argument('<file>', 'a list, a table, or what Shopify or Stripe export')
    .option('--campaign <name>', 'the campaign that the codes are for, by name or id')
    .option('--redemptions', 'the file tells which codes were redeemed')
    .option('--as-of <iso>', 'when the redemptions were exported (default: now)')
    .addOption(new Option('--dates <format>', 'how dates that are not ISO are written').choices(dateFormats))
    .option('--dry-run', 'only say what would come in')
    .action(run<ImportOptions>(importCodes))
  withCommonOptions(promos.command('export'))
    .description('write the codes of a campaign out as a table, with what became of each')
    .requiredOption('--campaign <name>', 'by name or id')
    .requiredOption('--out <path>', 'a new file')
    .action(run<ExportOptions>(exportCodes))
  withCommonOptions(promos.command('status')).description('what is left of each campaign').action(run<object>(status))
}

async function importCodes(context: Context, options: ImportOptions, [given = '']: readonly string[]): Promise<void> {
  const file = path.resolve(given)
  const dryRun = options.dryRun === true
  const dates = options.dates ?? null
  if (options.redemptions === true) {
    const asOf = options.asOf === undefined ? Date.now() : Date.parse(options.asOf)
    if (Number.isNaN(asOf)) throw new AppError('invalid-input', 'Write --as-of as an ISO date, like 2026-11-27.')
    const report = await withCore(context, (client) =>
      client.run('promos.importRedemptions', { path: file, dates, asOf, dryRun })
    )
    context.print(report, describeRedemptions(report, dryRun))
    return
  }
  const { campaign } = options
  if (campaign === undefined) {
    throw new AppError('invalid-input', 'Say which campaign the codes are for: --campaign NAME.')
  }
  const report = await withCore(context, async (client) =>
    client.run('promos.import', { campaign: (await campaignNamed(client, campaign)).id, path: file, dates, dryRun })
  )
  context.print(report, describePoolImport(report, dryRun))
}

async function exportCodes(context: Context, options: ExportOptions): Promise<void> {
  const result = await withCore(context, async (client) =>
    client.run('promos.export', {
      campaign: (await campaignNamed(client, options.campaign)).id,
      file: path.resolve(options.out)
    })
  )
  context.print(result, `Wrote ${count(result.codes, 'code')} to ${oneLine(result.file, 200)}`)
}

async function status(context: Context): Promise<void> {
  const rows = await withCore(context, (client) => client.ask('promos.list', {}))
  context.print(
    {
      campaigns: rows.map(
        ({ id, content, state, size, left, reserved, given, redeemed, gone, until, stock, redeemedAsOf }) => ({
          id,
          name: content.name,
          state,
          size,
          left,
          reserved,
          given,
          redeemed,
          gone,
          until: isoOf(until),
          empty_at: isoOf(stock.emptyAt),
          stock: stock.level,
          redeemed_as_of: isoOf(redeemedAsOf)
        })
      )
    },
    [...(rows.length === 0 ? [] : [table(rows.map(cellsOf))]), count(rows.length, 'campaign')].join('\n')
  )
}

function cellsOf({ content, state, left, size, given, reserved, redeemed }: PromoCampaignRow): string[] {
  return [
    oneLine(content.name, 40),
    state,
    left === null ? 'one code for all' : `${left.toLocaleString('en')} of ${size.toLocaleString('en')} left`,
    `${given.toLocaleString('en')} given`,
    `${reserved.toLocaleString('en')} reserved`,
    `${redeemed.toLocaleString('en')} redeemed`
  ]
}

/** By id, or by name whatever its case. */
async function campaignNamed(client: CoreClient, name: string): Promise<PromoCampaignRow> {
  const rows = await client.ask('promos.list', {})
  const folded = name.trim().toLowerCase()
  const found = rows.find(({ id, content }) => id === name || content.name.toLowerCase() === folded)
  if (found) return found
  const names = rows.map(({ content }) => content.name).join(', ')
  throw rows.length === 0
    ? new AppError('not-found', 'There is no campaign yet. Begin one in the console.')
    : new AppError('not-found', 'There is no campaign “{name}”. There are: {names}.', { name, names })
}

function isoOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
