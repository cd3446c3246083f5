import { z } from 'zod'
import { directConversationId, normaliseConversationId } from '../../../shared/domain/ids.ts'
import type { Link } from '../../../shared/domain/message.ts'
import type { IncomingEvent, IncomingMedia, IncomingUser } from '../sync/incoming.ts'
import { cleanText } from './clean-text.ts'
import { parseEventPage } from './parse-events.ts'
import { parseJson } from './parse-json.ts'
import { mediaOfKey, parseMedia } from './parse-media.ts'
import { parseUsers } from './parse-users.ts'
import { idOf, type Skipped } from './skipped.ts'
import { isWebAddress, WireId, WireLink } from './wire-schemas.ts'
import { eventTime, parseWireTime } from './wire-time.ts'

/** Something that happened in an account's direct messages, as the Activity stream tells it. */
export type Activity =
  | { readonly kind: 'message'; readonly accountId: string; readonly received: boolean; readonly event: IncomingEvent }
  | {
      readonly kind: 'read'
      readonly accountId: string
      readonly conversationId: string
      readonly readerId: string
      /** The last event that was read; null when X only says when. */
      readonly toEventId: string | null
      readonly at: number
    }
  | {
      readonly kind: 'typing'
      readonly accountId: string
      readonly conversationId: string
      readonly userId: string
      /** Null when X does not say. */
      readonly at: number | null
    }
  /** An encrypted X Chat message: only that there is one. */
  | {
      readonly kind: 'encrypted-chat'
      readonly accountId: string
      /** Normal form for two people; X's own id (`g…`) for groups. */
      readonly conversationId: string
      readonly senderId: string | null
      readonly at: number | null
      /** Tells one from a repeated delivery. Opaque: it can be negative. */
      readonly deliveryId: string | null
    }

export interface ActivityLine {
  readonly activities: readonly Activity[]
  readonly users: readonly IncomingUser[]
  readonly skipped: readonly Skipped[]
  /** Titles of errors that X wrote into the stream, such as `operational-disconnect`. */
  readonly errors: readonly string[]
}

const looseText = z.string().transform(cleanText).optional().catch(undefined)
const looseTime = z.union([z.string(), z.number()]).optional().catch(undefined)
const looseRecord = z.record(z.string(), z.unknown()).optional().catch(undefined)
const looseId = WireId.optional().catch(undefined)

const WireLine = z.object({
  data: z
    .object({
      event_uuid: z.union([z.string(), z.number()]).transform(String).optional().catch(undefined),
      event_type: z.string(),
      filter: z.object({ user_id: WireId }),
      payload: looseRecord
    })
    .optional()
    .catch(undefined),
  errors: z.array(z.unknown()).optional().catch(undefined)
})
type WireActivity = NonNullable<z.infer<typeof WireLine>['data']>

const nothing: ActivityLine = { activities: [], users: [], skipped: [], errors: [] }

/**
 * Reads one line of `GET /2/activity/stream` (x-api.md 3.1): v1.1-shaped payloads inside a v2 envelope, some of them
 * undocumented. Whatever does not match is skipped; a line never throws.
 */
export function parseActivityLine(line: string): ActivityLine {
  const text = line.trim()
  if (text === '') return nothing
  let json: unknown
  try {
    json = parseJson(text)
  } catch {
    return { ...nothing, skipped: [{ reason: 'line is no JSON', id: null }] }
  }
  const parsed = WireLine.safeParse(json)
  const { data, errors } = parsed.data ?? {}
  const titles = (errors ?? []).map(titleOf)
  if (data === undefined) {
    if (titles.length > 0) return { ...nothing, errors: titles }
    return { ...nothing, skipped: [{ reason: 'line is no activity', id: null }] }
  }
  const result = readActivity(data)
  return { ...result, errors: titles }
}

function titleOf(error: unknown): string {
  const parsed = z.object({ title: looseText, disconnect_type: looseText }).safeParse(error)
  return (parsed.data?.title ?? parsed.data?.disconnect_type ?? 'unknown').slice(0, 60)
}

function readActivity(data: WireActivity): Omit<ActivityLine, 'errors'> {
  const payload = data.payload ?? {}
  const accountId = data.filter.user_id
  const { users, skipped } = parseUsers(profilesOf(payload['users']))
  const collect = (items: readonly unknown[], read: (item: unknown) => Activity | Skipped): Activity[] =>
    items.flatMap((item) => {
      const activity = read(item)
      if ('kind' in activity) return [activity]
      skipped.push(activity)
      return []
    })
  switch (normalActivityType(data.event_type)) {
    case 'dmreceived':
    case 'dmsent': {
      const items = listIn(payload, 'direct_message_events', 'dm_events', 'direct_message_event')
      return { activities: collect(items, (item) => readMessage(accountId, item)), users, skipped }
    }
    case 'dmread': {
      const items = listIn(payload, 'direct_message_mark_read_events', 'direct_message_mark_read_event')
      return { activities: collect(items, (item) => readReceipt(accountId, item)), users, skipped }
    }
    case 'dmindicatetyping': {
      const items = listIn(payload, 'direct_message_indicate_typing_events', 'direct_message_indicate_typing_event')
      return { activities: collect(items, (item) => readTyping(accountId, item)), users, skipped }
    }
    case 'chatreceived':
      return { activities: collect([payload], () => readChat(accountId, data)), users, skipped }
    default:
      return { activities: [], users: [], skipped: [] }
  }
}

