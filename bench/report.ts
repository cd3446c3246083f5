import { cpus, loadavg, totalmem } from 'node:os'
import { type BudgetLine, budgetLines } from './budgets.ts'
import type { Figures } from './measure-all.ts'
import { FIGURE_HEADS, figureCells, type Measured, printColumns, printTable } from './measure.ts'

export interface Report extends Figures {
  readonly machine: string
  readonly date: string
  readonly messages: number
  readonly conversations: number
}

export function machineWords(): string {
  const load = loadavg()[0] ?? 0
  return `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}, load ${load.toFixed(1)}`
}

export function printJson(report: Report): void {
  console.log(JSON.stringify({ ...report, budgets: budgetLines(report, report.messages) }))
}

export function printTables(report: Report): void {
  console.log(`${report.machine}; ${report.messages} messages, ${report.conversations} conversations; ${report.date}\n`)
  printColumns(['What', 'Measured', 'Budget', ''], budgetLines(report, report.messages).map(budgetCells))
  console.log('')
  printTable(rowsOf(report))
}

/** For docs/performance.md. */
export function printMarkdown(report: Report): void {
  console.log(`${report.machine}; ${report.messages} messages, ${report.conversations} conversations; ${report.date}\n`)
  printPiped(['What', 'Measured', 'Budget', ''], budgetLines(report, report.messages).map(budgetCells))
  console.log('')
  printPiped(FIGURE_HEADS, rowsOf(report).map(figureCells))
}

function rowsOf({ build, core, library, catchUp, window }: Report): Measured[] {
  const ofWindow = window ? [...window.keys, window.start, window.startOfCore, window.blocks, window.catchUpBlocks] : []
  const ofLibrary = [...library.picker, ...library.suggester]
  return [
    ...ofWindow,
    ...ofLibrary,
    ...core.hot,
    ...core.search,
    core.open,
    catchUp.transactions,
    build.pages,
    build.bulkResolve
  ]
}

function budgetCells({ what, measured, budget, holds }: BudgetLine): string[] {
  return [what, measured, budget, holds === null ? '' : holds ? 'holds' : 'MISSED']
}

function printPiped(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  for (const row of [heads, heads.map(() => '---'), ...rows]) console.log(`| ${row.join(' | ')} |`)
}

/** Names of what was to be measured and has no figure, or one that cannot be. */
export function missingFigures(report: Report): string[] {
  const { window, catchUp } = report
  const sums = {
    'the catch-up': catchUp.cpuMs,
    'the memory of the core': window?.memory.coreMegabytes ?? Number.NaN,
    'the memory of the window': window?.memory.windowMegabytes ?? Number.NaN
  }
  // Memory is read from /proc.
  const without = Object.entries(sums).filter(([, value]) => !(value > 0) && process.platform === 'linux')
  const rows = rowsOf(report).filter(({ runs, p50, max }) => runs === 0 || !(p50 >= 0) || !Number.isFinite(max))
  return [...without.map(([name]) => name), ...rows.map(({ name }) => name)]
}
