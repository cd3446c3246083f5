import type { MediaRecipe } from '../world/types.ts'
import { encodeGif } from './gif.ts'
import { paintPicture } from './pictures.ts'
import { encodePng } from './png.ts'
import { clipPoster, clipWebm } from './clip.ts'
import { voiceWav } from './voice.ts'

/** The bytes of a medium with what X tells about them. Sizes in pixels, durations in ms. */
export interface RenderedMedia {
  readonly bytes: Buffer
  readonly contentType: string
  readonly extension: string
  /** A still picture, for what moves. */
  readonly poster: Buffer | null
}

export interface MediaFacts {
  readonly width?: number
  readonly height?: number
  readonly durationMs?: number
  readonly contentType: string
  readonly extension: string
  readonly hasPoster: boolean
}

const PICTURE = { width: 640, height: 480 }
const GIF = { width: 320, height: 240, frames: 12, delayMs: 90 }

/** What can be said about a medium without making it. */
export function mediaFacts(recipe: MediaRecipe): MediaFacts {
  switch (recipe.kind) {
    case 'picture':
      return { ...PICTURE, contentType: 'image/png', extension: 'png', hasPoster: false }
    case 'gif':
      return { width: GIF.width, height: GIF.height, contentType: 'image/gif', extension: 'gif', hasPoster: true }
    case 'voice':
      return { durationMs: recipe.seconds * 1000, contentType: 'audio/wav', extension: 'wav', hasPoster: false }
    case 'video':
      return {
        width: 320,
        height: 240,
        durationMs: 3000,
        contentType: 'video/webm',
        extension: 'webm',
        hasPoster: true
      }
    case 'bytes': {
      const { width, height, durationMs, contentType } = recipe
      const extension = contentType.split('/')[1]?.replace(/[^a-z0-9].*/, '') ?? 'bin'
      return {
        ...(width === undefined ? {} : { width }),
        ...(height === undefined ? {} : { height }),
        ...(durationMs === undefined ? {} : { durationMs }),
        contentType,
        extension: extension === 'jpeg' ? 'jpg' : extension,
        hasPoster: false
      }
    }
  }
}

const rendered = new WeakMap<MediaRecipe, RenderedMedia>()

/** Makes the bytes; the same recipe object is made once. */
export function renderMedia(recipe: MediaRecipe): RenderedMedia {
  const known = rendered.get(recipe)
  if (known !== undefined) return known
  const { contentType, extension } = mediaFacts(recipe)
  const made = { contentType, extension, ...makeBytes(recipe) }
  rendered.set(recipe, made)
  return made
}

/** Gives a recipe its bytes, for what is kept in no snapshot. */
export function renderAs(recipe: MediaRecipe, bytes: Buffer): void {
  const { contentType, extension } = mediaFacts(recipe)
  rendered.set(recipe, { contentType, extension, bytes, poster: null })
}

function makeBytes(recipe: MediaRecipe): { bytes: Buffer; poster: Buffer | null } {
  switch (recipe.kind) {
    case 'picture':
      return { bytes: encodePng(paintPicture(recipe.motif, recipe.seed, PICTURE.width, PICTURE.height)), poster: null }
    case 'gif': {
      const frames = Array.from({ length: GIF.frames }, (_, index) =>
        paintPicture(recipe.motif, recipe.seed, GIF.width, GIF.height, index / GIF.frames)
      )
      return {
        bytes: encodeGif(frames, GIF.delayMs),
        poster: encodePng(paintPicture(recipe.motif, recipe.seed, 320, 240))
      }
    }
    case 'voice':
      return { bytes: voiceWav(recipe.seconds, recipe.seed), poster: null }
    case 'video':
      return { bytes: clipWebm(), poster: clipPoster() }
    case 'bytes':
      return { bytes: Buffer.from(recipe.base64, 'base64'), poster: null }
  }
}
