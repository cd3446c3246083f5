/** In characters. */
export const MAX_FOLLOW_UP = 200
