import type { BoardRow, ThemeRow } from '../../../../shared/contract/feedback-rows.ts'

/**
 * The themes to show.
 * @param compared whether there is a time before: what was spoken of then alone is shown, too
 * @param all nothing is left out, so that themes without an entry are shown as well, to be renamed or brought back
 */
export function boardRows(
  rows: readonly BoardRow[],
  themes: readonly ThemeRow[],
  { compared, all }: { readonly compared: boolean; readonly all: boolean }
): readonly BoardRow[] {
  const counted = rows.filter(({ count, before }) => count > 0 || (compared && before > 0))
  if (!all) return counted
  const shown = new Set(counted.map(({ id }) => id))
  return [...counted, ...themes.filter(({ id }) => !shown.has(id)).map(unused)]
}

function unused({ id, name, retired }: ThemeRow): BoardRow {
  return { id, name, retired, count: 0, before: 0, positive: 0, negative: 0, severe: 0, trend: [] }
}
