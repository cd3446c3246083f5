/** Bytes per request. X's documentation shows 1 MB; a broken connection costs no more than this. */
export const SEGMENT_BYTES = 1024 * 1024

/** X numbers segments from 0 to 999, so that a video of 512 MB fits. */
export function segmentsOf(size: number): number {
  return Math.ceil(size / SEGMENT_BYTES)
}
