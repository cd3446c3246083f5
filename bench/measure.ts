export interface Measured {
  readonly name: string
  readonly runs: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

/** A figure of this size is often of another process that had the processor meanwhile: the calmest of so many rounds counts. */
const ROUNDS = 3

/**
 * Runs `work` `runs` times after `warmUps` that do not count, in three rounds. Times in ms, of the round that was
 * disturbed least by what else the machine does (the lowest p95).
 */
export function measure(name: string, runs: number, work: (run: number) => void, warmUps = 20): Measured {
  for (let run = 0; run < warmUps; run += 1) work(run)
  const rounds = Array.from({ length: ROUNDS }, () => {
    const times: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const start = performance.now()
      work(run)
      times.push(performance.now() - start)
    }
    return summarise(name, times)
  })
  return rounds.reduce((best, round) => (round.p95 < best.p95 ? round : best))
}

/** Processor time of this thread so far, ms; exact over seconds, not over single statements. */
export function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

export function summarise(name: string, times: readonly number[]): Measured {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { name, runs: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted.at(-1) ?? 0 }
}

export function printTable(rows: readonly Measured[]): void {
  printColumns(FIGURE_HEADS, rows.map(figureCells))
}

/** Heads and cells of a table of figures. */
export const FIGURE_HEADS = ['ms', 'runs', 'p50', 'p95', 'p99', 'max']

export function figureCells({ name, runs, p50, p95, p99, max }: Measured): string[] {
  return [name, String(runs), ...[p50, p95, p99, max].map((figure) => figure.toFixed(2))]
}

export function printColumns(heads: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of [heads, ...rows]) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd()
    )
  }
}
