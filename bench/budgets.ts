import type { Figures } from './measure-all.ts'
import type { Measured } from './measure.ts'

/** A line of DESIGN.md section 7: what was measured, and whether it holds. */
export interface BudgetLine {
  readonly what: string
  readonly measured: string
  readonly budget: string
  readonly holds: boolean | null
}

const none: Measured = { name: '', runs: 0, p50: 0, p95: 0, p99: 0, max: 0 }

/** The lines of DESIGN.md section 7, with what this run says about each. */
export function budgetLines({ build, core, library, catchUp, window }: Figures, messages: number): BudgetLine[] {
  const hot = worst(core.hot, 'p99')
  const search = worst(core.search, 'p95')
  const picker = worst(
    library.picker.filter(({ name }) => /^picker [“,]/u.test(name)),
    'p95'
  )
  const [suggest = none, learn = none] = library.suggester
  const share = build.plainSqliteMs / build.ingestMs
  const lines: BudgetLine[] = [
    line('hot statements, p99', `${ms(hot.p99)} (${hot.name})`, '≤ 2 ms', hot.p99 <= 2),
    line('search, first 50 hits, p95', `${ms(search.p95)} (${search.name})`, '≤ 10 ms', search.p95 <= 10),
    line(
      `reply picker over ${count(library.replies)}, p95`,
      `${ms(picker.p95)} (${picker.name})`,
      '≤ 16 ms',
      picker.p95 <= 16
    ),
    line(`reply suggester over ${count(library.replies)}, p95`, ms(suggest.p95), '≤ 16 ms', suggest.p95 <= 16),
    line('reply suggester learns one use, p95', ms(learn.p95), '≤ 5 ms', learn.p95 <= 5),
    line(
      `catch-up of ${count(catchUp.events)} events`,
      `${seconds(catchUp.cpuMs)} of processor time; storing took ${seconds(catchUp.storingMs)} by the clock`,
      '≤ 1.0 s',
      catchUp.cpuMs <= 1_000
    ),
    line('longest block of the core meanwhile', ms(catchUp.longestBlockMs), '', null),
    line(
      `bulk ingest of ${count(messages)} messages`,
      `${seconds(build.ingestMs)}; plain SQLite ${seconds(build.plainSqliteMs)}: ${share.toFixed(2)} of its speed`,
      '≥ 0.6',
      share >= 0.6
    ),
    line('command over 10,000 conversations', ms(build.bulkResolve.max), '', null),
    line('API cost', 'sync/day-of-traffic.test.ts: every event is paid for once', '≤ 1.02', true)
  ]
  if (!window) return lines
  const [slowest, middle] = [worst(window.keys, 'p95'), worst(window.keys, 'p50')]
  const all = window.memory.coreMegabytes + window.memory.windowMegabytes
  return [
    line('key → painted, p95', `${ms(slowest.p95)} (${slowest.name})`, '≤ 50 ms', slowest.p95 <= 50),
    line('key → painted, p50', `${ms(middle.p50)} (${middle.name})`, '≤ 16 ms', middle.p50 <= 16),
    ...lines,
    line(
      'start → usable inbox',
      `${seconds(window.start.p50)}, of it the core ${seconds(window.startOfCore.p50)}`,
      '≤ 1.0 s',
      window.start.p50 <= 1_000
    ),
    line('the window blocked, catching up', ms(window.catchUpBlocks.max), '≤ 16 ms', window.catchUpBlocks.max <= 16),
    line(
      'memory, core + window',
      `${Math.round(window.memory.coreMegabytes)} + ${Math.round(window.memory.windowMegabytes)} MB`,
      '≤ 350 MB',
      all <= 350
    )
  ]
}

function line(what: string, measured: string, budget: string, holds: boolean | null): BudgetLine {
  return { what, measured, budget, holds }
}

function worst(rows: readonly Measured[], figure: 'p50' | 'p95' | 'p99'): Measured {
  return rows.toSorted((a, b) => b[figure] - a[figure])[0] ?? none
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`
}

function seconds(value: number): string {
  return `${(value / 1_000).toFixed(2)} s`
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}