/** X renamed its types once (`DmReceived` to `dm.received`), so that only the letters count. */
export function normalActivityType(type: string): string {
  return type.toLowerCase().replace(/[^a-z]/g, '')
}

/** The events of a payload: in the list that v1.1 has, alone under its name, or the payload itself. */
function listIn(payload: Readonly<Record<string, unknown>>, ...names: readonly string[]): readonly unknown[] {
  for (const name of names) {
    const found = payload[name]
    if (Array.isArray(found)) return found
    if (typeof found === 'object' && found !== null) return [found]
  }
  return [payload]
}

/** `{ID: {data: {…}}}` as the stream writes it, `{ID: {…}}` as v1.1 did, or a list. */
function profilesOf(users: unknown): unknown[] {
  if (typeof users !== 'object' || users === null) return []
  return Object.values(users).map((each: unknown) =>
    typeof each === 'object' && each !== null && 'data' in each ? each.data : withNewNames(each)
  )
}

/** v1.1 called the handle `screen_name`. */
function withNewNames(user: unknown): unknown {
  const parsed = z.looseObject({ screen_name: z.string(), profile_image_url_https: z.unknown() }).safeParse(user)
  if (!parsed.success) return user
  return {
    username: parsed.data.screen_name,
    profile_image_url: parsed.data.profile_image_url_https,
    ...parsed.data,
    created_at: undefined
  }
}

const WireMessage = z.object({
  id: WireId,
  created_timestamp: looseTime,
  message_create: z.object({
    sender_id: WireId,
    target: z.object({ recipient_id: WireId }),
    message_data: z
      .object({
        text: z.string().transform(cleanText).catch(''),
        entities: z
          .object({ urls: z.array(z.unknown()) })
          .optional()
          .catch(undefined),
        attachment: z.object({ media: z.unknown().optional() }).optional().catch(undefined)
      })
      .catch({ text: '' })
  })
})

function readMessage(accountId: string, item: unknown): Activity | Skipped {
  const parsed = WireMessage.safeParse(item)
  if (!parsed.success) return readNewMessage(accountId, item)
  const { id, created_timestamp: timestamp, message_create: message } = parsed.data
  const { sender_id: senderId, target, message_data: body } = message
  if (senderId !== accountId && target.recipient_id !== accountId) return { reason: 'message of somebody else', id }
  const at = messageTime(timestamp, id)
  if (at === null) return { reason: 'message has no time', id }
  const attached = body.attachment?.media === undefined ? null : readAttachment(body.attachment.media)
  const event: IncomingEvent = {
    id,
    kind: 'message',
    conversationId: directConversationId(senderId, target.recipient_id),
    at,
    senderId,
    text: body.text,
    links: [...readLinks(body.entities?.urls ?? []), ...(attached?.links ?? [])],
    media: attached === null ? [] : [attached.media],
    reactions: [],
    userIds: [target.recipient_id],
    name: null
  }
  return { kind: 'message', accountId, received: senderId !== accountId, event }
}

/** The id's own milliseconds where they agree, so that a read later gives the same message the same place. */
function messageTime(timestamp: string | number | undefined, id: string): number | null {
  const written = parseWireTime(timestamp)
  const carried = eventTime(undefined, id)
  return written !== null && carried !== null && Math.abs(written - carried) < 1_000 ? carried : (written ?? carried)
}

/** Should X one day write a v2 event into the payload, it is read as those of `/2/dm_events` are. */
function readNewMessage(accountId: string, item: unknown): Activity | Skipped {
  const id = idOf(item)
  const page = parseEventPage({ data: [item] }, null)
  const event = page?.page.events[0]
  if (event === undefined || event.id === null) return { reason: 'message has an unknown shape', id }
  return { kind: 'message', accountId, received: event.senderId !== accountId, event }
}

