import { paintPicture } from './pictures.ts'
import { encodePng } from './png.ts'

/** The clip's bytes (WebM). */
export function clipWebm(): Buffer {
  return Buffer.alloc(0)
}

/** The clip's first picture. */
export function clipPoster(): Buffer {
  return encodePng(paintPicture('teapot', 41, 320, 240))
}
