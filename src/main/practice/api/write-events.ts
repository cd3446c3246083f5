import { z } from 'zod'
import { directConversation } from '../world/snowflake.ts'
import { uploadedMedia } from '../media/uploaded.ts'
import type { Context } from './context.ts'
import { mayAttach } from './media-upload.ts'
import { forbidden, notFound, problem, problemType } from './problems.ts'
import { badPattern, Refusal } from './query.ts'
import type { Reply } from './reply.ts'
import { json } from './reply.ts'

const MAX_TEXT = 10_000

const Attachments = z.array(z.strictObject({ media_id: z.string().regex(/^[0-9]{1,19}$/) })).length(1)
const MessageBody = z
  .strictObject({ text: z.string().min(1).max(MAX_TEXT).optional(), attachments: Attachments.optional() })
  .refine((body) => body.text !== undefined || body.attachments !== undefined, 'text or attachments is required')
const GroupBody = z.strictObject({
  conversation_type: z.literal('Group'),
  participant_ids: z
    .array(z.string().regex(/^[0-9]{1,19}$/))
    .min(2)
    .max(49),
  message: MessageBody
})

/** POST /2/dm_conversations/with/:participant_id/messages */
export function sendTo(context: Context): Reply {
  const id = context.params[0] ?? ''
  if (!/^[0-9]{1,19}$/.test(id)) throw badPattern(context.dialect, 'participant_id', id, '[0-9]{1,19}')
  const body = read(context, MessageBody)
  const refusal = refuseRecipients(context, [id])
  if (refusal !== null) return refusal
  return deliver(context, directConversation(context.userId, id), body)
}

/** POST /2/dm_conversations/:dm_conversation_id/messages */
export function sendInto(context: Context): Reply {
  const { world, userId, dialect } = context
  const id = context.params[0] ?? ''
  if (!/^([0-9]{1,19}-[0-9]{1,19}|[0-9]{15,19})$/.test(id)) {
    throw badPattern(dialect, 'dm_conversation_id', id, '([0-9]{1,19}-[0-9]{1,19}|[0-9]{15,19})')
  }
  const body = read(context, MessageBody)
  const [a, b] = id.split('-')
  const conversationId = a !== undefined && b !== undefined ? directConversation(a, b) : id
  const members = world.members(conversationId)
  if (members.length === 0)
    return problem(404, { ...notFound(dialect.spelling, 'dm_conversation', 'id', id), status: 404 })
  if (!members.includes(userId)) return forbidden('You are not a participant of this conversation.')
  if (b !== undefined) {
    const refusal = refuseRecipients(
      context,
      members.filter((member) => member !== userId)
    )
    if (refusal !== null) return refusal
  }
  return deliver(context, conversationId, body)
}

/** POST /2/dm_conversations: always a new group. */
export function createConversation(context: Context): Reply {
  const body = read(context, GroupBody)
  const refusal = refuseRecipients(context, body.participant_ids)
  if (refusal !== null) return refusal
  const group = context.world.createGroup([context.userId, ...body.participant_ids])
  return deliver(context, group.id, body.message)
}

/** DELETE /2/dm_events/:event_id: deletes for oneself, and only what one sent. */
export function deleteEvent(context: Context): Reply {
  const { world, userId, dialect } = context
  const id = context.params[0] ?? ''
  if (!/^[0-9]{1,19}$/.test(id)) throw badPattern(dialect, 'event_id', id, '[0-9]{1,19}')
  const event = world.event(id)
  if (event === undefined || !world.mayRead(userId, event.conversationId) || event.deletedFor.includes(userId)) {
    return problem(404, { ...notFound(dialect.spelling, 'dm_event', 'event_id', id), status: 404 })
  }
  if (event.senderId !== userId) return forbidden('You are not permitted to delete this event.')
  world.deleteFor(userId, id)
  world.ledger.action('delete')
  return json(200, { data: { deleted: true } })
}

function deliver(context: Context, conversationId: string, body: z.infer<typeof MessageBody>): Reply {
  const { world, userId } = context
  const [attached] = body.attachments ?? []
  const upload = attached === undefined ? null : mayAttach(context, attached.media_id)
  if (attached !== undefined && upload === null) {
    return forbidden('You are not permitted to attach this media to a DM event.')
  }
  const media = upload === null ? {} : { media: uploadedMedia(upload) }
  const event = world.say(userId, conversationId, body.text ?? '', { viaApi: true, ...media })
  world.ledger.action('send')
  return json(
    201,
    { data: { dm_conversation_id: conversationId, dm_event_id: event.id } },
    { location: `https://api.twitter.com/2/dm_events/"${event.id}"` }
  )
}

function refuseRecipients({ world, dialect, userId }: Context, ids: readonly string[]): Reply | null {
  for (const id of ids) {
    const user = world.user(id)
    if (user === undefined || user.hidden) {
      return problem(404, { ...notFound(dialect.spelling, 'user', 'participant_id', id), status: 404 })
    }
    if (!user.acceptsDms || id === userId || world.isBlocked(id, userId) || world.isBlocked(userId, id)) {
      return forbidden('You do not have permission to DM one or more participants.')
    }
  }
  return null
}

function read<Shape>({ body, dialect }: Context, schema: z.ZodType<Shape>): Shape {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const path = issue?.path.join('.') ?? ''
  throw new Refusal(
    problem(400, {
      errors: [
        { parameters: {}, message: path === '' ? (issue?.message ?? 'Invalid body') : `$.${path}: ${issue?.message}` }
      ],
      title: 'Invalid Request',
      detail: 'One or more parameters to your request was invalid.',
      type: problemType(dialect.spelling, 'invalid-request')
    })
  )
}
