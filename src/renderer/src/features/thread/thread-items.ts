import type { ThreadRow } from '../../../../shared/contract/rows.ts'
import { dayOf } from '../../ui/time.ts'

/** Messages of one author closer together than this stand together. Milliseconds. */
const GROUP_GAP = 5 * 60_000

/** A row of the thread with what its neighbours make of it. One item per row, so that lists can be matched by index. */
export interface ThreadItem {
  readonly row: ThreadRow
  /** The day to announce above the row; null when it is that of the row before. */
  readonly day: number | null
  readonly startsGroup: boolean
  readonly endsGroup: boolean
}

export function threadItems(rows: readonly ThreadRow[]): ThreadItem[] {
  return rows.map((row, index) => {
    const before = rows[index - 1]
    const after = rows[index + 1]
    const day = dayOf(row.at)
    return {
      row,
      day: before && dayOf(before.at) === day ? null : day,
      startsGroup: !before || !together(before, row),
      endsGroup: !after || !together(row, after)
    }
  })
}

function together(a: ThreadRow, b: ThreadRow): boolean {
  if (a.kind !== 'message' || b.kind !== 'message') return false
  // What leaves tomorrow stands apart from what was said today.
  if (a.scheduledAt !== null || b.scheduledAt !== null) return false
  return a.us === b.us && a.author.id === b.author.id && b.at - a.at < GROUP_GAP && dayOf(a.at) === dayOf(b.at)
}

/** What the list shows after its window changed. */
export interface ShownRows {
  readonly source: readonly ThreadRow[]
  readonly rows: readonly ThreadRow[]
  /** True when rows came in front: the list then holds its place from the end. */
  readonly shift: boolean
}

/**
 * Takes over a new answer. A window of the newest N messages drops one in front for each one that arrives; what is on
 * the screen stays there, so that nothing moves under the reader.
 */
export function showRows(before: ShownRows | null, source: readonly ThreadRow[]): ShownRows {
  if (!before) return { source, rows: source, shift: false }
  const start = source[0] ? before.rows.findIndex((row) => row.id === source[0]?.id) : -1
  const rows = start > 0 ? [...before.rows.slice(0, start), ...source] : source
  const oldFirst = before.rows[0]?.id
  const shift = oldFirst !== undefined && rows.findIndex((row) => row.id === oldFirst) > 0
  return { source, rows, shift }
}

/** How many messages of others came after the row `seen`; none when it is gone. */
export function countNewer(rows: readonly ThreadRow[], seen: string | null): number {
  const index = rows.findIndex((row) => row.id === seen)
  if (index < 0) return 0
  return rows.slice(index + 1).filter((row) => row.kind === 'message' && !row.us).length
}
