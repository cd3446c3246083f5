import { avatarPng, shopAvatarPng } from '../media/avatars.ts'
import { mediaFacts, renderMedia } from '../media/render.ts'
import type { World } from '../world.ts'
import type { Context } from './context.ts'
import { forbidden, notFound, problem } from './problems.ts'
import type { Reply } from './reply.ts'

/**
 * GET /2/dm_conversations/media/:dm_id/:media_id/:resource_id and its ton.twitter.com twin: the bytes, for participants.
 * The API says `application/octet-stream`, the media host says what it is.
 */
export function downloadMedia(context: Context, octets: boolean): Reply {
  const { world, userId, dialect } = context
  const [dmId = '', mediaId = '', file = ''] = context.params
  const event = world.event(dmId)
  const media = event?.media
  const missing = problem(404, { ...notFound(dialect.spelling, 'media', 'media_id', mediaId), status: 404 })
  if (event === undefined || !media || media.id !== mediaId || event.deletedFor.includes(userId)) return missing
  if (!world.mayRead(userId, event.conversationId)) {
    return forbidden('You are not permitted to download this media.')
  }
  const facts = mediaFacts(media.recipe)
  if (file === `${media.name}.${facts.extension}`) {
    const { bytes } = renderMedia(media.recipe)
    // Large uploads live no longer than this process.
    if (bytes.length === 0) return missing
    return { kind: 'bytes', contentType: octets ? 'application/octet-stream' : facts.contentType, bytes }
  }
  const { poster } = facts.hasPoster ? renderMedia(media.recipe) : { poster: null }
  if (poster === null || file !== `${media.name}_thumb.png`) return missing
  return { kind: 'bytes', contentType: octets ? 'application/octet-stream' : 'image/png', bytes: poster }
}

/** /avatars/:user_id_normal.png: public, like X's own profile images. */
export function avatar(world: World, userId: string): Reply | null {
  if (world.user(userId) === undefined) return null
  const bytes = userId === world.brand.id ? shopAvatarPng() : avatarPng(userId)
  return { kind: 'bytes', contentType: 'image/png', bytes, headers: { 'cache-control': 'public, max-age=86400' } }
}
