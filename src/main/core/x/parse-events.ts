import { normaliseConversationId, peerOf } from '../../../shared/domain/ids.ts'
import type { EventKind, Link } from '../../../shared/domain/message.ts'
import type { IncomingEvent, IncomingMedia, IncomingUser } from '../sync/incoming.ts'
import { mediaOfKey, parseMedia } from './parse-media.ts'
import { parseUsers } from './parse-users.ts'
import { idOf, skippedItem, type Skipped } from './skipped.ts'
import { WireEvent, WireId, WireLink, WireMediaKey, isWebAddress, type WireEnvelope } from './wire-schemas.ts'
import { eventTime } from './wire-time.ts'

/** One page of events, newest first as X gives them. */
export interface EventPage {
  readonly events: readonly IncomingEvent[]
  /** Profiles that came along; only when they were asked for, because X charges for them. */
  readonly users: readonly IncomingUser[]
  /** For the next older page; null on the last one. */
  readonly nextToken: string | null
}

export interface ParsedPage {
  readonly page: EventPage
  readonly skipped: readonly Skipped[]
  /** Ids of all events of the answer, usable or not: X charges for each. */
  readonly paidEventIds: readonly string[]
}

/**
 * Reads a page. A bad event is listed under `skipped` and the rest is kept.
 * @param conversationId the one that was asked for, in normal form, for events that do not repeat it.
 * @returns null when the answer is no page at all.
 */
export function parseEventPage(envelope: WireEnvelope, conversationId: string | null): ParsedPage | null {
  const items = listOf(envelope.data)
  if (items === null) return null
  const { users, skipped } = parseUsers(envelope.includes?.users ?? [])
  const media = new Map<string, IncomingMedia>()
  for (const item of envelope.includes?.media ?? []) {
    const parsed = parseMedia(item)
    if (parsed !== null) media.set(parsed.key, parsed)
  }

  const events: IncomingEvent[] = []
  const paidEventIds: string[] = []
  for (const item of items) {
    const id = idOf(item)
    if (id !== null) paidEventIds.push(id)
    const event = parseEvent(item, media, conversationId)
    if ('reason' in event) skipped.push(event)
    else events.push(event)
  }
  return { page: { events, users, nextToken: envelope.meta?.next_token ?? null }, skipped, paidEventIds }
}

/** No `data` is an empty page (x-api.md 1.3); a single event stands for a list of one. */
function listOf(data: unknown): readonly unknown[] | null {
  if (data === undefined || data === null) return []
  if (Array.isArray(data)) return data
  return typeof data === 'object' ? [data] : null
}

function parseEvent(
  item: unknown,
  media: ReadonlyMap<string, IncomingMedia>,
  askedConversationId: string | null
): IncomingEvent | Skipped {
  const parsed = WireEvent.safeParse(item)
  if (!parsed.success) return skippedItem('event', item, parsed.error)
  const event = parsed.data
  const { id } = event

  const kind = kindOf(event)
  if (kind === null) return { reason: 'event is of an unknown type', id }
  const conversationId =
    event.dm_conversation_id === undefined ? askedConversationId : normaliseConversationId(event.dm_conversation_id)
  if (conversationId === null) return { reason: 'event names no conversation of the classic kind', id }
  const at = eventTime(event.created_at, id)
  if (at === null) return { reason: 'event has no time', id }

  const senderId = event.sender_id ?? null
  return {
    id,
    kind,
    conversationId,
    at,
    senderId,
    text: kind === 'message' ? event.text : '',
    links: kind === 'message' ? linksOf(event) : [],
    media: mediaKeys(event).map((key) => media.get(key) ?? mediaOfKey(key)),
    reactions: [],
    userIds: kind === 'message' ? recipientsOf(conversationId, senderId) : participantsOf(event),
    name: null
  }
}

function kindOf(event: WireEvent): EventKind | null {
  switch (event.event_type?.replace(/[^a-z]/gi, '').toLowerCase()) {
    case 'messagecreate':
      return 'message'
    case 'participantsjoin':
      return 'join'
    case 'participantsleave':
      return 'leave'
    case undefined:
      // The type is a default field; should it be left out, a text or an attachment can only be a message.
      return event.text !== '' || mediaKeys(event).length > 0 ? 'message' : null
    default:
      return null
  }
}

function recipientsOf(conversationId: string, senderId: string | null): string[] {
  const peer = senderId === null ? null : peerOf(conversationId, senderId)
  return peer === null ? [] : [peer]
}

function participantsOf(event: WireEvent): string[] {
  const ids = (event.participant_ids ?? []).flatMap((each) => {
    const parsed = WireId.safeParse(each)
    return parsed.success ? [parsed.data] : []
  })
  return [...new Set(ids)]
}

function mediaKeys(event: WireEvent): string[] {
  const keys = (event.attachments?.media_keys ?? []).flatMap((each) => {
    const parsed = WireMediaKey.safeParse(each)
    return parsed.success ? [parsed.data] : []
  })
  return [...new Set(keys)]
}

/** A link leads to the web or is none: `javascript:` and the like stay plain text. */
function linksOf(event: WireEvent): Link[] {
  const links = new Map<string, Link>()
  for (const item of [...(event.entities?.urls ?? []), ...(event.urls ?? [])]) {
    const parsed = WireLink.safeParse(item)
    if (!parsed.success) continue
    const { url, expanded_url: expandedUrl, display_url: displayUrl } = parsed.data
    const expanded = expandedUrl ?? url
    if (!isWebAddress(expanded) || links.has(url)) continue
    links.set(url, { url, expanded, display: displayUrl ?? expanded.replace(/^https?:\/\//i, '') })
  }
  return [...links.values()]
}
