import type { MediaKind } from '../../../shared/domain/message.ts'
import type { IncomingMedia } from '../sync/incoming.ts'
import { WireMedia, WireVariant } from './wire-schemas.ts'

/** @returns null for an item without a usable key. */
export function parseMedia(item: unknown): IncomingMedia | null {
  const parsed = WireMedia.safeParse(item)
  if (!parsed.success) return null
  const media = parsed.data
  const variants = (media.variants ?? []).flatMap((each) => {
    const variant = WireVariant.safeParse(each)
    return variant.success ? [variant.data] : []
  })
  return {
    key: media.media_key,
    kind: kindOf(media, variants),
    url: media.url ?? bestVariant(variants)?.url ?? null,
    previewUrl: media.preview_image_url ?? null,
    width: media.width ?? null,
    height: media.height ?? null,
    durationMs: media.duration_ms ?? null,
    altText: media.alt_text ?? null,
    localFile: null
  }
}

/** An attachment whose description X left out: its key alone still says that there is something, and mostly what. */
export function mediaOfKey(key: string): IncomingMedia {
  return {
    key,
    kind: kindsByPrefix[key.split('_', 1)[0] ?? ''] ?? 'file',
    url: null,
    previewUrl: null,
    width: null,
    height: null,
    durationMs: null,
    altText: null,
    localFile: null
  }
}

const kindsByPrefix: Readonly<Record<string, MediaKind>> = { '3': 'photo', '7': 'video', '13': 'video', '16': 'gif' }

function kindOf(media: WireMedia, variants: readonly WireVariant[]): MediaKind {
  switch (media.type?.toLowerCase()) {
    case 'photo':
      return 'photo'
    case 'animated_gif':
      return 'gif'
    case 'audio':
    case 'voice':
      return 'voice'
    case 'video': {
      // X records voice messages as videos without a picture.
      const types = variants.map((each) => each.content_type?.toLowerCase() ?? '')
      return types.length > 0 && types.every((type) => type.startsWith('audio/')) ? 'voice' : 'video'
    }
    default:
      return 'file'
  }
}

/** The sharpest variant that a browser plays by itself; playlists (HLS) only when there is nothing else. */
function bestVariant(variants: readonly WireVariant[]): WireVariant | undefined {
  const rank = (variant: WireVariant): number =>
    /^(video|audio|image)\/(?!mp2t)/.test(variant.content_type ?? '') ? (variant.bit_rate ?? variant.bitrate ?? 0) : -1
  return variants.toSorted((a, b) => rank(b) - rank(a))[0]
}
