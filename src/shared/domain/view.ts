export const MAX_VIEW_NAME = 60
export const MAX_VIEWS = 100
/** Counts of saved views end here: the screen says “999+”. */
export const MOST_COUNTED = 1_000
/** Numbers of the shortcuts that saved views can have. */
export const viewSlots = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const
