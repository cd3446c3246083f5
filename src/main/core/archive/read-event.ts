import { z } from 'zod'
import { directConversationId, peerOf, XId } from '../../../shared/domain/ids.ts'
import type { EventKind, Link } from '../../../shared/domain/message.ts'
import type { IncomingEvent, IncomingReaction } from '../sync/incoming.ts'
import type { MediaFiles } from './media-files.ts'
import { readMedia } from './read-media.ts'
import { quoted } from './skip-log.ts'

/** What an item needs to know about the conversation around it. */
export interface EventContext {
  /** In normal form: `A-B` or the number of a group. */
  readonly conversationId: string
  readonly group: boolean
  readonly media: MediaFiles
  /** Characters. */
  readonly textLength: number
}

/** Where the findings of one item go. */
export interface EventSink {
  event(event: IncomingEvent): void
  /** A reaction that stands by itself; `targetId` is what X calls `eventId`. */
  reaction(targetId: string, reaction: IncomingReaction): void
  skip(reason: string): void
}

/** 2100-01-01: what claims to be later is damaged. */
const LATEST = 4_102_444_800_000
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)$/

const Id = XId.refine((id) => !/^0+$/.test(id), 'is no id')
/** `"0"`, an empty text or nothing at all stand for "nobody". */
const OptionalId = Id.nullish().catch(null)
const Time = z
  .string()
  .regex(ISO_TIME)
  .transform((text) => Date.parse(text))
  .refine((at) => at >= 0 && at < LATEST, 'is no date')
const List = z.array(z.unknown()).catch([])

const MessageCreate = z.object({
  id: Id,
  senderId: Id,
  createdAt: Time,
  recipientId: OptionalId,
  text: z.string().nullish(),
  reactions: List,
  urls: List,
  mediaUrls: List
})
const Reaction = z.object({
  senderId: Id,
  reactionKey: z.string().min(1).max(100),
  eventId: OptionalId,
  createdAt: Time
})
const MemberChange = z.object({
  id: OptionalId,
  createdAt: Time,
  initiatingUserId: OptionalId,
  userIds: List,
  participantsSnapshot: List,
  name: z.string().nullish()
})
const WebAddress = z
  .string()
  .max(4096)
  .regex(/^https?:\/\//i)
const Url = z.object({
  url: WebAddress,
  expanded: WebAddress.nullish().catch(null),
  display: z.string().min(1).max(4096).nullish().catch(null)
})

/** Turns one item of a conversation's `messages` (x-api.md 9: an object with one key, its kind) into events. */
export function readEvent(item: unknown, context: EventContext, sink: EventSink): void {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    sink.skip(`An item of conversation ${context.conversationId} is no message.`)
    return
  }
  let known = false
  for (const [kind, body] of Object.entries(item)) {
    const reader = READERS.get(kind)
    if (reader === undefined) continue
    known = true
    reader(kind, body, context, sink)
  }
  if (known) return
  const kind = Object.keys(item)[0]
  sink.skip(`Conversation ${context.conversationId} holds something of an unknown kind (${quoted(kind)}).`)
}

type Reader = (kind: string, body: unknown, context: EventContext, sink: EventSink) => void

const memberChange =
  (eventKind: MemberChangeKind): Reader =>
  (kind, body, context, sink) =>
    readMemberChange(kind, eventKind, body, context, sink)

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['messageCreate', readMessage],
  ['welcomeMessageCreate', readMessage],
  ['joinConversation', memberChange('created')],
  ['participantsJoin', memberChange('join')],
  ['participantsLeave', memberChange('leave')],
  ['conversationNameUpdate', memberChange('rename')],
  ['reactionCreate', readReactionCreate]
])

function readMessage(kind: string, body: unknown, context: EventContext, sink: EventSink): void {
  const parsed = MessageCreate.safeParse(body)
  if (!parsed.success) return sink.skip(wrongField(kind, body, parsed.error, context))
  const message = parsed.data
  const where = `Message ${message.id} of conversation ${context.conversationId}`
  const text = message.text ?? ''
  if (text.length > context.textLength)
    return sink.skip(`${where} was left out: its text has ${text.length} characters.`)
  if (!context.group && !context.conversationId.split('-').includes(message.senderId)) {
    return sink.skip(`${where} was left out: its sender ${message.senderId} takes no part in the conversation.`)
  }
  const localFiles = context.media.of(message.id)
  sink.event({
    id: message.id,
    kind: 'message',
    conversationId: context.conversationId,
    at: message.createdAt,
    senderId: message.senderId,
    text: text.isWellFormed() ? text : text.toWellFormed(),
    links: message.urls.length === 0 ? [] : readLinks(message.urls),
    media:
      message.mediaUrls.length + localFiles.length === 0 ? [] : readMedia(message.id, message.mediaUrls, localFiles),
    reactions: message.reactions.length === 0 ? [] : readReactions(message.reactions, where, sink),
    userIds: recipientOf(message, context),
    name: null
  })
}

