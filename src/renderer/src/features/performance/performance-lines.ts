import { t } from '../../i18n/t.ts'
import type { TimeRow } from '../../../../shared/contract/performance-rows.ts'
import type { TimeFigures } from '../../../../shared/domain/rolling-times.ts'

/** What was asked of the console when it was made, ms. */
interface Budget {
  readonly p50?: number
  readonly p95?: number
  readonly p99?: number
}

export interface PerformanceLine {
  readonly what: string
  readonly figures: TimeFigures
  readonly budget: Budget | null
}

/** The table's lines: what this window measured itself, and what the core did. */
export function performanceLines(
  own: { readonly painted: TimeFigures; readonly searched: TimeFigures },
  core: readonly TimeRow[]
): PerformanceLine[] {
  const ofCore = (id: TimeRow['id']): TimeFigures =>
    core.find((row) => row.id === id) ?? { count: 0, p50: 0, p95: 0, p99: 0 }
  return [
    { what: t('Key or click, until painted'), figures: own.painted, budget: { p50: 16, p95: 50 } },
    { what: t('Lists, threads and counts, in the core'), figures: ofCore('hot'), budget: { p99: 2 } },
    { what: t('Search, in the core'), figures: ofCore('search'), budget: { p95: 10 } },
    { what: t('Search, until its answer is here'), figures: own.searched, budget: null }
  ]
}

/** Null while nothing was measured, and where nothing was promised. */
export function holds({ figures, budget }: PerformanceLine): boolean | null {
  if (budget === null || figures.count === 0) return null
  return (['p50', 'p95', 'p99'] as const).every((name) => figures[name] <= (budget[name] ?? Infinity))
}

export function budgetWords(budget: Budget | null): string {
  if (budget === null) return ''
  return (['p50', 'p95', 'p99'] as const)
    .flatMap((name) =>
      budget[name] === undefined ? [] : [t('{name} ≤ {limit, number} ms', { name, limit: budget[name] ?? 0 })]
    )
    .join(t(', ||between parts'))
}

/** Milliseconds as the table shows them; a dash for what was not measured yet. */
export function timeWords(figures: TimeFigures, name: 'p50' | 'p95' | 'p99'): string {
  if (figures.count === 0) return '–'
  const ms = figures[name]
  return ms < 10 ? ms.toFixed(1) : String(Math.round(ms))
}

/** The table to paste into a mail or a spreadsheet: columns with tabs between. It names nobody and quotes nothing. */
export function asText(lines: readonly PerformanceLine[]): string {
  const rows = lines.map((line) => [
    line.what,
    String(line.figures.count),
    ...(['p50', 'p95', 'p99'] as const).map((name) => timeWords(line.figures, name)),
    budgetWords(line.budget)
  ])
  return [[t('Backchannel, ms'), t('Times||how often'), 'p50', 'p95', 'p99', t('Budget')], ...rows]
    .map((row) => row.join('\t'))
    .join('\n')
}
