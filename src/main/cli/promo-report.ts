import type { PoolRemark, PromoImportReport, RedemptionReport } from '../../shared/domain/promo/import-report.ts'
import { poolRemarkSentence } from '../../shared/domain/promo/import-words.ts'
import { english } from '../../shared/i18n/english.ts'
import { count, oneLine } from './table.ts'

const MOST_SHOWN = 20

/** What an import of codes did, for people; `--json` has all of it. */
export function describePoolImport(report: PromoImportReport, dryRun: boolean): string {
  const { codes, lines, withEnd, seen, askDates } = report
  return [
    `${dryRun ? 'Would import' : 'Imported'} ${count(codes, 'code')} from ${count(lines, 'line')}.`,
    ...(withEnd > 0 ? [`${count(withEnd, 'code has', 'codes have')} an end of their own.`] : []),
    ...(seen > 0
      ? [`${count(seen, 'code was', 'codes were')} found in messages that customers have, and will not be given again.`]
      : []),
    ...(askDates === null ? [] : [`Say with --dates how dates like ${oneLine(askDates, 40)} are written.`]),
    ...columnLines(report.columns),
    ...remarkLines(report.skipped, report.counts)
  ].join('\n')
}

export function describeRedemptions(report: RedemptionReport, dryRun: boolean): string {
  const { redeemed, known, strangers, neverGiven, askDates } = report
  return [
    `${count(redeemed, 'code')} ${dryRun ? 'would be' : redeemed === 1 ? 'is' : 'are'} redeemed now, ${known.toLocaleString('en')} were before; ${count(strangers, 'code is', 'codes are')} not of any campaign here.`,
    ...(neverGiven > 0
      ? [
          `${count(neverGiven, 'redeemed code was', 'redeemed codes were')} never given here: somebody else may have this pool.`
        ]
      : []),
    ...(askDates === null ? [] : [`Say with --dates how dates like ${oneLine(askDates, 40)} are written.`]),
    ...columnLines(report.columns),
    ...remarkLines(report.skipped, {})
  ].join('\n')
}

function columnLines(columns: PromoImportReport['columns'] | RedemptionReport['columns']): string[] {
  return columns.length < 2
    ? []
    : ['Columns:', ...columns.map(({ name, field }) => `  ${oneLine(name, 40)} → ${field ?? 'left out'}`)]
}

function remarkLines(
  skipped: readonly PoolRemark[],
  counts: Readonly<Partial<Record<PoolRemark['why'], number>>>
): string[] {
  if (skipped.length === 0) return []
  const all = Object.values(counts).reduce((sum, one) => sum + one, 0)
  const rest = Math.max(skipped.length, all) - Math.min(skipped.length, MOST_SHOWN)
  return [
    'Left out:',
    ...skipped.slice(0, MOST_SHOWN).map((remark) => {
      const { pattern, values } = poolRemarkSentence(remark)
      return `  line ${remark.line.toLocaleString('en')}: ${oneLine(english.sentence(pattern, values), 160)}`
    }),
    ...(rest > 0 ? [`  … and ${rest.toLocaleString('en')} more (--json lists the first thousand)`] : [])
  ]
}
