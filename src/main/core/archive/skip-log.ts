export interface SkippedPart {
  readonly file: string
  readonly reason: string
}

/** What was left out and why: the first reasons in full, all of them counted, so that a broken archive fills no memory. */
export interface SkipLog {
  readonly kept: readonly SkippedPart[]
  readonly total: number
  add(file: string, reason: string): void
  /** Forgets what was added after the first `kept` reasons. */
  rewind(mark: { kept: number; total: number }): void
}

export function createSkipLog(keep: number): SkipLog {
  const kept: SkippedPart[] = []
  let total = 0
  return {
    kept,
    get total() {
      return total
    },
    add(file, reason) {
      total += 1
      if (kept.length < keep) kept.push({ file, reason })
    },
    rewind(mark) {
      kept.length = mark.kept
      total = mark.total
    }
  }
}

/** Ends a text with exactly one full stop. */
export function sentence(text: string): string {
  return text.replace(/\.?$/, '.')
}

/** A name or value out of a foreign file, made fit for a sentence: quoted, escaped, at most 80 characters. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : text
}
