/** How many more rows each look further down brings. */
export const LIST_STEP = 200
export const MOST_LISTED = 20_000
/** Pixels; InboxRow.module.css has the same. */
export const rowHeights = { comfortable: 76, compact: 44 } as const

/** So many rows that a list can be scrolled to this one. */
export function firstLimit(row: number): number {
  return Math.min(MOST_LISTED, LIST_STEP * (1 + Math.ceil(row / LIST_STEP)))
}
