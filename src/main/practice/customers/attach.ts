import type { MediaRecipe, Motif } from '../world/types.ts'
import type { Line } from './script.ts'

/** A message with a picture. The seed chooses its colours. */
export function withPicture(text: string, motif: Motif, seed: number, altText?: string): Line {
  return attach(text, { kind: 'picture', motif, seed }, altText)
}

export function withGif(text: string, motif: Motif, seed: number): Line {
  return attach(text, { kind: 'gif', motif, seed })
}

export function withVoice(text: string, seconds: number, seed: number): Line {
  return attach(text, { kind: 'voice', seconds, seed })
}

export function withVideo(text: string): Line {
  return attach(text, { kind: 'video' })
}

function attach(text: string, media: MediaRecipe, altText?: string): Line {
  return altText === undefined ? { text, media } : { text, media, altText }
}
