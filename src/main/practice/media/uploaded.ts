import type { Upload } from '../world/uploads.ts'
import type { MediaRecipe } from '../world/types.ts'
import { renderAs } from './render.ts'

/** So much of an upload is kept in the saved world; what is larger can be fetched until the process ends. */
const KEPT_BYTES = 256 * 1024

const types: Readonly<Record<string, 'photo' | 'animated_gif' | 'video'>> = {
  dm_image: 'photo',
  dm_gif: 'animated_gif',
  dm_video: 'video'
}

/** The medium of a message that took an upload along. */
export function uploadedMedia(upload: Upload): MediaRecipe {
  const bytes = upload.bytes ?? Buffer.alloc(0)
  const recipe: MediaRecipe = {
    kind: 'bytes',
    type: types[upload.category] ?? 'photo',
    contentType: upload.mediaType,
    base64: bytes.length <= KEPT_BYTES ? bytes.toString('base64') : ''
  }
  renderAs(recipe, bytes)
  return recipe
}
