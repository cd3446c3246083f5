/** Colours by name; each has its shades for light and dark in the theme. */
export const tagColours = ['gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet', 'pink'] as const
export type TagColour = (typeof tagColours)[number]

/** Longer ones would not fit beside a name in the list. In characters. */
export const MAX_TAG_NAME = 40
export const MAX_TAG_GROUP = 40
