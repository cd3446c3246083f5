export interface Size {
  readonly width: number
  readonly height: number
}

const unknown: Size = { width: 280, height: 210 }
const least = 64

/**
 * The room a picture takes, reserved before it loads so that nothing jumps.
 * @param most the largest width and height, in CSS pixels
 */
export function fitMedia(width: number | null, height: number | null, most: Size): Size {
  if (width === null || height === null || !(width > 0) || !(height > 0)) return unknown
  const scale = Math.min(1, most.width / width, most.height / height)
  return { width: Math.max(least, Math.round(width * scale)), height: Math.max(least, Math.round(height * scale)) }
}
