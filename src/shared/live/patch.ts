import type { Row, SubPatch } from '../contract/frames.ts'

/** Rows of one subscription as the core remembers them: the ids in order, and each row's text, which serves as its version. */
export interface Snapshot {
  readonly ids: readonly string[]
  readonly written: ReadonlyMap<string, Written>
}

interface Written {
  readonly text: string
  /** The row itself, when it is frozen: the same object says the same. Others may have been changed in place. */
  readonly row: Row | null
}

/** @param before the snapshot that it follows, from which the texts of frozen rows that are still there are taken */
export function snapshotOf(rows: readonly Row[], before?: Snapshot): Snapshot {
  const written = new Map<string, Written>()
  for (const row of rows) {
    const known = before?.written.get(row.id)
    if (known?.row === row) written.set(row.id, known)
    else written.set(row.id, { text: JSON.stringify(row), row: Object.isFrozen(row) ? row : null })
  }
  return { ids: rows.map((row) => row.id), written }
}

/**
 * What turns `before` into `rows`; null when nothing changed. Rows are compared by key and by their serialised text:
 * a version column would have to be raised by every writer, and one that forgets it would freeze a row on the screen.
 */
export function diffRows(
  before: Snapshot,
  rows: readonly Row[]
): { after: Snapshot; patch: Omit<SubPatch, 'id'> } | null {
  const after = snapshotOf(rows, before)
  const changed = rows.filter((row) => before.written.get(row.id)?.text !== after.written.get(row.id)?.text)
  const splice = spliceOf(before.ids, after.ids)
  if (changed.length === 0 && splice === undefined) return null
  return { after, patch: splice === undefined ? { rows: changed } : { rows: changed, splice } }
}

function spliceOf(before: readonly string[], after: readonly string[]): SubPatch['splice'] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  if (head === before.length && head === after.length) return undefined
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  return { at: head, remove: before.length - head - tail, ids: after.slice(head, after.length - tail) }
}

/** Applies a patch. Unchanged rows keep their identity, so that only changed ones render again. */
export function applyPatch<R extends Row>(rows: readonly R[], patch: Omit<SubPatch, 'id'>): readonly R[] {
  const byId = new Map<string, R>()
  for (const row of rows) byId.set(row.id, row)
  for (const row of patch.rows) byId.set(row.id, row as R)
  const ids = rows.map((row) => row.id)
  if (patch.splice) ids.splice(patch.splice.at, patch.splice.remove, ...patch.splice.ids)
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [row] : []
  })
}
