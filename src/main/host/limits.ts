/** The largest frame that a window or tab may send, in bytes: a bulk command over 10,000 conversations has 0.5 MB. */
export const MAX_FRAME_BYTES = 2_000_000
