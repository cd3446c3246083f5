import { mediaFacts } from '../media/render.ts'
import type { World } from '../world.ts'
import { mediaType } from '../world.ts'
import type { WorldSignal } from '../world/signals.ts'
import { directConversation } from '../world/snowflake.ts'
import type { WorldEvent, WorldMedia } from '../world/types.ts'
import { mediaUrl } from './shapes.ts'

type Shape = Record<string, unknown>

/** A message in the words of v1.1, which X puts into the v2 envelope of the stream (x-api.md 3.1). */
export function messagePayload(
  world: World,
  event: WorldEvent,
  recipientId: string,
  { origin, mediaOrigin }: { readonly origin: string; readonly mediaOrigin: string }
): Shape {
  const urls = event.links.map((link) => ({
    url: link.url,
    expanded_url: link.expanded,
    display_url: link.display,
    indices: [link.start, link.end]
  }))
  const message = {
    type: 'message_create',
    id: event.id,
    created_timestamp: String(event.at),
    message_create: {
      target: { recipient_id: recipientId },
      sender_id: event.senderId,
      message_data: {
        text: event.text,
        entities: { hashtags: [], symbols: [], user_mentions: [], urls },
        ...(event.media === null
          ? {}
          : { attachment: { type: 'media', media: attachment(event, event.media, mediaOrigin) } })
      }
    }
  }
  const users = [event.senderId ?? '', recipientId].flatMap((id) => {
    const user = world.user(id)
    return user === undefined || user.hidden ? [] : [[id, { data: profile(user.id, world, origin) }] as const]
  })
  return { direct_message_events: [message], users: Object.fromEntries(users) }
}

function profile(id: string, world: World, origin: string): Shape {
  const user = world.user(id)
  return {
    id,
    username: user?.username,
    name: user?.name,
    profile_image_url: `${origin}/avatars/${id}_normal.png`,
    verified: user?.verified,
    verified_type: user?.verified === true ? 'blue' : 'none',
    protected: user?.protected,
    created_at: new Date(user?.createdAt ?? 0).toISOString(),
    public_metrics: { followers_count: user?.followers, followers_count_str: String(user?.followers) }
  }
}

function attachment(event: WorldEvent, media: WorldMedia, origin: string): Shape {
  const facts = mediaFacts(media.recipe)
  const kind = mediaType(media.recipe)
  const address = mediaUrl(origin, event, media)
  const size = facts.width === undefined ? {} : { large: { w: facts.width, h: facts.height, resize: 'fit' } }
  const moving = kind !== 'photo'
  return {
    id: media.id,
    id_str: media.id,
    type: kind === 'audio' ? 'video' : kind,
    media_url_https: moving && facts.hasPoster ? mediaUrl(origin, event, media, true) : address,
    sizes: size,
    ...(moving
      ? {
          video_info: {
            ...(facts.durationMs === undefined ? {} : { duration_millis: facts.durationMs }),
            variants: [{ bitrate: 256_000, content_type: facts.contentType, url: address }]
          }
        }
      : {})
  }
}

type Of<K extends WorldSignal['kind']> = Extract<WorldSignal, { kind: K }>

/** X documents neither this nor the next: what its older webhooks sent, in a list or flat. */
export function typingPayload(signal: Of<'typing'>, now: number, form: 'list' | 'flat'): Shape {
  const item = {
    created_timestamp: String(now),
    sender_id: signal.fromUserId,
    target: { recipient_id: signal.toUserId }
  }
  return form === 'flat' ? item : { direct_message_indicate_typing_events: [item] }
}

export function readPayload(signal: Of<'read'>, now: number, form: 'list' | 'flat'): Shape {
  const item = {
    created_timestamp: String(now),
    sender_id: signal.readerId,
    target: { recipient_id: signal.otherId },
    last_read_event_id: signal.eventId
  }
  return form === 'flat' ? item : { direct_message_mark_read_events: [item] }
}

/** Only the frame: the ciphertext of a simulated X would be noise. */
export function chatPayload(signal: Of<'encrypted-chat'>, now: number): Shape {
  return {
    conversation_id: directConversation(signal.fromUserId, signal.toUserId).replace('-', ':'),
    sender_id: signal.fromUserId,
    encoded_event: 'AAAB',
    conversation_key_version: '1',
    created_at_msec: String(now),
    conversation_token: 'AAAC'
  }
}
