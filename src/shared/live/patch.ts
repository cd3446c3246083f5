import type { Row, SubPatch } from '../contract/frames.ts'

/** Rows of one subscription as the core remembers them: the ids in order, and each row's text, which serves as its version. */
export interface Snapshot {
  readonly ids: readonly string[]
  readonly texts: ReadonlyMap<string, string>
}

export function snapshotOf(rows: readonly Row[]): Snapshot {
  const texts = new Map<string, string>()
  for (const row of rows) texts.set(row.id, JSON.stringify(row))
  return { ids: rows.map((row) => row.id), texts }
}

/**
 * What turns `before` into `rows`; null when nothing changed. Rows are compared by key and by their serialised text:
 * a version column would have to be raised by every writer, and one that forgets it would freeze a row on the screen.
 */
export function diffRows(
  before: Snapshot,
  rows: readonly Row[]
): { after: Snapshot; patch: Omit<SubPatch, 'id'> } | null {
  const after = snapshotOf(rows)
  const changed = rows.filter((row) => before.texts.get(row.id) !== after.texts.get(row.id))
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