/** Older archives lack `recipientId`, but the conversation's id names both sides. */
function recipientOf(message: z.infer<typeof MessageCreate>, context: EventContext): string[] {
  if (context.group) return []
  const { recipientId, senderId } = message
  if (typeof recipientId === 'string' && directConversationId(senderId, recipientId) === context.conversationId) {
    return [recipientId]
  }
  const peer = peerOf(context.conversationId, senderId)
  return peer === null ? [] : [peer]
}

function readLinks(urls: readonly unknown[]): Link[] {
  const links = new Map<string, Link>()
  for (const raw of urls) {
    // Anything but a web address (javascript:, file:) is no link; its text stays in the message.
    const link = Url.safeParse(raw).data
    if (link === undefined) continue
    const expanded = link.expanded ?? link.url
    links.set(link.url, { url: link.url, expanded, display: link.display ?? expanded.replace(/^https?:\/\//i, '') })
  }
  return [...links.values()]
}

function readReactions(raw: readonly unknown[], where: string, sink: EventSink): IncomingReaction[] {
  return raw.flatMap((value) => {
    const reaction = Reaction.safeParse(value).data
    if (reaction === undefined) sink.skip(`${where}: one of its reactions is damaged and was left out.`)
    return reaction === undefined ? [] : [toReaction(reaction)]
  })
}

function toReaction(reaction: z.infer<typeof Reaction>): IncomingReaction {
  const { senderId, reactionKey, eventId, createdAt } = reaction
  return { senderId, key: reactionKey, eventId: eventId ?? null, at: createdAt }
}

function readReactionCreate(kind: string, body: unknown, context: EventContext, sink: EventSink): void {
  const parsed = Reaction.safeParse(body)
  if (!parsed.success) return sink.skip(wrongField(kind, body, parsed.error, context))
  const reaction = toReaction(parsed.data)
  if (reaction.eventId !== null) return sink.reaction(reaction.eventId, reaction)
  sink.skip(`A reaction in conversation ${context.conversationId} does not say to which message it belongs.`)
}

type MemberChangeKind = Exclude<EventKind, 'message'>

function readMemberChange(
  kind: string,
  eventKind: MemberChangeKind,
  body: unknown,
  context: EventContext,
  sink: EventSink
): void {
  const parsed = MemberChange.safeParse(body)
  if (!parsed.success) return sink.skip(wrongField(kind, body, parsed.error, context))
  const change = parsed.data
  const where = `A member change (${kind}) of conversation ${context.conversationId}`
  const listed = eventKind === 'created' ? change.participantsSnapshot : change.userIds
  const userIds = [...new Set(listed.flatMap((id) => Id.safeParse(id).data ?? []))]
  if (eventKind === 'rename') {
    if (typeof change.name !== 'string' || change.name.length > context.textLength) {
      return sink.skip(`${where} was left out: it has no name.`)
    }
  } else if (eventKind !== 'created' && userIds.length === 0) {
    return sink.skip(`${where} was left out: it names no user.`)
  }
  sink.event({
    id: change.id ?? null,
    kind: eventKind,
    conversationId: context.conversationId,
    at: change.createdAt,
    senderId: change.initiatingUserId ?? null,
    text: '',
    links: [],
    media: [],
    reactions: [],
    userIds: eventKind === 'rename' ? [] : userIds,
    name: eventKind === 'rename' ? (change.name ?? '').toWellFormed() : null
  })
}

/** Names the first field that is not as it must be; never its content when that could be private. */
function wrongField(kind: string, body: unknown, error: z.ZodError, context: EventContext): string {
  const id = z.object({ id: Id }).safeParse(body).data?.id
  const what = id === undefined ? `An item (${kind})` : `Message ${id}`
  const field = error.issues[0]?.path.join('.') ?? ''
  const why = field === '' ? 'it is no object' : `its ${field} is missing or wrong`
  return `${what} of conversation ${context.conversationId} was left out: ${why}.`
}