function readLinks(urls: readonly unknown[]): Link[] {
  return urls.flatMap((item) => {
    const parsed = WireLink.safeParse(item)
    if (!parsed.success) return []
    const { url, expanded_url: expandedUrl, display_url: display } = parsed.data
    const expanded = expandedUrl ?? url
    if (!isWebAddress(expanded)) return []
    return [{ url, expanded, display: display ?? expanded.replace(/^https?:\/\//i, '') }]
  })
}

const WireAttachment = z.object({
  id_str: looseText,
  id: z.union([z.string(), z.number()]).transform(String).optional().catch(undefined),
  type: looseText,
  media_url_https: looseText,
  media_url: looseText,
  url: looseText,
  expanded_url: looseText,
  display_url: looseText,
  ext_alt_text: looseText,
  sizes: looseRecord,
  video_info: z
    .object({
      duration_millis: z.number().optional().catch(undefined),
      variants: z.array(z.unknown()).optional().catch(undefined)
    })
    .optional()
    .catch(undefined)
})

const keyPrefixes: Readonly<Record<string, string>> = { photo: '3', video: '7', animated_gif: '16' }

/** v1.1 describes the attachment in other words than v2; the media key is put together as v2 writes it. */
function readAttachment(item: unknown): { media: IncomingMedia; links: Link[] } | null {
  const parsed = WireAttachment.safeParse(item)
  if (!parsed.success) return null
  const media = parsed.data
  const id = media.id_str ?? media.id
  const address = media.media_url_https ?? media.media_url
  if (id === undefined || !/^\d{1,19}$/.test(id)) return null
  const type = media.type?.toLowerCase() ?? 'photo'
  const key = `${keyPrefixes[type] ?? '3'}_${id}`
  const size = z
    .object({ w: z.number(), h: z.number() })
    .safeParse(media.sizes?.['large'] ?? media.sizes?.['medium']).data
  const described = parseMedia({
    media_key: key,
    type,
    url: type === 'photo' ? address : undefined,
    preview_image_url: type === 'photo' ? undefined : address,
    width: size?.w,
    height: size?.h,
    duration_ms: media.video_info?.duration_millis,
    alt_text: media.ext_alt_text,
    variants: media.video_info?.variants
  })
  const links = readLinks([{ url: media.url, expanded_url: media.expanded_url, display_url: media.display_url }])
  return { media: described ?? mediaOfKey(key), links }
}

const WireSignal = z.object({
  created_timestamp: looseTime,
  created_at: looseTime,
  sender_id: WireId,
  target: z.object({ recipient_id: looseId }).optional().catch(undefined),
  recipient_id: looseId,
  dm_conversation_id: looseText,
  conversation_id: looseText,
  last_read_event_id: looseId,
  last_read_id: looseId
})
type WireSignal = z.infer<typeof WireSignal>

/** The conversation a signal belongs to; a signal without a recipient went to the account itself. */
function conversationOf(accountId: string, signal: WireSignal): string {
  const named = normaliseConversationId(signal.dm_conversation_id ?? signal.conversation_id ?? '')
  const recipient = signal.target?.recipient_id ?? signal.recipient_id ?? accountId
  return named ?? directConversationId(signal.sender_id, recipient)
}

function readReceipt(accountId: string, item: unknown): Activity | Skipped {
  const parsed = WireSignal.safeParse(item)
  if (!parsed.success) return { reason: 'read receipt has an unknown shape', id: null }
  const signal = parsed.data
  const toEventId = signal.last_read_event_id ?? signal.last_read_id ?? null
  const at = parseWireTime(signal.created_timestamp ?? signal.created_at)
  if (at === null && toEventId === null) return { reason: 'read receipt does not say what was read', id: null }
  return {
    kind: 'read',
    accountId,
    conversationId: conversationOf(accountId, signal),
    readerId: signal.sender_id,
    toEventId,
    // Without a time, the event itself was read at the earliest when it was written.
    at: at ?? eventTime(undefined, toEventId ?? '0') ?? 0
  }
}

function readTyping(accountId: string, item: unknown): Activity | Skipped {
  const parsed = WireSignal.safeParse(item)
  if (!parsed.success) return { reason: 'typing signal has an unknown shape', id: null }
  const signal = parsed.data
  return {
    kind: 'typing',
    accountId,
    conversationId: conversationOf(accountId, signal),
    userId: signal.sender_id,
    at: parseWireTime(signal.created_timestamp ?? signal.created_at)
  }
}

const WireChat = z.object({ conversation_id: looseText, sender_id: looseId, created_at_msec: looseTime })

/** The ciphertext is not looked at: without the account's keys it is noise, and Backchannel has none. */
function readChat(accountId: string, { payload, event_uuid: deliveryId }: WireActivity): Activity | Skipped {
  const chat = WireChat.safeParse(payload ?? {}).data
  const senderId = chat?.sender_id ?? null
  const named = chat?.conversation_id?.trim() ?? ''
  const conversationId =
    normaliseConversationId(named) ??
    (/^[A-Za-z0-9_-]{1,64}$/.test(named) ? named : null) ??
    (senderId === null ? null : directConversationId(accountId, senderId))
  if (conversationId === null) return { reason: 'encrypted chat names no conversation', id: null }
  return {
    kind: 'encrypted-chat',
    accountId,
    conversationId,
    senderId,
    at: parseWireTime(chat?.created_at_msec),
    deliveryId: deliveryId ?? null
  }
}
