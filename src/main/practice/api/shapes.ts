import { mediaFacts } from '../media/render.ts'
import { mediaType } from '../world.ts'
import type { WorldEvent, WorldMedia, WorldUser } from '../world/types.ts'
import type { Context } from './context.ts'
import type { Dialect, FieldChoice } from './query.ts'

type Shape = Record<string, unknown>

/** Keeps the keys that were asked for. */
function only(shape: Shape, fields: ReadonlySet<string>): Shape {
  return Object.fromEntries(Object.entries(shape).filter(([key, value]) => value !== undefined && fields.has(key)))
}

/** X gives times to the second. */
function isoSeconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}.000Z`
}

/** An event as X writes it in this spelling, with the fields asked for (x-api.md 1.3). */
export function eventShape(event: WorldEvent, fields: FieldChoice, dialect: Dialect): Shape {
  const message = event.type === 'MessageCreate'
  const shown = new Set(fields.event)
  if (fields.expansions.has('sender_id')) shown.add('sender_id')
  if (fields.expansions.has('attachments.media_keys')) shown.add('attachments')
  if (!message) shown.add('participant_ids')
  const urls = event.links.map((link) => ({
    start: link.start,
    end: link.end,
    url: link.url,
    expanded_url: link.expanded,
    display_url: link.display
  }))
  const posts = event.postIds.length === 0 ? undefined : event.postIds.map((id) => ({ id }))
  const shape: Shape = {
    id: event.id,
    event_type: event.type,
    text: message ? event.text : undefined,
    sender_id: event.senderId ?? undefined,
    dm_conversation_id: event.conversationId,
    created_at: isoSeconds(event.at),
    participant_ids: message ? undefined : event.participantIds,
    attachments: event.media === null ? undefined : { media_keys: [event.media.key] }
  }
  const result = only(shape, shown)
  if (urls.length > 0 && shown.has('entities')) {
    if (dialect.spelling === 'old') result['urls'] = urls
    else result['entities'] = { urls }
  }
  if (posts !== undefined) {
    const old = dialect.spelling === 'old'
    const asked = ['referenced_tweets', 'referenced_tweets.id', 'referenced_posts']
    if (asked.some((name) => fields.event.has(name) || fields.expansions.has(name))) {
      result[old ? 'referenced_tweets' : 'referenced_posts'] = posts
    }
  }
  return event.raw === undefined ? result : { ...result, ...event.raw }
}

/** A user as the one who asks sees them: whether they take messages depends on who writes. */
export function userShape(
  { world, userId, origin }: Pick<Context, 'world' | 'userId' | 'origin'>,
  user: WorldUser,
  fields: ReadonlySet<string>
): Shape {
  const open = user.acceptsDms && !world.isBlocked(user.id, userId) && !world.isBlocked(userId, user.id)
  return only(
    {
      id: user.id,
      name: user.name,
      username: user.username,
      created_at: isoSeconds(user.createdAt),
      description: user.description,
      location: user.location === '' ? undefined : user.location,
      profile_image_url: `${origin}/avatars/${user.id}_normal.png`,
      protected: user.protected,
      verified: user.verified,
      verified_type: user.verified ? 'blue' : 'none',
      receives_your_dm: open,
      connection_status: connectionStatus(world.brand.id === userId, user),
      subscription_type: user.verified ? 'Premium' : 'None',
      is_identity_verified: false,
      public_metrics: {
        followers_count: user.followers,
        following_count: user.following,
        tweet_count: user.followers * 3,
        listed_count: Math.floor(user.followers / 90)
      }
    },
    fields
  )
}

/** Only the brand's own ties are known in this world. */
function connectionStatus(asBrand: boolean, user: WorldUser): string[] {
  if (!asBrand) return []
  return [...(user.followedByBrand ? ['following'] : []), ...(user.followsBrand ? ['followed_by'] : [])]
}

/** Where the bytes of an event's medium are: the path X uses on ton.twitter.com. */
export function mediaUrl(origin: string, event: WorldEvent, media: WorldMedia, poster = false): string {
  const { extension } = mediaFacts(media.recipe)
  const file = poster ? `${media.name}_thumb.png` : `${media.name}.${extension}`
  return `${origin}/1.1/ton/data/dm/${event.id}/${media.id}/${file}`
}

/**
 * A photo has `url`; what moves or sounds has `variants` and perhaps `preview_image_url`, as X delivers it. X says that
 * media keys include audio but shows no example: a voice clip is `type: "audio"` with one variant here.
 */
function mediaShape(origin: string, event: WorldEvent, media: WorldMedia, fields: ReadonlySet<string>): Shape {
  const facts = mediaFacts(media.recipe)
  const type = mediaType(media.recipe)
  const url = mediaUrl(origin, event, media)
  const variant = type === 'video' ? { bit_rate: 256_000 } : type === 'animated_gif' ? { bit_rate: 0 } : {}
  return only(
    {
      media_key: media.key,
      type,
      url: type === 'photo' ? url : undefined,
      preview_image_url: facts.hasPoster ? mediaUrl(origin, event, media, true) : undefined,
      width: facts.width,
      height: facts.height,
      duration_ms: facts.durationMs,
      alt_text: media.altText,
      variants: type === 'photo' ? undefined : [{ ...variant, content_type: facts.contentType, url }]
    },
    fields
  )
}

/** `includes` for a list of events, with everybody charged who is in it. */
export function includesFor(
  context: Pick<Context, 'world' | 'userId' | 'origin' | 'mediaOrigin'>,
  events: readonly WorldEvent[],
  fields: FieldChoice,
  charge: (userId: string) => void
): Shape | undefined {
  const { world, mediaOrigin } = context
  const ids = new Set<string>()
  for (const event of events) {
    if (fields.expansions.has('sender_id') && event.senderId !== null) ids.add(event.senderId)
    if (fields.expansions.has('participant_ids')) for (const id of event.participantIds) ids.add(id)
  }
  const users = [...ids].flatMap((id) => {
    const user = world.user(id)
    if (user === undefined || user.hidden) return []
    charge(id)
    return [userShape(context, user, fields.user)]
  })
  const media = fields.expansions.has('attachments.media_keys')
    ? events.flatMap((event) =>
        event.media === null ? [] : [mediaShape(mediaOrigin, event, event.media, fields.media)]
      )
    : []
  if (users.length === 0 && media.length === 0) return undefined
  return { ...(users.length > 0 ? { users } : {}), ...(media.length > 0 ? { media } : {}) }
}
