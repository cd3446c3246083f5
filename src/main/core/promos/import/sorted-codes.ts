/** A code on its way in. */
export interface CodeRow {
  readonly code: string
  /** What codes are ordered and told apart by: case aside. */
  readonly order: string
  readonly line: number
  readonly expiresAt: number | null
  readonly extra: string | null
}

/** So many are sorted in one go: some milliseconds. */
const RUN = 8_000

/**
 * Puts a million codes in order, a part at a time. In order they go into the index one page after the other; as they come
 * they would touch all of its pages again and again.
 */
export class SortedCodes {
  readonly #runs: CodeRow[][] = []
  #run: CodeRow[] = []

  add(row: CodeRow): void {
    this.#run.push(row)
    if (this.#run.length >= RUN) this.#close()
  }

  #close(): void {
    this.#runs.push(this.#run.toSorted(compareRows))
    this.#run = []
  }

  /** All of them, in order; of the same code the first line first. */
  *rows(): Generator<CodeRow> {
    if (this.#run.length > 0) this.#close()
    const heap: { readonly run: readonly CodeRow[]; at: number; row: CodeRow }[] = []
    for (const run of this.#runs) {
      const [row] = run
      if (row !== undefined) heap.push({ run, at: 0, row })
    }
    for (let root = (heap.length >> 1) - 1; root >= 0; root -= 1) sink(heap, root)
    for (;;) {
      const [top] = heap
      if (top === undefined) return
      yield top.row
      top.at += 1
      const next = top.run[top.at]
      if (next === undefined) {
        const last = heap.pop()
        if (heap.length === 0 || last === undefined) return
        heap[0] = last
      } else top.row = next
      sink(heap, 0)
    }
  }
}

/** What codes are ordered by. Most are in capitals already, and need no second text. */
export function orderOf(code: string): string {
  return /[a-z]/u.test(code) ? code.replaceAll(/[a-z]+/gu, (letters) => letters.toUpperCase()) : code
}

function compareRows(a: CodeRow, b: CodeRow): number {
  if (a.order === b.order) return a.line - b.line
  return a.order < b.order ? -1 : 1
}

function sink(heap: { row: CodeRow }[], from: number): void {
  for (let at = from; ;) {
    const left = 2 * at + 1
    const right = left + 1
    let least = at
    if (isLess(heap, left, least)) least = left
    if (isLess(heap, right, least)) least = right
    if (least === at) return
    const [one, other] = [heap[at], heap[least]]
    if (one === undefined || other === undefined) return
    heap[at] = other
    heap[least] = one
    at = least
  }
}

function isLess(heap: readonly { row: CodeRow }[], a: number, b: number): boolean {
  const [one, other] = [heap[a], heap[b]]
  return one !== undefined && other !== undefined && compareRows(one.row, other.row) < 0
}
