import type { InboxRow } from '../../../../shared/contract/rows.ts'

/** Where the open conversation was seen last in the list. */
export interface Anchor {
  readonly row: InboxRow
  readonly index: number
}

/**
 * The rows to show. A conversation that leaves its queue while it is open (reading takes it out of Unread) keeps its
 * place until another one is opened: nothing jumps away under the reader.
 */
export function withAnchor(
  rows: readonly InboxRow[],
  anchor: Anchor | null,
  selected: string | null
): readonly InboxRow[] {
  if (!anchor || anchor.row.id !== selected || rows.some((row) => row.id === selected)) return rows
  return rows.toSpliced(anchor.index, 0, { ...anchor.row, unread: 0 })
}

/** The anchor after the rows or the selection changed; the same object when nothing did. */
export function nextAnchor(rows: readonly InboxRow[], before: Anchor | null, selected: string | null): Anchor | null {
  if (selected === null) return before === null ? before : null
  const index = rows.findIndex((row) => row.id === selected)
  const row = rows[index]
  if (!row) return before?.row.id === selected ? before : null
  return before?.row === row && before.index === index ? before : { row, index }
}

/**
 * The conversation `steps` below (or above, when negative). Stops at the ends. When none is selected, the first one; the
 * last one for a way to the very end.
 */
export function moveSelection(rows: readonly InboxRow[], selected: string | null, steps: number): string | null {
  const from = rows.findIndex((row) => row.id === selected)
  if (from < 0) return rows.at(steps === Infinity ? -1 : 0)?.id ?? null
  return rows[Math.min(rows.length - 1, Math.max(0, from + steps))]?.id ?? null
}

/**
 * What opens after a conversation is done with: the next below, else the next above, else nothing.
 * @param gone others that are done with, too, though the list does not know yet
 */
export function afterLeaving(
  rows: readonly InboxRow[],
  leaving: string,
  gone: ReadonlySet<string> = new Set()
): string | null {
  const index = rows.findIndex((row) => row.id === leaving)
  if (index < 0) return null
  const stays = (row: InboxRow): boolean => !gone.has(row.id)
  return (rows.slice(index + 1).find(stays) ?? rows.slice(0, index).findLast(stays))?.id ?? null
}
