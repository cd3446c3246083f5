export interface Measured {
  readonly name: string
  readonly runs: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly max: number
}

/** Runs `work` `runs` times after `warmUps` that do not count. Times in ms. */
export function measure(name: string, runs: number, work: (run: number) => void, warmUps = 20): Measured {
  for (let run = 0; run < warmUps; run += 1) work(run)
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    work(run)
    times.push(performance.now() - start)
  }
  return summarise(name, times)
}

export function summarise(name: string, times: readonly number[]): Measured {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  return { name, runs: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted.at(-1) ?? 0 }
}

export function printTable(rows: readonly Measured[]): void {
  const width = Math.max(...rows.map((row) => row.name.length))
  console.log(`${'ms'.padEnd(width)}  ${['runs', 'p50', 'p95', 'p99', 'max'].map((head) => head.padStart(9)).join('')}`)
  for (const row of rows) {
    const figures = [row.p50, row.p95, row.p99, row.max].map((figure) => figure.toFixed(3).padStart(9)).join('')
    console.log(`${row.name.padEnd(width)}  ${String(row.runs).padStart(9)}${figures}`)
  }
}
